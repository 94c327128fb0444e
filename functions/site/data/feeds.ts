import { Feed } from 'feed';
import { webAddress } from '../../alerts/safe-text.ts';
import { escaped } from '../html.ts';
import { newsDay } from '../../register/stories.ts';
import type { Change } from '../../register/change.ts';
import { type Row, type SiteView } from '../view.ts';
import type { Pen } from '../layout.ts';

const MOST = 100;
// A feed's ids may never change, so they do not hang on where the site lies.
const TAG = 'tag:dual-use-watch,2026:change:';

/** The last changes as Atom and RSS, in English; each entry's link is the measure's page, else the official text. */
export function feedsOf(
  view: SiteView,
  rows: readonly Row[],
  { text, words }: Pen,
): { readonly atom: string; readonly rss: string } {
  const { address } = view;
  const told = view.changes.filter(({ quiet, effects }) => !quiet && effects.length > 0).slice(-MOST);
  const pages = new Map(rows.map(({ measure, page }) => [measure.id, page]));
  const feed = new Feed({
    id: 'tag:dual-use-watch,2026:changes',
    title: text.title,
    description: text.intro,
    link: `${address}/${text.language}/index.html`,
    language: text.tag,
    updated: new Date(told.at(-1)?.observedAt ?? view.at),
    copyright: text.disclaimer,
    generator: 'dual-use-watch',
    feedLinks: { atom: `${address}/changes.atom`, rss: `${address}/changes.rss` },
  });
  for (const change of [...told].reverse()) {
    const quotes = change.effects.flatMap((effect) => ('quote' in effect && effect.quote ? [effect.quote] : []));
    feed.addItem({
      title: clean(`${words.headlines(change).join('; ')} (#${change.number})`),
      id: `${TAG}${change.number}`,
      link: linkOf(change, pages, view, text.language),
      date: new Date(change.observedAt),
      published: new Date(change.observedAt),
      description: clean(words.day(newsDay(change))),
      content: [...new Set(quotes)].map((quote) => `<blockquote lang="zh">${escaped(quote)}</blockquote>`).join(''),
    });
  }
  return { atom: feed.atom1(), rss: feed.rss2() };
}

/** The page of the first measure that it moves; else the text that caused it; else the list of changes. */
function linkOf(
  { cause, effects }: Change,
  pages: ReadonlyMap<string, string>,
  { address }: SiteView,
  language: string,
): string {
  const page = effects.flatMap((effect) =>
    'restriction' in effect ? (pages.get(effect.restriction.id) ?? []) : [],
  )[0];
  const text = 'document' in cause ? webAddress(cause.document.url) : undefined;
  const link = text && /^https?:\/\//.test(text) ? text : undefined;
  return page ? `${address}/${language}/${page}.html` : (link ?? `${address}/${language}/changes.html`);
}

// XML 1.0 has no place for control characters; the library passes them on.
const clean = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
