import * as v from 'valibot';
import type { Instant } from '../time.ts';
import { readJsonRows, Words } from './json-rows.ts';
import { jsonOf, rowsOf } from './json-shape.ts';
import type { Listed } from './listed.ts';
import type { Page } from './page.ts';

const Row = v.object({
  TITLE: Words,
  URL: v.pipe(v.string(), v.nonEmpty()),
  DOCRELPUBTIME: Words,
});

/** Reads gov.cn's latest-policy file: the whole archive, a thousand rows, in one unpaged array. */
export function readGovcnList(text: string, page: Page, now: Instant, where: string): Listed {
  const rows = jsonOf(text, rowsOf(Row), where, 'find the file that the latest-policy page of gov.cn loads today');
  const read = rows.map((row) =>
    row === null ? undefined : { title: row.TITLE, link: row.URL, day: row.DOCRELPUBTIME },
  );
  return { ...readJsonRows(read, page.url, now), more: false };
}
