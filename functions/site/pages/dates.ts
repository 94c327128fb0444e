import { addDays } from '../../time.ts';
import { dueOf, within } from '../due.ts';
import { html } from '../html.ts';
import { type Page, type Pen, upFrom } from '../layout.ts';
import { bars } from '../pictures/bars.ts';
import { AHEAD, dayOf, type Row, type SiteView } from '../view.ts';
import { changeTable, dueTable } from './lines.ts';

const YEARS_AHEAD = 2 * 366;

/** Every day that is coming, and every day that has come. */
export function calendarPage(view: SiteView, rows: readonly Row[], pen: Pen): Page {
  const { text, words } = pen;
  const today = dayOf(view);
  const due = dueOf(rows);
  const soon = within(due, today, AHEAD);
  const days = [...new Set(soon.map(({ on }) => on))];
  const past = due.filter(({ on }) => on < today).reverse();
  return {
    name: 'calendar',
    heading: text.pages.calendar,
    content: html`<p><a href="${upFrom('calendar')}calendar.ics">calendar.ics</a></p>
      ${bars(
        text.duePicture,
        days.map((day) => ({ label: words.day(day), count: soon.filter(({ on }) => on === day).length })),
        'due-by-day',
      )}
      ${dueTable(text.ends, soon, 'calendar', pen)}
      ${dueTable(text.pages.calendar, within(due, addDays(today, AHEAD + 1), YEARS_AHEAD), 'calendar', pen)}
      <h2>${text.all}</h2>
      ${dueTable(text.all, past, 'calendar', pen)}`,
  };
}

// What is older stands on each measure's page and in register.json; a page must stay light.
const MOST_CHANGES = 200;

/** Everything that was told, the latest first. */
export function changesPage(view: SiteView, rows: readonly Row[], pen: Pen): Page {
  const { text } = pen;
  const told = view.changes.filter(({ quiet, effects }) => !quiet && effects.length > 0);
  const up = upFrom('changes');
  return {
    name: 'changes',
    heading: text.pages.changes,
    content: html`<p><a href="${up}changes.atom">Atom</a> · <a href="${up}changes.rss">RSS</a></p>
      ${changeTable(text.pages.changes, told.slice(-MOST_CHANGES).reverse(), rows, 'changes', pen)}`,
  };
}
