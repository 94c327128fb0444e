import { endUsesIn } from '../end-uses-in.ts';
import { fold, type Folded, folded } from '../../lexicon/fold.ts';
import type { Family } from '../../lexicon/goods.ts';
import { cataloguedItems } from './annex.ts';
import { foreignItems, reachesAbroad, thirdCountries } from './phrases.ts';
import { conditionsOf } from './conditions.ts';
import type { Period } from './days.ts';
import { type Instrument, listsParties, type Measure, type MeasureId, type Party, type Reach } from '../finding.ts';
import type { Official } from './identity.ts';
import { goodsNamed, listedItems } from '../item-list.ts';
import { operativePart } from './operative.ts';
import type { Text } from './text.ts';

/** The identity of a measure: the announcement's number, else the document's. */
export const measureIdOf = (official: Official, instrument?: Instrument): MeasureId =>
  `${official.number ?? official.document.id}${instrument ? `#${instrument}` : ''}` as MeasureId;

/** Everything that an announcement says of one measure, its parties and reach aside. */
export function measureFrom(
  text: Text,
  instrument: Instrument,
  reach: Reach,
  options: { parties?: readonly Party[]; stated?: number | undefined; several?: boolean; period?: Period } = {},
): Measure {
  const ofParties = listsParties(instrument);
  const operative = operativePart(text.text.text);
  const { from, until, staged } = text.effect;
  const effectiveOn = from ?? options.period?.from;
  const last = until ?? options.period?.until;
  const catalogue = ofParties ? [] : cataloguedItems(text.document);
  const unread = ofParties ? [] : (text.document.unread ?? []);
  const conditions = ofParties ? undefined : conditionsOf(text);
  return {
    id: measureIdOf(text, options.several ? instrument : undefined),
    ...(text.number && { announcement: text.number }),
    title: text.document.title,
    instrument,
    reach,
    parties: options.parties ?? [],
    ...(options.stated !== undefined && { statedParties: options.stated }),
    items: ofParties ? [] : catalogue.length > 0 ? catalogue : listedItems(bindingWords(text)),
    ...(unread.length > 0 && { annexUnread: unread }),
    goods: ofParties
      ? []
      : catalogue.length > 0
        ? goodsNamed(folded(catalogue.map((item) => item.text).join('\n')))
        : goodsOf(text),
    endUses: endUsesIn(text.text),
    extraterritorial: [
      thirdCountries.test(operative),
      foreignItems.test(text.title.text),
      reachesAbroad.test(text.title.text),
      conditions?.applicants.includes('exporter-abroad') ?? false,
    ].includes(true),
    legalBasis: legalBasisOf(text.text),
    ...(effectiveOn && { effectiveOn }),
    ...(last && { until: last }),
    ...(!ofParties && isTemporary(text) && { temporary: true as const }),
    ...(staged && { staged }),
    ...(conditions && { conditions }),
  };
}

/** Of a press conference, what the ministry says of its own; else all of it, with the annexes. */
const bindingWords = ({ form, text, sentences }: Text): Folded =>
  form === 'statement' ? fold(sentences.flatMap(({ topic, quote }) => (topic ? [] : quote)).join('\n')) : text;

/** 决定对…实施临时管制, in its title or its own words (Regulations art. 12); 实施临时管制的物项 speaks of any. */
const isTemporary = ({ title, sentences }: Text): boolean =>
  [title.text.replace(/《[^》]*》/g, ''), ...sentences.map(({ bare }) => bare)].some((words) =>
    /(?<![未曾已]|不再)(?:实施|实行|采取|予以)临时性?(?:出口)?管制(?!的(?!决定|公告|通知)|物项|清单)/.test(words),
  );

/**
 * What the goods are about: what the title names, else the headings of the list, else the list itself. A description may
 * name other metals (锑化镓 is gallium's), and a headline must not.
 */
export function goodsOf({ title, text }: Official): readonly Family[] {
  const named = goodsNamed(title.text.replace(/《[^》]*》/g, ''));
  if (named.length > 0) return named;
  const headings = text.text
    .split('\n')
    .filter((line) => /相关(?:的)?(?:物项|技术|设备)/.test(line) && line.length < 120)
    .join('\n');
  const headed = goodsNamed(headings);
  return headed.length > 0 ? headed : goodsNamed(`${title.text}\n${text.text}`);
}

/** 根据《…法》《…条例》. */
function legalBasisOf(text: Folded): readonly string[] {
  const basis = /(?:根据|依据|依照|按照)(?<laws>[^。\n]{0,200}?)(?:等?(?:法律|有关|相关)|规定|,)/.exec(text.text);
  if (!basis) return [];
  const from = basis.index;
  const words = text.quote(from, from + basis[0].length + 120);
  return [...new Set([...words.matchAll(/《([^》]{2,40}(?:法|条例|规定|办法))》/g)].map((match) => match[1] ?? ''))];
}
