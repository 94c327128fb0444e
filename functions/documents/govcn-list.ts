import * as v from 'valibot';
import type { Instant } from '../time.ts';
import { jsonOf, rowsOf } from './json-shape.ts';
import { addressOfLink, type Listed } from './listed.ts';
import type { Page } from './page.ts';
import { titleOf } from './plain-text.ts';
import { dayIn } from './written-dates.ts';

const Row = v.object({
  TITLE: v.pipe(v.string(), v.nonEmpty()),
  URL: v.pipe(v.string(), v.nonEmpty()),
  DOCRELPUBTIME: v.optional(v.nullable(v.string())),
});

/** Reads gov.cn's latest-policy file: the whole archive, a thousand rows, in one unpaged array. */
export function readGovcnList(text: string, page: Page, now: Instant, where: string): Listed {
  const rows = jsonOf(text, rowsOf(Row), where, 'find the file that the latest-policy page of gov.cn loads today');
  const entries = rows
    .filter((row) => row !== null)
    .flatMap(({ TITLE, URL: link, DOCRELPUBTIME }) => {
      const url = addressOfLink(link, page.url);
      const day = dayIn(DOCRELPUBTIME ?? '', now);
      return url ? [{ url, title: titleOf(TITLE), ...(day && { publishedOn: day }) }] : [];
    });
  const unreadable = rows.length > entries.length ? ['rows without title or address were left out'] : [];
  return { entries, faults: unreadable, more: false };
}
