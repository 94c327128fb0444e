import type { BeijingDate, Instant } from '../time.ts';
import { visit } from './markup.ts';
import { oneLine } from './plain-text.ts';
import { dayIn } from './written-dates.ts';

/** One link of a list page and the day that stands in its row. */
export interface LinkRow {
  readonly href: string;
  /** The `title` attribute, which is whole where the visible text ends in "…". */
  readonly title: string;
  readonly day?: BeijingDate;
}

// The longest list on record has 2,290 rows.
const mostRows = 5_000;

/** Every titled link, row by row: `<li><a href title>…</a><span>[2026-09-29]</span></li>`, and `tr` alike. */
export function linkRows(html: string, now: Instant): readonly LinkRow[] {
  const rows: LinkRow[] = [];
  let links: { href: string; title: string; text: string }[] = [];
  let beside = '';
  let inItem = false;
  let inLink = false;
  const endRow = (): void => {
    const day = dayIn(beside.slice(0, 2_000), now);
    for (const { href, title, text } of links) {
      const name = oneLine(title) || oneLine(text);
      if (name) rows.push({ href, title: name, ...(day && { day }) });
    }
    links = [];
    beside = '';
  };
  const boundary = (name: string, opens: boolean): void => {
    const item = name === 'li' || name === 'tr';
    if (item || (!inItem && (name === 'p' || name === 'div' || name === 'ul'))) endRow();
    if (item) inItem = opens;
  };
  visit(html, {
    open: (name, { href, title = '' }) => {
      boundary(name, true);
      if (name !== 'a') return;
      inLink = href !== undefined;
      if (href !== undefined && rows.length + links.length < mostRows) links.push({ href, title, text: '' });
    },
    close: (name) => {
      boundary(name, false);
      if (name === 'a') inLink = false;
    },
    text: (words) => {
      const link = links.at(-1);
      if (!inLink) beside += words;
      else if (link) link.text += words;
    },
  });
  endRow();
  return rows;
}
