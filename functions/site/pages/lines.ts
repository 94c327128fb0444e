import { type Html, html, type Part } from '../html.ts';
import type { Due } from '../due.ts';
import { bounded, type Pen, table, upFrom } from '../layout.ts';
import { newsDay } from '../../register/stories.ts';
import type { Change } from '../../register/change.ts';
import type { BeijingDate } from '../../time.ts';
import type { Row } from '../view.ts';

/** A measure's name, with a link to its page. */
export const measureLink = ({ measure, page }: Row, from: string, { text, words }: Pen): Html =>
  html`<a href="${upFrom(from)}${text.language}/${page}.html" ${measure.announcement ? whole : undefined}
    >${words.measureName(measure)}</a
  >`;

// A number or a day that breaks in two is hard to read; the table scrolls where it is too wide.
const whole = html`class="whole"`;

const day = (on: BeijingDate, { words }: Pen): Html => html`<span class="whole">${words.day(on)}</span>`;

/** How a measure stands, in words and by a class that a colour hangs on. */
export const stateOf = ({ measure, standing }: Row, { words }: Pen): Html =>
  html`<span class="state ${standing.kind}">${words.standing(standing, measure.effectiveOn)}</span>`;

const MOST_MEASURES = 40;
const MOST_DUE = 80;

/** Measures, a line each. */
export function measureTable(caption: string, rows: readonly Row[], from: string, pen: Pen): Part {
  const { text, words } = pen;
  const { heads } = text;
  const { shown, rest } = bounded(rows, MOST_MEASURES, 'register.json', from, pen);
  const lines = table(
    caption,
    [heads.measure, heads.what, heads.standing, heads.parties],
    shown.map((row) => [
      measureLink(row, from, pen),
      words.what(row.measure),
      [stateOf(row, pen), row.measure.compiled && html` <small>(${text.facts.compiled})</small>`],
      row.measure.listings.length > 0 ? row.measure.listings.filter(({ until }) => !until).length : '–',
    ]),
    text.none,
  );
  return [lines, rest];
}

/** What is due, a line each. */
export function dueTable(caption: string, due: readonly Due[], from: string, pen: Pen): Part {
  const { text } = pen;
  const { shown, rest } = bounded(due, MOST_DUE, 'calendar.ics', from, pen);
  const lines = table(
    caption,
    [text.heads.day, text.heads.event, text.heads.measure],
    shown.map(({ on, what, row }) => [day(on, pen), text.events[what], measureLink(row, from, pen)]),
    text.none,
  );
  return [lines, rest];
}

/** Changes, a line each, the latest first; what was learned before the watch began to tell is left out. */
export function changeTable(
  caption: string,
  changes: readonly Change[],
  rows: readonly Row[],
  from: string,
  pen: Pen,
): Part {
  const { text, words } = pen;
  const pages = new Map(rows.map((row) => [row.measure.id, row]));
  return table(
    caption,
    [text.heads.day, text.heads.change, text.heads.measure],
    changes.map((change) => [
      day(newsDay(change), pen),
      html`${words.headlines(change).join('; ')} <small>#${change.number}</small>`,
      [...new Set(change.effects.flatMap((effect) => ('restriction' in effect ? [effect.restriction.id] : [])))]
        .flatMap((id) => pages.get(id) ?? [])
        .map((row, i) => [i > 0 && ', ', measureLink(row, from, pen)]),
    ]),
    text.none,
  );
}
