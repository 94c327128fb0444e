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
 * the same journal makes the same files.
 */
export function siteFiles(view: SiteView): readonly SiteFile[] {
  const rows = rowsOf(view);
  const english = penOf('en');
  const { atom, rss } = feedsOf(view, rows, english);
  return [
    ...languages.flatMap((language) => pagesIn(penOf(language), view, rows)),
    {
      path: 'index.html',
      type: page,
      body: pageOf({ ...home(view, rows, english), name: 'index' }, view, english).replaceAll('="../', '="'),
    },
    { path: 'site.css', type: 'text/css; charset=utf-8', body: css },
    { path: 'icon.svg', type: 'image/svg+xml', body: icon },
    { path: 'register.json', type: json, body: registerJson(rows, view) },
    { path: 'register.schema.json', type: json, body: registerSchema() },
    { path: 'index.json', type: json, body: `${JSON.stringify(portableOf(view.register, aroundOf(view.sources)))}\n` },
    { path: 'health.json', type: json, body: healthJson(view) },
    { path: 'parties.csv', type: csv, body: partiesCsv(rows, view) },
    { path: 'items.csv', type: csv, body: itemsCsv(rows, view) },
    { path: 'changes.atom', type: 'application/atom+xml; charset=utf-8', body: atom },
    { path: 'changes.rss', type: 'application/rss+xml; charset=utf-8', body: rss },
    { path: 'calendar.ics', type: 'text/calendar; charset=utf-8', body: calendarOf(view, rows, english) },
  ];
}

const penOf = (language: Language): Pen => ({ text: texts[language], words: wordsOf(language) });

function pagesIn(pen: Pen, view: SiteView, rows: readonly Row[]): readonly SiteFile[] {
  const pages: readonly Page[] = [
    home(view, rows, pen),
    askPage(view, pen),
    partiesPage(rows, pen),
    goodsPage(rows, pen),
    calendarPage(view, rows, pen),
    changesPage(view, rows, pen),
    aboutPage(view, pen),
    ...rows.map((row) => measurePage(row, view, rows, pen)),
  ];
  return pages.map((one) => ({
    path: `${pen.text.language}/${one.name}.html`,
    type: page,
    body: pageOf(one, view, pen),
  }));
}
