import type { DocumentId, DocumentRef } from '../documents/document.ts';
import type { Measure, Provision } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import { folded } from '../lexicon/fold.ts';
import { daysBetween } from '../time.ts';
import { among } from './party-names.ts';
import { alike, type Between, codesOf } from './substance.ts';

/** One official page, as it was read once. */
export interface PastReading {
  readonly document: DocumentRef;
  readonly announcement?: AnnouncementNumber;
  readonly provisions: readonly Provision[];
}

/** What one announcement said, one version after the other, wherever it stood. */
export interface TextHistory {
  /** Each differs from the one before it in substance. */
  readonly versions: readonly PastReading[];
  /** The version up to which each page has come. A page that never agreed with any is in none. */
  readonly reached: ReadonlyMap<DocumentId, number>;
  /** Readings of copies that agree with no version, or say less. */
  readonly others: readonly PastReading[];
}

/** What was read, by announcement and by page. */
export interface Texts {
  /** By announcement number, else by the first page that bore the text. */
  readonly histories: ReadonlyMap<string, TextHistory>;
  /** The last reading of each page, and the history that it belongs to. */
  readonly pages: ReadonlyMap<DocumentId, { readonly key: string; readonly last: PastReading }>;
}

export const noTexts: Texts = { histories: new Map(), pages: new Map() };

/** Where a reading stands among those before it. */
export type Place =
  /** Nothing of this text was read before. */
  | { readonly kind: 'first' }
  /** Equal to the last reading of the same page. */
  | { readonly kind: 'same' }
  /** The page says again what it said before it lost its text. */
  | { readonly kind: 'restored' }
  /** The page says the same in other operative words. */
  | { readonly kind: 'reworded'; readonly before: PastReading }
  /** Another address for what was read, or a page that follows where another went before. */
  | { readonly kind: 'copy'; readonly version: number }
  /** A copy that says less than what was read. */
  | { readonly kind: 'poorer' }
  /** The page has changed. `since`: versions that other pages have shown since it was last read. */
  | {
      readonly kind: 'edit';
      readonly before: PastReading;
      /** What the page said before that, oldest first. */
      readonly earlier: readonly PastReading[];
      readonly since: readonly PastReading[];
      readonly takenBack: boolean;
      /** The page never agreed with the others: its edits move the measure, and are no version of the text. */
      readonly apart?: true;
    }
  /** A first reading that differs from everything read of this announcement. */
  | { readonly kind: 'differs'; readonly from: PastReading; readonly known: boolean }
  /** The page lost what it said. */
  | { readonly kind: 'lost'; readonly before: PastReading }
  /** The page bears another number than before. `since`: what was read elsewhere under that number. */
  | { readonly kind: 'renumbered'; readonly before: PastReading; readonly since: readonly PastReading[] };

/** The history that a reading belongs to, and its place in it. */
export function placeOf(reading: PastReading, texts: Texts): { readonly key: string; readonly place: Place } {
  const page = texts.pages.get(reading.document.id);
  const key = keyOf(reading, texts);
  const history = texts.histories.get(key);
  if (page && sameText(page.last, reading)) return { key: page.key, place: { kind: 'same' } };
  if (page && page.key !== key) {
    const before = versionOf(page.key, reading.document.id, texts);
    if (before && isCopyOf(before, page.key, reading, texts)) {
      return { key, place: { kind: 'differs', from: before, known: history !== undefined } };
    }
    if (before) return { key, place: { kind: 'renumbered', before, since: history?.versions ?? [] } };
  }
  if (!history) return { key, place: { kind: 'first' } };
  // What agreed with nothing under another number, or went from it with the page that it copies, is new under this one.
  return { key, place: inHistory(reading, history, page?.key === key ? page.last : undefined) };
}

/** Whether the page that a version was first read on bears it under the same number still: a copy alone moves no measure. */
const isCopyOf = (version: PastReading, key: string, { document: { id } }: PastReading, { pages }: Texts): boolean =>
  version.document.id !== id && pages.get(version.document.id)?.key === key;

function inHistory(reading: PastReading, history: TextHistory, last: PastReading | undefined): Place {
  const { versions, reached, others } = history;
  const at = reached.get(reading.document.id);
  const own = at === undefined ? undefined : versions[at];
  if (isLost(reading)) {
    const before = own ?? last ?? reading;
    return last && isLost(last) ? { kind: 'same' } : { kind: 'lost', before };
  }
  if (last && !isLost(last) && saysTheSame(last, reading, 'readings')) {
    return sameWords(last, reading) ? { kind: 'same' } : { kind: 'reworded', before: last };
  }
  if (own && saysTheSame(own, reading, 'readings')) return { kind: 'restored' };
  const version = versions.findLastIndex((one, i) => i > (at ?? -1) && saysTheSame(one, reading, 'copies'));
  if (version >= 0) return { kind: 'copy', version };
  if (own) {
    const since = versions.slice((at ?? 0) + 1);
    const earlier = versions.slice(0, at);
    const [published] = earlier;
    const takenBack = published !== undefined && saysTheSame(published, reading, 'readings');
    return { kind: 'edit', before: own, earlier, since, takenBack };
  }
  const newest = versions.at(-1);
  const known = others.some((one) => saysTheSame(one, reading, 'copies'));
  const fresh = { earlier: [], since: [], takenBack: false };
  const mine = others.findLastIndex(({ document: { id } }) => id === reading.document.id);
  const apart = { ...fresh, since: mine < 0 ? [] : others.slice(mine + 1), apart: true as const };
  // The page that bore this number was given another: what it said is known, a copy of it that stayed goes on by itself,
  // and whatever else comes is the first.
  if (!newest && last && others.some((one) => one.document.id !== last.document.id && saysTheSame(one, last, 'copies')))
    return { kind: 'edit', before: last, ...apart };
  if (!newest) return known ? { kind: 'poorer' } : { kind: 'first' };
  if (!versions.some(isSettled)) return { kind: 'edit', before: newest, ...fresh };
  if (versions.some((one) => saysLess(reading, one))) return { kind: 'poorer' };
  if (last && isSettled(last)) return { kind: 'edit', before: last, ...apart, earlier: versions };
  return { kind: 'differs', from: newest, known };
}

const versionOf = (key: string, page: DocumentId, { histories }: Texts): PastReading | undefined =>
  histories.get(key)?.versions[histories.get(key)?.reached.get(page) ?? -1];

// Copies of one unnumbered text come within days; a yearly text of the same title is another.
const SAME_TITLE_DAYS = 30;

/** An announcement is one whatever URL bears it; what has no number is known by its page, or by a title that stands elsewhere. */
function keyOf({ document, announcement, provisions }: PastReading, { histories, pages }: Texts): string {
  const page = pages.get(document.id);
  if (announcement) return announcement;
  if (page) return page.key;
  const title = titleOf(document);
  for (const [key, { versions }] of histories) {
    const [first] = versions;
    if (!first || first.announcement || titleOf(first.document) !== title) continue;
    const [a, b] = [first.document.publishedOn, document.publishedOn];
    const near = !a || !b || Math.abs(daysBetween(a, b)) <= SAME_TITLE_DAYS;
    if (near && first.provisions.length === provisions.length) return key;
  }
  return document.id;
}

// Every text without a number is held against all of them.
const titles = new WeakMap<DocumentRef, string>();

function titleOf(document: DocumentRef): string {
  const known = titles.get(document);
  if (known !== undefined) return known;
  const title = folded(document.title);
  titles.set(document, title);
  return title;
}

const sameText = (a: PastReading, b: PastReading): boolean =>
  a.document.fingerprint === b.document.fingerprint && a.announcement === b.announcement && isLost(a) === isLost(b);

/** What a page is read as when what it said is gone. */
export const isLost = ({ provisions }: Pick<PastReading, 'provisions'>): boolean =>
  provisions.every((provision) => provision.action === 'unclear' && provision.doubt.kind === 'page-changed');

const isSettled = ({ provisions }: PastReading): boolean => provisions.some(({ action }) => action !== 'unclear');
/** Whether what a page bears was read to its end, there or at another address. */
export function isReadInFull(page: DocumentId, { pages, histories }: Texts): boolean {
  const versions = histories.get(pages.get(page)?.key ?? '')?.versions ?? [];
  return versions.some(({ provisions }) => provisions.every(({ action }) => action !== 'unclear'));
}

/** Whether each reading says all that the other says. */
export function saysTheSame(a: PastReading, b: PastReading, between: Between): boolean {
  const each = (x: PastReading, y: PastReading): boolean =>
    x.provisions.every((provision) => countersaid(provision, x, y, between) !== undefined);
  return a.provisions.length === b.provisions.length && each(a, b) && each(b, a);
}

/** The provision of another reading that says the same as one of this. */
export const countersaid = (
  provision: Provision,
  { document: { publishedOn } }: PastReading,
  other: PastReading,
  between: Between,
): Provision | undefined =>
  other.provisions.find((one) =>
    alike({ provision, publishedOn }, { provision: one, publishedOn: other.document.publishedOn }, between),
  );

/** A copy cut short, or one whose list was not read. */
const saysLess = (reading: PastReading, than: PastReading): boolean =>
  reading.provisions.every(
    (provision) =>
      countersaid(provision, reading, than, 'copies') !== undefined ||
      (provision.action === 'unclear' && (!provision.measure || isWithin(provision.measure, than))),
  );

function isWithin({ parties, items }: Measure, { provisions }: PastReading): boolean {
  const known = provisions.flatMap((one) => ('measure' in one && typeof one.measure === 'object' ? [one.measure] : []));
  const codes = new Set(known.flatMap((measure) => codesOf(measure.items)));
  return (
    parties.every(among(known.flatMap((measure) => measure.parties))) && codesOf(items).every((code) => codes.has(code))
  );
}

/** Whether the words that bind are the same; a counter of visits beside them is not of them. */
function sameWords(a: PastReading, b: PastReading): boolean {
  const words = ({ provisions }: PastReading): string =>
    provisions.map(({ quote }) => folded(quote).replace(/(?:浏览|阅读|访问|点击)\D{0,6}\d+|\s/g, '')).join('\n');
  return words(a) === words(b);
}
