import * as v from 'valibot';
import { UnexpectedShape } from '../errors.ts';
import type { Instant } from '../time.ts';
import { jsonOf, rowsOf } from './json-shape.ts';
import { addressOfLink, type Listed } from './listed.ts';
import type { Page } from './page.ts';
import { titleOf } from './plain-text.ts';
import { dayIn } from './written-dates.ts';

const Row = v.object({
  title: v.pipe(v.string(), v.nonEmpty()),
  url: v.pipe(v.string(), v.nonEmpty()),
  publishTimeStr: v.optional(v.nullable(v.string())),
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
  const rows = pageInfo.rows.filter((row) => row !== null);
  const lost = rows.find(({ title }) => /\?{3,}/.test(title));
  if (lost) {
    throw new UnexpectedShape(
      `${where}: expected Chinese titles, found "${lost.title.slice(0, 40)}"; the server wants the headers of a browser’s XHR`,
    );
  }
  const entries = rows.flatMap(({ title, url: link, publishTimeStr }) => {
    const url = addressOfLink(link, page.url);
    const day = dayIn(publishTimeStr ?? '', now);
    return url ? [{ url, title: titleOf(title), ...(day && { publishedOn: day }) }] : [];
  });
  const unreadable = pageInfo.rows.length > entries.length ? ['rows without title or address were left out'] : [];
  return { entries, faults: unreadable, more: pageNumber < pageInfo.maxPageNum };
}
