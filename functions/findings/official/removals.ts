import { folded } from '../../lexicon/fold.ts';
import { partyNames } from '../../lexicon/names.ts';
import type { Act } from './act.ts';
import { type Listing, listingAct } from './listing.ts';
import type { Proposition } from './propositions.ts';
import { blockOf, partiesInBlock } from './opened-list.ts';
import { citationsIn } from './citations.ts';
import type { Text } from './text.ts';

/**
 * What a sentence does to the lists of several announcements (将甲公告附件第3项、乙公告所列全部实体移出…): one act for each,
 * with the names and places that stand behind its number. Undefined: it names fewer than two.
 */
export function eachAnnouncement(text: Text, listing: Listing): readonly Act[] | undefined {
  const { proposition, verb } = listing;
  if (verb === 'list') return undefined;
  const cites = proposition.cites.filter(({ number }) => number !== text.number);
  if (new Set(cites.map(({ number }) => number)).size < 2) return undefined;
  const starts = [...new Set(cites.map(({ from }) => from))];
  return starts.flatMap((start, i) => {
    const part = partOf(proposition, start, starts[i + 1] ?? proposition.text.length);
    return part.cites.flatMap((cite) => {
      const own = { ...part, cites: [cite] };
      const named = part.cites.length > 1 ? namedIn(own, cite.number) : own;
      return named ? listingAct(text, { ...listing, proposition: named, several: false, alone: true }) : [];
    });
  });
}

/**
 * A list under the sentence whose headings say from which announcement the names are (一、商务部公告2026年第12号所列：…): one
 * act for each. Undefined: fewer than two headings name one.
 */
export function eachHeading(text: Text, listing: Listing): readonly Act[] | undefined {
  const { proposition, verb } = listing;
  const block = verb === 'list' ? undefined : blockOf(text.text, proposition.sentence);
  if (!block) return undefined;
  const starts: { readonly at: number; readonly from: number; readonly cites: Proposition['cites'] }[] = [];
  let at = block.from;
  for (const line of text.text.text.slice(block.from, block.to).split('\n')) {
    const cites = citationsIn(text, line).filter(({ number }) => number !== text.number);
    if (cites.length === 1) starts.push({ at, from: at + line.length + 1, cites });
    at += line.length + 1;
  }
  if (starts.length < 2) return undefined;
  const parts = starts.map(({ from, cites }, i) => ({
    cites,
    given: partiesInBlock(text.text, { from, to: Math.max(from, (starts[i + 1]?.at ?? block.to + 1) - 1) }),
  }));
  if (parts.some(({ given }) => given.length === 0)) return undefined;
  return parts.flatMap(({ cites, given }) =>
    listingAct(text, { ...listing, proposition: { ...proposition, cites }, several: false, given }),
  );
}

function partOf(whole: Proposition, from: number, to: number): Proposition {
  return {
    ...whole,
    from: whole.from + from,
    to: whole.from + to,
    text: whole.text.slice(from, to),
    bare: whole.bare.slice(from, to),
    cites: whole.cites.filter((cite) => cite.from >= from && cite.from < to),
  };
}

/**
 * A row of numbers before names (第11号、第27号所列甲、乙): which of them holds a name, the lexicon may know; the part is this
 * announcement's where it names nobody, or somebody whom the announcement lists.
 */
function namedIn(part: Proposition, number: string): Proposition | undefined {
  const known = partyNames.filter(({ zh }) => part.text.includes(folded(zh)));
  return known.length === 0 || known.some(({ measure }) => measure === number) ? part : undefined;
}
