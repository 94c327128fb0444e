import type { Citation } from '../../lexicon/announcement-numbers.ts';
import type { Instrument, Party } from '../finding.ts';
import { citationsIn, type Naming } from './citations.ts';
import type { Sentence } from './clauses.ts';
import { listsIn } from './instruments.ts';
import { namesIn } from './names-in.ts';
import { placeOf } from './entry-days.ts';

/** What a sentence names that a later one may mean by 上述, 该, 其. */
export interface Named {
  readonly cites: readonly Citation[];
  readonly parties: readonly Party[];
  /** The lists of parties that were named last, and those named beside the citations. */
  readonly lists: readonly Instrument[];
  readonly citedLists: readonly Instrument[];
}

// A sentence of names is a few thousand characters long; a longer one is a list, which is read as one.
const longest = 4_000;
// Whom 上述实体 means is read from the list itself where it is longer.
const longestList = 60;
const hasName = /会社|公司|研究|大学|制作所|中心|工房|工作所/;

/** What every sentence names, each with what stood before it as its background. */
export function contextOf(naming: Naming, sentences: readonly Sentence[]): ReadonlyMap<Sentence, Named> {
  const map = new Map<Sentence, Named>();
  let before: Named = { cites: [], parties: [], lists: [], citedLists: [] };
  let asked: string | undefined;
  for (const sentence of sentences) {
    if (sentence.asked !== undefined && sentence.asked !== asked) {
      asked = sentence.asked;
      before = { ...before, cites: citationsIn(naming, asked), parties: namesIn(sentence.askedQuote ?? '') };
    }
    map.set(sentence, before);
    const cites = citationsIn(naming, sentence.text);
    const short = sentence.text.length <= longest && hasName.test(sentence.text);
    const parties = short ? namesIn(sentence.quote) : [];
    const lists = listsIn(sentence.bare);
    // 1.甲 / 2.乙 / 上述实体: the lines of a list are named together.
    const goesOn = placeOf(sentence) !== undefined && (placeOf(sentence) ?? 0) > 1 && parties.length > 0;
    before = {
      cites: cites.length > 0 && cites.length < 50 ? cites : before.cites,
      parties: goesOn
        ? before.parties.length < longestList
          ? [...before.parties, ...parties]
          : before.parties
        : parties.length > 0
          ? parties
          : before.parties,
      lists: lists.length > 0 ? lists : before.lists,
      citedLists: cites.length > 0 ? lists : before.citedLists,
    };
  }
  return map;
}
