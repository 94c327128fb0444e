import { endUsesIn } from '../end-uses-in.ts';
import { fold, type Folded } from '../../lexicon/fold.ts';
import { annexHeading, foreignItems, reachesAbroad, thirdCountries } from './phrases.ts';
import { effectiveDay } from './effect-dates.ts';
import type { Instrument, Measure, MeasureId, Party, Reach } from '../finding.ts';
import type { Official } from './identity.ts';
import { goodsNamed, listedItems } from '../item-list.ts';
import { listedParties } from './party-list.ts';

const partyInstruments: readonly Instrument[] = ['control-list', 'watch-list', 'unreliable-entity-list'];
export const listsParties = (instrument: Instrument): boolean => partyInstruments.includes(instrument);

/** The identity of a measure: the announcement's number, else the document's. */
export const measureIdOf = (official: Official, instrument?: Instrument): MeasureId =>
  `${official.number ?? official.document.id}${instrument ? `#${instrument}` : ''}` as MeasureId;

/** Everything that an announcement says of one measure, its parties and reach aside. */
export function measureFrom(
  official: Official,
  instrument: Instrument,
  reach: Reach,
  options: { parties?: readonly Party[]; stated?: number | undefined; several?: boolean } = {},
): Measure {
  const { title, text } = official;
  const all = `${title.text}\n${text.text}`;
  const operative = operativePart(text.text);
  const items = listsParties(instrument) ? [] : listedItems(text);
  const effectiveOn = effectiveDay(operative, official.publishedOn);
  return {
    id: measureIdOf(official, options.several ? instrument : undefined),
    ...(official.number && { announcement: official.number }),
    title: official.document.title,
    instrument,
    reach,
    parties: options.parties ?? [],
    ...(options.stated !== undefined && { statedParties: options.stated }),
    items,
    goods: listsParties(instrument) ? [] : goodsNamed(all),
    endUses: endUsesIn(text),
    extraterritorial: [
      thirdCountries.test(operative),
      foreignItems.test(title.text),
      reachesAbroad.test(title.text),
    ].includes(true),
    legalBasis: legalBasisOf(text),
    ...(effectiveOn && { effectiveOn }),
  };
}

/** The parties of one list; where an announcement takes several lists, those under the heading that names it. */
export function partiesOf(text: Folded, phrase: RegExp, several: boolean): readonly Party[] {
  if (!several) return listedParties(text);
  const lines = text.text.split('\n');
  const starts = lines.flatMap((line, i) => (annexHeading.test(line) ? [i] : []));
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? lines.length;
    if (!phrase.test(lines.slice(start, start + 2).join('\n'))) return [];
    const from = lines.slice(0, start).reduce((sum, line) => sum + line.length + 1, 0);
    return listedParties(fold(text.quote(from, from + lines.slice(start, end).join('\n').length)));
  });
}

/** What binds, without the annex: an address or a name there says nothing of dates and duties. */
export function operativePart(text: string): string {
  const lines = text.split('\n');
  const annex = lines.findIndex((line) => annexHeading.test(line));
  return annex > 0 ? lines.slice(0, annex).join('\n') : text;
}

/** 根据《…法》《…条例》. */
function legalBasisOf(text: Folded): readonly string[] {
  const basis = /(?:根据|依据|依照|按照)(?<laws>[^。\n]{0,200}?)(?:等?(?:法律|有关|相关)|规定|,)/.exec(text.text);
  if (!basis) return [];
  const from = basis.index;
  const words = text.quote(from, from + basis[0].length + 120);
  return [...new Set([...words.matchAll(/《([^》]{2,40}(?:法|条例|规定|办法))》/g)].map((match) => match[1] ?? ''))];
}
