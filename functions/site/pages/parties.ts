import { bars } from '../pictures/bars.ts';
import { html } from '../html.ts';
import { bounded, type Page, type Pen, table, upFrom } from '../layout.ts';
import type { Row } from '../view.ts';
import { measureLink } from './lines.ts';

const NAME = 'parties';
const MOST_LISTINGS = 250;
const MOST_LISTS = 40;

/** Everybody who is or was on a list, by announcement. */
export function partiesPage(rows: readonly Row[], pen: Pen): Page {
  const { text, words } = pen;
  const { heads } = text;
  const lists = rows.filter(({ measure }) => measure.listings.length > 0);
  const all = lists.flatMap((row) => row.measure.listings.map((listing) => ({ row, ...listing })));
  const { shown: listings, rest } = bounded(all, MOST_LISTINGS, 'parties.csv', NAME, pen);
  return {
    name: NAME,
    heading: text.pages.parties,
    content: html`<p class="note">${text.notListed}</p>
      ${bars(
        text.partiesPicture,
        lists.slice(0, MOST_LISTS).map(({ measure, page }) => ({
          label: words.measureName(measure),
          count: measure.listings.length,
          href: `${upFrom(NAME)}${text.language}/${page}.html`,
        })),
        'parties-by-announcement',
      )}
      ${table(
        text.pages.parties,
        [heads.party, heads.japanese, heads.english, heads.list, heads.measure, heads.from, heads.to],
        listings.map(({ row, party, from, until }) => [
          html`<span lang="zh">${party.zh}</span>`,
          html`<span lang="ja">${party.ja}</span>`,
          party.en,
          words.instrument(row.measure),
          measureLink(row, NAME, pen),
          words.day(from),
          until && words.day(until),
        ]),
        text.none,
      )}
      ${rest}`,
  };
}
