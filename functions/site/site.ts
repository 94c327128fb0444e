import { aroundOf } from '../screening/around.ts';
import { portableOf } from '../screening/portable.ts';
import { type Language, languages } from '../sources/source.ts';
import { itemsCsv, partiesCsv } from './data/csv.ts';
import { feedsOf } from './data/feeds.ts';
import { calendarOf } from './data/ical.ts';
import { healthJson, registerJson, registerSchema } from './data/json.ts';
import { type Page, pageOf, type Pen } from './layout.ts';
import { aboutPage } from './pages/about.ts';
import { askPage } from './pages/ask.ts';
import { calendarPage, changesPage } from './pages/dates.ts';
import { goodsPage } from './pages/goods.ts';
import { home } from './pages/home.ts';
import { measurePage } from './pages/measure.ts';
import { partiesPage } from './pages/parties.ts';
import { css, icon } from './style.ts';
import { texts } from './text/texts.ts';
import { type Row, rowsOf, type SiteView } from './view.ts';
import { wordsOf } from './words.ts';

/** One file of the site. */
export interface SiteFile {
  /** From the site's root, without a slash at its beginning. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const page = 'text/html; charset=utf-8';
const json = 'application/json; charset=utf-8';
const csv = 'text/csv; charset=utf-8';

/**
 * The register as files: pages in three languages, pictures in them, and open data. Nothing is read but what is given, so
 * the same journal makes the same files. They come one by one: a long journal makes more than a function can hold.
 */
export function* siteFiles(view: SiteView): Generator<SiteFile> {
  const rows = rowsOf(view);
  const english = penOf('en');
  for (const language of languages) yield* pagesIn(penOf(language), view, rows);
  const first = pageOf({ ...home(view, rows, english), name: 'index' }, view, english).replaceAll('="../', '="');
  yield { path: 'index.html', type: page, body: first };
  yield { path: 'site.css', type: 'text/css; charset=utf-8', body: css };
  yield { path: 'icon.svg', type: 'image/svg+xml', body: icon };
  yield { path: 'register.json', type: json, body: registerJson(rows, view) };
  yield { path: 'register.schema.json', type: json, body: registerSchema() };
  const index = portableOf(view.register, aroundOf(view.sources));
  yield { path: 'index.json', type: json, body: `${JSON.stringify(index)}\n` };
  yield { path: 'health.json', type: json, body: healthJson(view) };
  yield { path: 'parties.csv', type: csv, body: partiesCsv(rows, view) };
  yield { path: 'items.csv', type: csv, body: itemsCsv(rows, view) };
  const { atom, rss } = feedsOf(view, rows, english);
  yield { path: 'changes.atom', type: 'application/atom+xml; charset=utf-8', body: atom };
  yield { path: 'changes.rss', type: 'application/rss+xml; charset=utf-8', body: rss };
  yield { path: 'calendar.ics', type: 'text/calendar; charset=utf-8', body: calendarOf(view, rows, english) };
}

const penOf = (language: Language): Pen => ({ text: texts[language], words: wordsOf(language) });

function* pagesIn(pen: Pen, view: SiteView, rows: readonly Row[]): Generator<SiteFile> {
  const file = (one: Page): SiteFile => ({
    path: `${pen.text.language}/${one.name}.html`,
    type: page,
    body: pageOf(one, view, pen),
  });
  yield file(home(view, rows, pen));
  yield file(askPage(view, pen));
  yield file(partiesPage(rows, pen));
  yield file(goodsPage(rows, pen));
  yield file(calendarPage(view, rows, pen));
  yield file(changesPage(view, rows, pen));
  yield file(aboutPage(view, pen));
  for (const row of rows) yield file(measurePage(row, rows, pen));
}
