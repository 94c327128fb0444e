import type { Instead } from '../../functions/local/replica.ts';

/** How a source answered in the field, and what the watch must make of it. */
export interface Row {
  readonly name: string;
  /** Who saw it: a public thread, or a property of the site. */
  readonly seen: string;
  readonly source: 'index' | 'unit' | 'network' | 'cabinet' | 'feed';
  /** One answer a poll; the last one stays. */
  readonly serves: readonly Instead[];
  /** `down`: we are blind · `degraded`: away for now, or read with losses · `ok`: read as it should be. */
  readonly state: 'down' | 'degraded' | 'ok';
  readonly cause?: RegExp;
  /** Entries read that were not known before, over all polls. */
  readonly read?: number;
}

export const html = (body: string, title = '商务部'): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`;

/** A JPAAS unit's answer around a fragment. */
export const unit = (fields: object): string =>
  JSON.stringify({ success: true, message: null, code: '200', data: { html: '' }, traceId: '1', ...fields });

/** A fragment with so many rows, and a pager that says what it likes. */
export const fragment = (rows: number, count: number, page = 1): string =>
  `<div class="page-content"><ul class="txtList_01">${Array.from(
    { length: rows },
    (_, i) =>
      `<li><a href="/zwgk/zcfb/art/2026/art_${String(i).padStart(32, '0')}.html" title="公告${i}">公告${i}</a><span>[2026-02-2${i % 5}]</span></li>`,
  ).join('')}</ul></div><div class="pagination" rows="15" count="${count}" pageNo="${page}"></div>`;

export const newsOf = (title: string): string => `https://www.scmp.com/news/china/${encodeURIComponent(title)}`;

export const item = (
  title: string,
  { link = newsOf(title), date = 'Tue, 24 Feb 2026 00:00:00 GMT', extra = '' } = {},
): string => `<item><title>${title}</title><link>${link}</link><pubDate>${date}</pubDate>${extra}</item>`;

/** News that the watch knows already, so that a feed has no gap. */
export const known = item('Weather', { date: 'Mon, 23 Feb 2026 00:00:00 GMT' });

export const feed = (items: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${prolog}<rss version="2.0"><channel><title>news</title>${known}${items}</channel></rss>`;

export const ok = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Instead => ({
  body,
  headers,
});
