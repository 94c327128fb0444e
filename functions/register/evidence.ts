import type { DocumentRef } from '../documents/document.ts';
import type { Finding, Report } from '../findings/finding.ts';
import { addDays, addMinutes, type BeijingDate, beijingDay, type Instant } from '../time.ts';
import type { Change, Draft } from './change.ts';
import { alikeReports, isOldNews, isReport } from './stories.ts';

/** How long one outlet's weak report waits for another's. */
const WAIT_MINUTES = 24 * 60;
const SHARE = { timesTheRhythm: 5, days: 28 };

/** A report that one outlet's word is not enough for. */
export interface Waiting {
  readonly document: DocumentRef;
  readonly report: Report;
  readonly quote: string;
  readonly since: Instant;
}

/** When the oldest report that still waits was kept. */
export const waitingSince = (at: Instant): Instant => addMinutes(at, -WAIT_MINUTES);

/** What a finding of the press waits with, or undefined where its word is enough, or it is no news any more. */
export function waitingOf({ document, provisions }: Finding, at: Instant): Waiting | undefined {
  const [provision] = provisions;
  if (document.authority === 'official' || provision.action !== 'report' || provision.report.strength !== 'weak')
    return undefined;
  return isOldNews(document, at)
    ? undefined
    : { document, report: provision.report, quote: provision.quote, since: at };
}

/**
 * The report of another outlet that bears out a weak one. Two feeds of one publisher are one outlet.
 * @param others what waits, of the last day
 */
export const witnessOf = ({ document, report }: Waiting, others: readonly Waiting[]): Waiting | undefined =>
  others.find(
    (other) =>
      other.document.publisher !== document.publisher &&
      !(other.report.vague && report.vague) &&
      alikeReports(other.report, report),
  );

/** The reports of a source that were told from one Beijing day to another, both included. */
function toldOf(source: string, told: readonly Change[], from: BeijingDate, to: BeijingDate): number {
  return told.filter((change) => {
    if (change.quiet || !isReport(change) || !('document' in change.cause)) return false;
    const day = beijingDay(change.observedAt);
    return change.cause.document.source === source && day >= from && day <= to;
  }).length;
}

/**
 * How many reports of a source are told in a Beijing day: five times its rhythm, which is what was told of it a day over the
 * four weeks before, one at least. More is no news, but a source that was taken over or has changed.
 */
export function shareOf(source: string, told: readonly Change[], at: Instant): number {
  const today = beijingDay(at);
  const rhythm = toldOf(source, told, addDays(today, -SHARE.days), addDays(today, -1)) / SHARE.days;
  return Math.ceil(SHARE.timesTheRhythm * Math.max(1, rhythm));
}

/** Holds a report back where its source has had its share of the day. */
export function withinShare(draft: Draft, told: readonly Change[], at: Instant): Draft {
  if (draft.quiet || !('document' in draft.cause) || !isReport(draft)) return draft;
  const { authority, source } = draft.cause.document;
  const today = beijingDay(at);
  const isSpent = authority !== 'official' && toldOf(source, told, today, today) >= shareOf(source, told, at);
  return isSpent ? { ...draft, quiet: 'capped' } : draft;
}
