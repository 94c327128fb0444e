import * as v from 'valibot';
import type { Instant } from '../time.ts';
import type { Entry } from './document.ts';
import { addressOfLink, countLosses, type Listed, type Loss, lossOfLink } from './listed.ts';
import { titleOf } from './plain-text.ts';
import { dayIn, dayOfNumber } from './written-dates.ts';

/** A field that is words, but for the sites that write it as a number. */
export const Words = v.optional(v.nullable(v.union([v.string(), v.number()])));
type Words = v.InferOutput<typeof Words>;

/** A row of a list that comes as JSON; undefined for one of another shape. */
export type JsonRow =
  | {
      readonly title: Words;
      readonly link: string;
      readonly day: Words;
    }
  | undefined;

/** Reads rows into entries; one without a title is read under its address, because its page has a title, too. */
export function readJsonRows(
  rows: readonly JsonRow[],
  base: string,
  now: Instant,
): Pick<Listed, 'entries' | 'seen' | 'dropped' | 'faults'> {
  const read = rows.map((row): Entry | Loss => {
    if (row === undefined) return 'without title or address';
    const url = addressOfLink(row.link, base);
    if (url === undefined) return lossOfLink(row.link);
    const day = typeof row.day === 'number' ? dayOfNumber(row.day, now) : dayIn(row.day ?? '', now);
    return { url, title: titleOf(String(row.title ?? '')) || url, ...(day && { publishedOn: day }) };
  });
  return {
    entries: read.filter((row) => typeof row === 'object'),
    seen: rows.length,
    dropped: countLosses(read.filter((row) => typeof row === 'string')),
    faults: [],
  };
}
