import { scaleUtc } from 'd3-scale';
import { addDays, type BeijingDate } from '../../time.ts';
import type { Restriction, Standing } from '../../register/restriction.ts';
import { standingOn } from '../../register/restriction.ts';
import { type Html, html } from '../html.ts';
import type { Pen } from '../layout.ts';
import type { Row } from '../view.ts';

const WIDTH = 960;
const LABELS = 330;
const ROW = 26;
const TOP = 30;
const YEAR = 365;

const dateOf = (day: BeijingDate): Date => new Date(`${day}T00:00:00Z`);

/** A stretch of days over which a measure stands in one way. */
interface Stretch {
  readonly from: BeijingDate;
  /** The day after its last. */
  readonly to: BeijingDate;
  readonly kind: Standing['kind'];
}

/** How a measure stands over time, by the days on which that may change. */
export function stretchesOf(measure: Restriction, first: BeijingDate, last: BeijingDate): readonly Stretch[] {
  const begins = measure.document.publishedOn ?? measure.effectiveOn;
  const days = [
    begins,
    measure.effectiveOn,
    ...measure.suspensions.flatMap(({ from, until }) => [from, ...(until ? [addDays(until, 1)] : [])]),
    ...measure.listings.flatMap(({ until }) => (until ? [until] : [])),
    ...(measure.lifted ? [measure.lifted.on] : []),
    ...(measure.until ? [addDays(measure.until, 1)] : []),
  ];
  const turns = [...new Set([first, ...days.filter((day) => day > first && day < last), last])].sort();
  return turns.slice(0, -1).flatMap((from, i): readonly Stretch[] => {
    const to = turns[i + 1] ?? last;
    const { kind } = standingOn(measure, from);
    return from < begins || kind === 'lifted' || kind === 'expired' ? [] : [{ from, to, kind }];
  });
}

/** Measures over time, a bar each; the tables of the page hold the same facts. */
export function timeline(rows: readonly Row[], today: BeijingDate, up: string, { text, words }: Pen): Html {
  const first = rows.reduce((day, { measure }) => (measure.effectiveOn < day ? measure.effectiveOn : day), today);
  const begin = first < addDays(today, -4 * YEAR) ? addDays(today, -4 * YEAR) : first;
  const end = addDays(today, YEAR);
  const x = scaleUtc([dateOf(begin), dateOf(end)], [LABELS, WIDTH - 10]);
  const at = (day: BeijingDate): number => Math.round(x(dateOf(day)));
  const height = TOP + rows.length * ROW + 20;
  const years = x.ticks(6).filter((tick) => tick.getUTCMonth() === 0);
  const bars = rows.map((row, i) => {
    const y = TOP + i * ROW;
    const name = shortened(words.measureName(row.measure));
    return html`<a href="${up}${text.language}/${row.page}.html"><text x="0" y="${y + 15}">${name}</text></a>
      ${stretchesOf(row.measure, begin, end).map(
        ({ from, to, kind }) =>
          html`<rect
            class="bar bar-${kind}"
            x="${at(from)}"
            y="${y + 4}"
            width="${Math.max(2, at(to) - at(from))}"
            height="${ROW - 10}"
            ><title>
              ${words.measureName(row.measure)}: ${text.kinds[kind]}, ${words.day(from)} – ${words.day(addDays(to, -1))}
            </title></rect
          > `,
      )}`;
  });
  return html`<figure class="wide" role="region" aria-label="${text.timeline}" tabindex="0">
    <svg class="picture" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-labelledby="timeline-title timeline-about">
      <title id="timeline-title">${text.timeline}</title>
      <desc id="timeline-about">${text.timelineAbout}</desc>
      <defs>
        <pattern id="stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="stripe" x1="2" y1="0" x2="2" y2="8" />
        </pattern>
      </defs>
      ${years.map(
        (tick) =>
          html`<line
              class="axis"
              x1="${Math.round(x(tick))}"
              y1="${TOP - 6}"
              x2="${Math.round(x(tick))}"
              y2="${height - 16}"
            />
            <text class="tick" x="${Math.round(x(tick)) + 3}" y="14">${tick.getUTCFullYear()}</text> `,
      )}${bars}
      <line class="now" x1="${at(today)}" y1="${TOP - 8}" x2="${at(today)}" y2="${height - 16}" />
      <text class="now-label" x="${at(today)}" y="${height - 3}" text-anchor="middle">${text.today}</text>
    </svg>
    <figcaption>${text.timelineAbout}</figcaption>
  </figure>`;
}

/** A label that fits its column: about 46 Latin letters or 25 Chinese characters. */
function shortened(name: string): string {
  let width = 0;
  let label = '';
  for (const character of name) {
    width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 13 : 7;
    if (width > LABELS - 24) return `${label}…`;
    label += character;
  }
  return label;
}
