import type { DocumentRef } from '../documents/document.ts';
import { listsParties, type Instrument, type Report } from '../findings/finding.ts';
import { addDays, addMinutes, type BeijingDate, beijingDay, daysBetween, type Instant } from '../time.ts';
import type { Change, Draft, Effect } from './change.ts';

/** Copies, translations and follow-ups of one piece of news keep coming for about this long. */
const DAYS = 7;
/** What is older when it is first seen is no news. */
const NEWS_DAYS = 3;

/** A report's document, and when it was seen. */
export interface Seen {
  readonly document: DocumentRef;
  readonly at: Instant;
}

/** What one effect says, in the few words that a headline shares with it. */
interface Gist {
  readonly action: Report['action'];
  /** Imposed anew, or again what was suspended; only planned. */
  readonly act: NonNullable<Report['act']>;
  readonly instrument: Instrument;
  readonly reach: Report['reach'];
  readonly goods: readonly string[];
}

/** The day that a Change belongs to in the news: its document's, else the day on which we saw it. */
export function newsDay({ cause, effects, observedAt }: Draft): BeijingDate {
  if ('day' in cause) return cause.day;
  if ('document' in cause) return dayOf({ document: cause.document, at: observedAt });
  const days = effects.flatMap((effect) =>
    'restriction' in effect ? (statedDay(effect.restriction.document) ?? []) : [],
  );
  return days[0] ?? cause.compiled.completeTo;
}

const statedDay = ({ publishedAt, publishedOn }: DocumentRef): BeijingDate | undefined =>
  publishedAt ? beijingDay(publishedAt) : publishedOn;

/** The day of a document; that on which it was first seen, where it names none, or one that lies ahead. */
export function dayOf({ document, at }: Seen): BeijingDate {
  const [stated, seen] = [statedDay(document), beijingDay(at)];
  if (stated === undefined) return seen;
  return stated > seen && document.authority !== 'official' ? seen : stated;
}

/** Whether a report is older than news may be when it is first seen: feeds bring up items of years ago. */
export function isOldNews({ publishedAt, publishedOn }: DocumentRef, at: Instant): boolean {
  if (publishedAt) return publishedAt < addMinutes(at, -NEWS_DAYS * 24 * 60);
  return publishedOn !== undefined && publishedOn < addDays(beijingDay(at), -NEWS_DAYS);
}

/**
 * The Change that a report retells, if the journal has it: one that says all that the report says. That is the same act,
 * its reach and goods within the Change's, within seven days; or, whenever it was, an announcement that the report names.
 */
export function retold(report: Report, seen: Seen, told: readonly Change[]): Change | undefined {
  const day = dayOf(seen);
  return told.find((change) => {
    // Nobody heard of it: the next outlet's word is news.
    if (change.quiet === 'capped' && !isOf(seen.document.source, change)) return false;
    const near = Math.abs(daysBetween(newsDay(change), day)) <= DAYS;
    if (!near && !names(report, change)) return false;
    return gistsOf(change).some((gist) => says(gist, gistOfReport(report)));
  });
}

const isOf = (source: string, { cause }: Change): boolean => 'document' in cause && cause.document.source === source;

/** The first report that a ministry's text bears out: the text says what the report said, in the seven days before. */
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
      gistsOf(change).some((report) => gists.some((own) => says(own, report) || says(report, own))),
  );
}

/**
 * Whether anything official has been told that a report may have been about: nobody is told "not confirmed" beside it.
 * @param change the report
 */
export function answered(change: Change, told: readonly Change[]): boolean {
  const reports = gistsOf(change);
  return told.some(
    (other) =>
      isOfficial(other) &&
      !isReport(other) &&
      (isToldSince(other, change) || daysBetween(newsDay(change), newsDay(other)) >= -DAYS) &&
      (other.confirms === change.number || gistsOf(other).some((gist) => reports.some((one) => concerns(gist, one)))),
  );
}

/** An old text that is read only now is told now. */
const isToldSince = (other: Change, change: Change): boolean => !other.quiet && other.number > change.number;

/** Whether a Change says "not confirmed" of nothing but what has been answered since it was recorded. */
export const isAnswered = ({ effects }: Change, told: readonly Change[]): boolean =>
  effects.length > 0 &&
  effects.every((effect) => {
    const report = effect.kind === 'unconfirmed' ? told.find(({ number }) => number === effect.change) : undefined;
    return report !== undefined && answered(report, told);
  });

const isOfficial = ({ cause }: Change): boolean => !('document' in cause) || cause.document.authority === 'official';

/** Whether a Change is news that no text of the ministry has borne out yet when it arrives. */
export const isReport = (change: Draft): boolean => change.effects.some(({ kind }) => kind === 'reported');

/**
 * Whether two reports bear each other out: one says all that the other says, and both name Japan or share goods or a number.
 * Two headlines that merely both speak of some control are no evidence.
 */
export function alikeReports(a: Report, b: Report): boolean {
  if (a.reach !== b.reach || (a.act ?? a.action) !== (b.act ?? b.action)) return false;
  const [one, other] = [gistOfReport(a), gistOfReport(b)];
  const share = <T>(those: readonly T[], these: readonly T[]): boolean => those.some((each) => these.includes(each));
  const tied = a.reach === 'japan' || share(a.goods, b.goods) || share(a.announcements, b.announcements);
  return tied && (says(one, other) || says(other, one));
}

/** Whether one piece of news says all that another says. */
function says(whole: Gist, part: Gist): boolean {
  if (whole.action !== part.action) return false;
  if (part.action === 'clarify') return true;
  if (part.act !== whole.act && part.act !== 'plan' && (part.act === 'resume' || whole.act === 'plan')) return false;
  return (
    holdsInstrument(whole, part) &&
    holdsReach(whole, part) &&
    (bansAll(whole, part) || part.goods.every((family) => whole.goods.includes(family) || isUmbrella(family, whole)))
  );
}

/**
 * Only a list of parties is told apart by its words; "curbs on Japan" may be said of any. A ban on a country is more than
 * a licence for some goods.
 */
function holdsInstrument(whole: Gist, part: Gist): boolean {
  if (whole.instrument === part.instrument) return true;
  if (listsParties(part.instrument)) return false;
  if (part.instrument === 'country-ban')
    return whole.reach === 'japan' && (part.reach === 'japan' || !listsParties(whole.instrument));
  return true;
}

/** A headline that names no country and no goods leaves open what it is about. */
function holdsReach(whole: Gist, part: Gist): boolean {
  if (part.reach === whole.reach) return true;
  if (part.reach === 'japan') return whole.reach === 'all-destinations' && part.goods.length > 0;
  return part.reach === 'all-destinations' && (part.goods.length === 0 || listsParties(part.instrument));
}

/** A ban of all dual-use items on Japan says what is reported of any goods for Japan in the days after it. */
const bansAll = (whole: Gist, part: Gist): boolean =>
  whole.instrument === 'country-ban' && whole.goods.length === 0 && whole.reach === 'japan' && part.reach === 'japan';

/** "Critical minerals" says less than any one of them. */
const isUmbrella = (family: string, { goods }: Gist): boolean => family === 'critical-minerals' && goods.length > 0;

/** Whether two pieces of news may be about one thing, though one says more than the other. */
function concerns(gist: Gist, report: Gist): boolean {
  // What the ministry explains, it has spoken of, whichever way the report has it.
  const explains = gist.action === 'clarify';
  if (gist.action !== report.action && !explains) return false;
  const ofOtherKind = listsParties(gist.instrument) !== listsParties(report.instrument);
  if (ofOtherKind && (explains || report.goods.length > 0)) return false;
  if (listsParties(gist.instrument) && listsParties(report.instrument) && gist.instrument !== report.instrument)
    return false;
  const open = report.goods.length === 0;
  return open
    ? gist.reach === report.reach || report.reach === 'all-destinations'
    : report.goods.some((family) => gist.goods.includes(family));
}

const names = (report: Report, change: Change): boolean =>
  'document' in change.cause &&
  change.cause.announcement !== undefined &&
  report.announcements.includes(change.cause.announcement);

const gistsOf = (change: Draft): readonly Gist[] => change.effects.flatMap(gistOf);

/** Goods beside a list say what the listed make: "curbs on Japanese drone makers" tells of the list, not of drones. */
const gistOfReport = (report: Report): Gist => ({
  ...report,
  act: report.act ?? report.action,
  goods: listsParties(report.instrument) ? [] : report.goods,
});

function gistOf(effect: Effect): readonly Gist[] {
  if ('restriction' in effect && effect.restriction.unread) return [];
  switch (effect.kind) {
    case 'reported':
      return [gistOfReport(effect.report)];
    case 'clarified':
      return [gistOfReport(effect.about)];
    case 'imposed':
    case 'amended':
      return [{ ...aboutOf(effect.restriction), action: 'impose', act: 'impose' }];
    case 'resumed':
      return [{ ...aboutOf(effect.restriction), action: 'impose', act: 'resume' }];
    case 'lapsed':
      return effect.suspension ? [{ ...aboutOf(effect.restriction), action: 'impose', act: 'resume' }] : [];
    case 'took-effect':
      return [{ ...aboutOf(effect.restriction), ...arrived[effect.what] }];
    case 'suspended':
    case 'extended':
    case 'lifted':
    case 'parties-removed':
      return [{ ...aboutOf(effect.restriction), action: 'ease', act: 'ease' }];
    case 'unclear':
      return effect.measure ? [{ ...aboutOf(effect.measure), action: 'impose', act: 'impose' }] : [];
    case 'ends-soon':
    case 'unconfirmed':
      return [];
  }
}

const arrived = {
  measure: { action: 'impose', act: 'impose' },
  resumption: { action: 'impose', act: 'resume' },
  suspension: { action: 'ease', act: 'ease' },
  lifting: { action: 'ease', act: 'ease' },
} as const satisfies Record<string, Pick<Gist, 'action' | 'act'>>;

const aboutOf = ({ instrument, reach, goods }: Omit<Gist, 'action' | 'act'>): Omit<Gist, 'action' | 'act'> => ({
  instrument,
  reach,
  goods,
});
