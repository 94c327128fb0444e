import { minutesBetween } from '../../time.ts';
import { dueOf, within } from '../due.ts';
import { html, type Html } from '../html.ts';
import { type Page, type Pen, upFrom } from '../layout.ts';
import { timeline } from '../pictures/timeline.ts';
import { AHEAD, binds, dayOf, type Row, type SiteView } from '../view.ts';
import { changeTable, dueTable, measureTable } from './lines.ts';

const LAST_CHANGES = 10;
const MOST_BARS = 60;
const NAME = 'index';

/** What is in force today, what ends next, what changed last, and whether the watch is awake. */
export function home(view: SiteView, rows: readonly Row[], pen: Pen): Page {
  const { text } = pen;
  const today = dayOf(view);
  const bound = rows.filter(binds);
  const ofKind = (kind: Row['standing']['kind']): readonly Row[] =>
    rows.filter(({ standing }) => standing.kind === kind);
  const known = bound.filter(({ standing }) => standing.kind === 'in-force');
  const told = view.changes.filter(({ quiet, effects }) => !quiet && effects.length > 0);
  const alive = rows.filter(({ standing }) => standing.kind !== 'lifted' && standing.kind !== 'expired');
  const announced = ofKind('announced');
  return {
    name: NAME,
    heading: text.title,
    content: html`<p>${text.intro}</p>
      <p class="note">${text.notListed}</p>
      <section>
        <h2>${text.watch}</h2>
        ${awake(view, pen)}
      </section>
      <section>
        <h2>${text.onJapan}</h2>
        ${measureTable(
          text.onJapan,
          known.filter(({ measure }) => measure.reach === 'japan'),
          NAME,
          pen,
        )}
      </section>
      <section>
        <h2>${text.ends}</h2>
        ${dueTable(text.ends, within(dueOf(rows), today, AHEAD), NAME, pen)}
      </section>
      ${
        ofKind('unknown').length > 0 &&
        html`<section>
          <h2>${text.unknown}</h2>
          ${measureTable(text.unknown, ofKind('unknown'), NAME, pen)}
        </section> `
      }
      <section>
        <h2>${text.suspended}</h2>
        ${measureTable(text.suspended, ofKind('suspended'), NAME, pen)}
      </section>
      ${
        announced.length > 0 &&
        html`<section>
          <h2>${text.announced}</h2>
          ${measureTable(text.announced, announced, NAME, pen)}
        </section> `
      }
      <section>
        <h2>${text.lastChanges}</h2>
        ${changeTable(text.lastChanges, told.slice(-LAST_CHANGES).reverse(), rows, NAME, pen)}
      </section>
      <section>
        <h2>${text.timeline}</h2>
        ${timeline(alive.slice(0, MOST_BARS), today, upFrom(NAME), pen)}
      </section>
      <section>
        <h2>${text.onAll}</h2>
        ${measureTable(
          text.onAll,
          known.filter(({ measure }) => measure.reach !== 'japan'),
          NAME,
          pen,
        )}
      </section>
      <section>
        <h2>${text.ended}</h2>
        ${measureTable(text.ended, [...ofKind('lifted'), ...ofKind('expired')], NAME, pen)}
      </section>`,
  };
}

// A source is asked at least daily; one that has not answered for longer is not being read, whatever its record says.
const STALE_MINUTES = 26 * 60;

/** Whether everything official is being read, judged by the source that was read longest ago. */
function awake({ sources, at }: SiteView, { text, words }: Pen): Html {
  const official = sources.filter(({ authority }) => authority === 'official');
  const read = official.flatMap(({ checkedAt }) => checkedAt ?? []).sort();
  const [oldest] = read;
  if (oldest === undefined) return html`<p class="note blind">${text.watchNever}</p>`;
  const down = official.filter(
    ({ state, checkedAt }) => state === 'down' || !checkedAt || minutesBetween(checkedAt, at) > STALE_MINUTES,
  ).length;
  return down > 0
    ? html`<p class="note blind">${text.watchBlind(down, official.length)}</p>`
    : html`<p class="note awake">${text.watchAwake(official.length, words.moment(oldest))}</p>`;
}
