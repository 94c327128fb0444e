import * as v from 'valibot';
import { UnexpectedShape } from '../errors.ts';
import type { SourceOf } from '../sources/source.ts';
import type { Instant } from '../time.ts';
import { jsonOf } from './json-shape.ts';
import { linkRows } from './link-rows.ts';
import { readRows } from './list-rows.ts';
import { addressOfLink, type Listed } from './listed.ts';
import { tagsWhere } from './markup.ts';

export type Unit = SourceOf<'jpaas-list'>['unit'];

const Answer = v.object({
  success: v.literal(true),
  code: v.picklist(['200', 200]),
  data: v.object({ html: v.pipe(v.string(), v.nonEmpty()) }),
});

/**
 * Reads one page of a JPAAS unit: JSON around an HTML fragment. A tagId in the wrong encoding answers 200 with
 * `success: false`, an unknown paging parameter with page 1; the pager's own numbers tell.
 */
export function readJpaasList(
  source: SourceOf<'jpaas-list'>,
  text: string,
  now: Instant,
  where: string,
  pageNumber: number,
): Listed {
  const { html } = jsonOf(text, Answer, where, `read today’s unit ids from the queryData of ${source.column}`).data;
  const rows = readRows(
    linkRows(html, now),
    (href) => addressInUnit(href, source.column),
    () => true,
  );
  const pager = pagerOf(html);
  if (!pager) {
    if (pageNumber === 1) return { ...rows, faults: [], more: false };
    throw new UnexpectedShape(`${where}: expected page ${pageNumber}, found no pager to tell which page this is`);
  }
  if (pager.page !== pageNumber) {
    throw new UnexpectedShape(
      `${where}: expected page ${pageNumber}, found page ${pager.page}; the paging parameters were not understood`,
    );
  }
  const before = (pageNumber - 1) * pager.rows;
  const due = Math.max(0, Math.min(pager.rows, pager.count - before));
  if (rows.seen !== due) {
    throw new UnexpectedShape(
      `${where}: expected ${due} rows (the pager says ${pager.count} in all, ${pager.rows} a page), found ${rows.seen}; the list’s markup has changed`,
    );
  }
  return { ...rows, faults: [], more: before + due < pager.count };
}

/** The unit's script asks relative to the site, so a bare `hd/zjdc/art/…` is the site's, not the column's. */
function addressInUnit(href: string, column: string): string | undefined {
  const bare = /^[\w-]+\//.test(href.trim());
  return addressOfLink(href, bare ? new URL('/', column).href : column);
}

function pagerOf(html: string): Record<'rows' | 'count' | 'page', number> | undefined {
  const pager = tagsWhere(html, (_, { pageno }) => pageno !== undefined)[0];
  const [rows, count, page] = [pager?.['rows'], pager?.['count'], pager?.['pageno']].map(Number);
  return rows && count !== undefined && page && Number.isInteger(rows + count + page)
    ? { rows, count, page }
    : undefined;
}

const QueryData = v.object({ webId: v.string(), pageId: v.string(), tplSetId: v.string(), tagId: v.string() });

/**
 * Today's unit ids, from a column page's `queryData`. They are the CMS's own and change when the site is rebuilt; a page
 * holds several units (navigation, footer), told apart by their tagId. Undefined when the page names no such unit.
 */
export function discoverUnit(html: string, tagId: string): Unit | undefined {
  for (const { querydata = '' } of tagsWhere(html, (_, attributes) => attributes['querydata'] !== undefined)) {
    const unit = v.safeParse(v.pipe(v.string(), v.parseJson(), QueryData), querydata.replaceAll("'", '"'));
    if (unit.success && unit.output.tagId === tagId) return unit.output;
  }
  return undefined;
}
