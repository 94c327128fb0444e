import * as v from 'valibot';
import type { Instant } from '../time.ts';
import { readJsonRows, Words } from './json-rows.ts';
import { jsonOf, rowsOf } from './json-shape.ts';
import type { Listed } from './listed.ts';
import type { Page } from './page.ts';

const Row = v.object({
  title: Words,
  url: v.pipe(v.string(), v.nonEmpty()),
  publishTimeStr: Words,
});
const Answer = v.object({ pageInfo: v.object({ maxPageNum: v.number(), rows: rowsOf(Row) }) });

/** Reads one page of 中国出口管制信息网's list, 20 rows. Its rows name no page, so a repeated page 1 is the caller's to tell. */
export function readExportControlList(
  text: string,
  page: Page,
  now: Instant,
  where: string,
  pageNumber: number,
): Listed {
  const { pageInfo } = jsonOf(text, Answer, where, 'compare the answer with what the site’s own script asks for');
  const rows = pageInfo.rows.map((row) =>
    row === null ? undefined : { title: row.title, link: row.url, day: row.publishTimeStr },
  );
  return { ...readJsonRows(rows, page.url, now), more: pageNumber < pageInfo.maxPageNum };
}
