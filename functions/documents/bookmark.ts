import { hash } from 'node:crypto';
import { type Health, newHealth } from '../sources/health.ts';
import { addDays, type BeijingDate, beijingDay, type Instant } from '../time.ts';
import type { DocumentId, Entry } from './document.ts';
import { documentIdOf } from './fingerprint.ts';
import type { Validators } from './page.ts';

/** How far a source was read. It is moved on behind what was read, and never over a failure. */
export interface Bookmark {
  readonly validators: Validators;
  /** The address that they belong to: that of a yearly list changes with the year. */
  readonly address?: string;
  /** The hash of the last list: servers that ignore validators send the same bytes again, and a hash spares the reading. */
  readonly list?: string;
  /** When the list was last asked for without conditions: a cache may answer "unchanged" for ever. */
  readonly fullAt?: Instant;
  /** The newest day on the last list, by which an unchanged one is judged, too. */
  readonly newest?: BeijingDate;
  /** Rows of the last list, and its pages over which some are still unread. */
  readonly rows?: number;
  readonly behind?: number;
  /** Marks of the entries that were read. */
  readonly seen: readonly string[];
  /** Marks of the addresses on the last list, of feeds: what shares none of them has a gap. */
  readonly addresses?: readonly string[];
  /** Nobody is told of what is still unread. */
  readonly quiet?: Hush;
  /** Official pages young enough to be edited, and the day each was last read. */
  readonly young: readonly Young[];
  /** Listed pages that could not be read, and since when. */
  readonly failing?: readonly Failing[];
  /** Pages whose attachments are being read. */
  readonly awaiting?: readonly Awaiting[];
  readonly health: Health;
}

/** A page that was recorded without all its attachments. */
export interface Awaiting {
  readonly entry: Entry;
  readonly document: DocumentId;
  readonly files: number;
  /** How many had been read when the page was last recorded. */
  readonly read: number;
  readonly since: BeijingDate;
  /** Nobody was told of the page. */
  readonly quiet?: Hush;
}

/** The first list, or a flood, and the day on which it was listed: what is published later is told as ever. */
export interface Hush {
  readonly why: 'baseline' | 'held';
  readonly since: BeijingDate;
}

export interface Young {
  readonly entry: Entry;
  readonly readOn: BeijingDate;
  /** It is no longer there, and the operator was told. */
  readonly gone?: true;
}

export interface Failing {
  readonly entry: Entry;
  readonly since: Instant;
  /** Subscribers were told that it cannot be read, or its title says that it is not ours. */
  readonly settled?: true;
}

/** What a poll has read so far, and what its list looked like. */
export interface Progress {
  readonly validators: Validators;
  readonly address: string;
  readonly list?: string | undefined;
  readonly fullAt?: Instant | undefined;
  readonly newest?: BeijingDate | undefined;
  readonly rows?: number | undefined;
  /** How many pages of it were read, and whether no time was left for those that were read in part before. */
  readonly pagesListed?: number | undefined;
  readonly isCut?: boolean | undefined;
  readonly listed: readonly Entry[];
  /** Whether the marks of the list's addresses are kept. */
  readonly isFeed: boolean;
  readonly read: readonly Entry[];
  readonly unread: number;
  readonly quiet?: Hush | undefined;
  /** Pages read on this day, new or again, that may yet be edited. */
  readonly pages: readonly Young[];
  readonly failing: readonly Failing[];
  readonly awaiting?: readonly Awaiting[];
}

// A list that drops rows and brings them back must not look new: marks outlive the list they came from.
const MARKS = 1_000;
const PAGES = 60;
const EDITABLE_DAYS = 30;

export const newBookmark = (at: Instant): Bookmark => ({
  validators: {},
  seen: [],
  quiet: { why: 'baseline', since: beijingDay(at) },
  young: [],
  health: newHealth(at),
});

/** What an entry is known by, in the bookmark. */
interface Marks {
  /** Six bytes tell a source's entries apart: among 1,000 marks the odds of a chance meeting are 1 in 500 million. */
  readonly entry: string;
  /** A headline that is worded anew keeps its address. Three bytes: by chance two lists share one in a thousand times. */
  readonly address: string;
}

/** A poll asks for an entry's marks three times: what is new, what was listed, what was read. */
const known = new WeakMap<Entry, Marks>();

function marksOf(entry: Entry): Marks {
  const before = known.get(entry);
  if (before) return before;
  const id = documentIdOf(entry.url, entry);
  // Four characters of base64 are three bytes.
  const marks = { entry: sha256(`${id}\n${entry.title}`).slice(0, 8), address: sha256(id).slice(0, 4) };
  known.set(entry, marks);
  return marks;
}

export const markOf = (entry: Entry): string => marksOf(entry).entry;

const addressMarkOf = (entry: Entry): string => marksOf(entry).address;

export const hashOf = (bytes: Uint8Array): string => sha256(bytes);

/** Entries that were not read yet, oldest first: a suspension must come after the measure that it suspends. */
export function unreadOf(bookmark: Bookmark, listed: readonly Entry[]): readonly Entry[] {
  const seen = new Set(bookmark.seen);
  const day = ({ publishedAt, publishedOn }: Entry): string => publishedAt ?? publishedOn ?? '';
  // Lists run newest first; where days are equal, or absent, the list's own order tells.
  return listed
    .filter((entry) => !seen.has(markOf(entry)))
    .reverse()
    .sort((a, b) => (day(a) && day(b) ? day(a).localeCompare(day(b)) : 0));
}

/** Whether a list shares no address with the one before it: what came and went in between was never seen. */
export function hasGap(bookmark: Bookmark, listed: readonly Entry[], fresh: readonly Entry[]): boolean {
  if (bookmark.quiet?.why === 'baseline' || listed.length === 0 || fresh.length < listed.length) return false;
  const before = new Set(bookmark.addresses);
  return !listed.some((entry) => before.has(addressMarkOf(entry)));
}

/** Entries of a first list that lie so far back that only a search of the past would read them. */
export const beforeLearning = (
  entries: readonly Entry[],
  days: number | undefined,
  today: BeijingDate,
): readonly Entry[] =>
  days === undefined
    ? []
    : entries.filter(({ publishedOn }) => publishedOn !== undefined && publishedOn < addDays(today, -days));

/** Pages that were not read today and may have been edited, longest unread first. */
export const toReread = (bookmark: Bookmark, today: BeijingDate): readonly Young[] =>
  bookmark.young.filter(({ readOn }) => readOn < today);

/** The bookmark after a poll, or in the midst of one, its health aside. */
export function advanced(bookmark: Bookmark, progress: Progress, today: BeijingDate): Bookmark {
  const {
    validators,
    address,
    list,
    fullAt,
    newest,
    rows,
    pagesListed = 1,
    isCut = false,
    listed,
    isFeed,
    read,
    unread,
    pages,
    quiet,
    failing,
    awaiting = [],
  } = progress;
  const isOpen = unread > 0 || isCut;
  const known = new Set(bookmark.seen);
  const now = [...listed.map(markOf).filter((mark) => known.has(mark)), ...read.map(markOf)];
  const current = new Set(now);
  const seen = [...bookmark.seen.filter((mark) => !current.has(mark)), ...current];
  const reread = new Set(pages.map(({ entry }) => entry.url));
  const isYoung = ({ entry: { publishedOn } }: Young): boolean =>
    publishedOn !== undefined && publishedOn >= addDays(today, -EDITABLE_DAYS);
  const young = [...bookmark.young.filter(({ entry }) => !reread.has(entry.url)), ...pages].filter(isYoung);
  const addresses = isFeed && listed.length > 0 ? listed.map(addressMarkOf) : bookmark.addresses;
  return {
    // What is still unread is asked for again, and in full.
    validators: isOpen ? {} : validators,
    address,
    ...(!isOpen && list !== undefined && { list }),
    ...(fullAt && { fullAt }),
    ...(newest && { newest }),
    ...(rows !== undefined && { rows }),
    ...(isOpen && pagesListed > 1 && { behind: pagesListed }),
    seen: seen.slice(-Math.max(MARKS, current.size)),
    ...(addresses && { addresses }),
    ...(unread > 0 && quiet && { quiet }),
    young: young.slice(-PAGES),
    ...(failing.length > 0 && { failing: failing.slice(-PAGES) }),
    ...(awaiting.length > 0 && { awaiting: awaiting.slice(-PAGES) }),
    health: bookmark.health,
  };
}

const sha256 = (value: string | Uint8Array): string => hash('sha256', value, 'base64url');
