import type { DocumentRef } from '../documents/document.ts';
import type { Finding, Report } from '../findings/finding.ts';
import { addMinutes, beijingDay, type Instant } from '../time.ts';
import type { Change, Draft } from './change.ts';
import { alikeReports, isOldNews, isReport } from './stories.ts';

/** How long one outlet's weak report waits for another's. */
const WAIT_MINUTES = 24 * 60;
/** Reports of one source that are told in a day: more is no news, but a source that was taken over or has changed. */
export const TOLD_A_DAY = 5;

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

/** Whether a source has had its share of the day: what it reports beyond is kept, and told to nobody. */
export function isSpent(source: string, told: readonly Change[], at: Instant): boolean {
  const day = beijingDay(at);
  const own = told.filter(
    (change) =>
      !change.quiet &&
      isReport(change) &&
      'document' in change.cause &&
      change.cause.document.source === source &&
      beijingDay(change.observedAt) === day,
  );
  return own.length >= TOLD_A_DAY;
}

/** Holds a report back where its source has had its share of the day. */
export function withinShare(draft: Draft, told: readonly Change[], at: Instant): Draft {
  if (draft.quiet || !('document' in draft.cause) || !isReport(draft)) return draft;
  const { authority, source } = draft.cause.document;
  return authority !== 'official' && isSpent(source, told, at) ? { ...draft, quiet: 'held' } : draft;
}
