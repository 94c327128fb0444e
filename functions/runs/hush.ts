import type { Hush } from '../documents/bookmark.ts';
import type { Document, Entry } from '../documents/document.ts';
import { addDays, type BeijingDate, beijingDay, type Instant } from '../time.ts';

// Days after which what is listed as new is an archive: newspapers' sections bring up items of years ago, and a list that was
// sorted anew shows what it had pushed out. The ministry lists a text within days of its date, and its copies within weeks.
const OLD = { official: 60, others: 7 };

/**
 * Why nobody is told of a document, if so. An official text of today or yesterday is told in any case, and whatever was published
 * since the list was hushed: a new deployment may start on the morning of a ban, and one page that is gone for good must not hush
 * a source for good. What is old by every date that it bears is a flood of one.
 * @param entry the row that led to it; without one its age says nothing
 */
export function hushOf(
  document: Pick<Document, 'authority' | 'publishedOn'>,
  entry: Pick<Entry, 'publishedOn'> | undefined,
  at: Instant,
  quiet: Hush | undefined,
): Hush | undefined {
  const { authority, publishedOn } = document;
  const today = beijingDay(at);
  if (quiet) {
    const isFresh = authority === 'official' && publishedOn !== undefined && publishedOn >= addDays(today, -1);
    return isFresh || (publishedOn !== undefined && publishedOn > quiet.since) ? undefined : quiet;
  }
  if (entry === undefined) return undefined;
  const newest = latest(publishedOn, entry.publishedOn);
  const oldest = addDays(today, -(authority === 'official' ? OLD.official : OLD.others));
  return newest !== undefined && newest < oldest ? { why: 'held', since: today } : undefined;
}

const latest = (a: BeijingDate | undefined, b: BeijingDate | undefined): BeijingDate | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;
