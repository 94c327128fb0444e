import type { DocumentRef } from '../documents/document.ts';
import type { Instrument, Report } from '../findings/finding.ts';
import { type BeijingDate, beijingDay, daysBetween } from '../time.ts';
import type { Change, Draft, Effect } from './change.ts';

/** Copies, translations and follow-ups of one piece of news keep coming for about this long. */
const DAYS = 7;
/** "China curbs drone exports" is news once; months later it is about the controls that stand. */
const DAYS_OF_GOODS = 120;

/** What one effect is about, in the few words that a headline shares with it. */
interface Gist {
  readonly action: Report['action'];
  readonly instrument: Instrument;
  readonly reach: Report['reach'];
  readonly goods: readonly string[];
}

/** The day that a Change belongs to in the news: its document's, else the day on which we saw it. */
export function newsDay({ cause, effects, observedAt }: Draft): BeijingDate {
  if ('day' in cause) return cause.day;
  if ('document' in cause) return dayOf(cause.document) ?? beijingDay(observedAt);
  const days = effects.flatMap((effect) => ('restriction' in effect ? (dayOf(effect.restriction.document) ?? []) : []));
  return days[0] ?? cause.compiled.completeTo;
}

/** The day of a document; undefined where it names none. */
export const dayOf = (document: DocumentRef): BeijingDate | undefined =>
  document.publishedAt ? beijingDay(document.publishedAt) : document.publishedOn;

/**
 * The Change that a report retells, if the journal has it: an announcement that it names, or the same act within
 * seven days, of the same goods within months. Headlines are too short for more; a ministry's own text is told in any case.
 * @param day the report's own; a report without one may be about any time
 */
export function retold(report: Report, day: BeijingDate | undefined, told: readonly Change[]): Change | undefined {
  return told.find((change) =>
    gistsOf(change).some(
      (gist) =>
        sameNews(gist, report) &&
        (day === undefined ||
          names(report, change) ||
          Math.abs(daysBetween(newsDay(change), day)) <= (sameGoods(gist, report) ? DAYS_OF_GOODS : DAYS)),
    ),
  );
}

/** The first report that a ministry's text bears out: the same act, in the seven days before. */
export function borneOut(draft: Draft, told: readonly Change[]): Change | undefined {
  if (!('document' in draft.cause) || draft.cause.document.authority !== 'official' || isReport(draft))
    return undefined;
  const gists = gistsOf(draft).filter(({ action }) => action !== 'clarify');
  const day = newsDay(draft);
  return told.find(
    (change) =>
      isReport(change) &&
      daysBetween(newsDay(change), day) <= DAYS &&
      daysBetween(newsDay(change), day) >= -1 &&
      gistsOf(change).some((gist) => gists.some((own) => sameNews(own, gist))),
  );
}

/** Whether a Change is news that no text of the ministry has borne out yet when it arrives. */
export const isReport = (change: Draft): boolean => change.effects.some(({ kind }) => kind === 'reported');

/**
 * A headline says "ban", "curbs" or "controls" for one thing, and names Japan or does not; only a list of companies is told
 * apart by its words.
 */
const sameNews = (a: Gist, b: Gist): boolean =>
  a.action === b.action && (a.action === 'clarify' || isList(a.instrument) === isList(b.instrument));

const sameGoods = (gist: Gist, report: Report): boolean =>
  report.reach === 'all-destinations' &&
  gist.reach === 'all-destinations' &&
  report.goods.length > 0 &&
  report.goods.every((family) => gist.goods.includes(family));

const isList = (instrument: Instrument): boolean =>
  instrument === 'control-list' || instrument === 'watch-list' || instrument === 'unreliable-entity-list';

const names = (report: Report, change: Change): boolean =>
  'document' in change.cause &&
  change.cause.announcement !== undefined &&
  report.announcements.includes(change.cause.announcement);

const gistsOf = (change: Draft): readonly Gist[] => change.effects.flatMap(gistOf);

function gistOf(effect: Effect): readonly Gist[] {
  switch (effect.kind) {
    case 'reported':
      return [effect.report];
    case 'clarified':
      return [effect.about];
    case 'imposed':
    case 'amended':
    case 'resumed':
      return [{ ...aboutOf(effect.restriction), action: 'impose' }];
    case 'suspended':
    case 'extended':
    case 'lifted':
    case 'parties-removed':
      return [{ ...aboutOf(effect.restriction), action: 'ease' }];
    case 'unclear':
      return effect.measure ? [{ ...aboutOf(effect.measure), action: 'impose' }] : [];
    case 'took-effect':
    case 'ends-soon':
    case 'lapsed':
    case 'unconfirmed':
      return [];
  }
}

const aboutOf = ({ instrument, reach, goods }: Omit<Gist, 'action'>): Omit<Gist, 'action'> => ({
  instrument,
  reach,
  goods,
});
