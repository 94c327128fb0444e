import type { DocumentRef } from '../documents/document.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { Change } from '../register/change.ts';
import { addMinutes, type Instant } from '../time.ts';
import type { Surroundings } from './alert.ts';
import type { Matter } from './matters.ts';
import type { Union } from './phrases.ts';
import { excerpt } from './safe-text.ts';
import type { Seen } from './when.ts';

/** What a message rests on, strongest first. */
export type Evidence = 'official-text' | 'official-statement' | 'state-media' | 'press' | 'trade-body';

/** How far a matter may be relied on, and who says so. */
export type Status = Union<{
  /** An official text that was read. */
  text: { readonly readAt: Instant; readonly announcement?: AnnouncementNumber };
  /** The ministry's own words, outside its numbered texts. */
  statement: { readonly readAt: Instant };
  /** A day that arrived, by the terms of official texts; `announcement` set it. */
  day: {
    readonly announcement?: AnnouncementNumber;
    readonly checked: Checked;
    /** The law sets it, not the text: the two years of a temporary control. */
    readonly byLaw?: true;
  };
  /** An official text that could not be read for certain. */
  unread: { readonly readAt: Instant };
  /** The ministry speaks of a measure whose text has not been seen. */
  said: { readonly readAt: Instant };
  reported: { readonly evidence: Evidence; readonly outlets: readonly string[] };
  /** `report`: the alert that told of it first. */
  unconfirmed: { readonly outlets: readonly string[]; readonly report: number };
}>;

/** How many official sources answered in the day before, and when one last did. */
export interface Checked {
  readonly sources: number;
  readonly read: number;
  readonly last?: Instant;
}

export function statusOf(matter: Matter, change: Change, surroundings: Surroundings): Status {
  const { effect } = matter;
  if (effect.kind === 'unconfirmed') {
    const report = reportBehind(matter, surroundings);
    return { kind: 'unconfirmed', report: effect.change, outlets: outletsOf(surroundings, report) };
  }
  const readAt = change.observedAt;
  if (!('document' in change.cause)) {
    const by = matter.documents[0] && announcementOf(matter.documents[0], surroundings);
    const byLaw = 'byLaw' in effect && effect.byLaw ? { byLaw: effect.byLaw } : {};
    return { kind: 'day', checked: checkedAt(surroundings), ...(by && { announcement: by }), ...byLaw };
  }
  const evidence = evidenceOf(change, surroundings.register.told);
  if (effect.kind === 'unclear') return { kind: 'unread', readAt };
  if (effect.kind === 'reported') {
    const official = evidence === 'official-text' || evidence === 'official-statement';
    return official
      ? { kind: 'said', readAt }
      : { kind: 'reported', evidence, outlets: outletsOf(surroundings, change) };
  }
  if (evidence !== 'official-text') return { kind: 'statement', readAt };
  const { announcement } = change.cause;
  return { kind: 'text', readAt, ...(announcement && { announcement }) };
}

/** The announcement that a page was read as. */
export const announcementOf = (
  { id }: DocumentRef,
  { register }: Pick<Surroundings, 'register'>,
): AnnouncementNumber | undefined => register.texts.pages.get(id)?.last.announcement;

/** Whether a status needs no "but". */
export const isCertain = (status: Status): boolean =>
  status.kind === 'text' || status.kind === 'statement' || (status.kind === 'day' && status.checked.read > 0);

/** Whether an extension would have been seen: not where no official source was read in the last day. */
export const seenBy = ({ sources, at }: Pick<Surroundings, 'sources' | 'at'>): Seen =>
  checkedAt({ sources, at }).read > 0 ? 'no-extension' : 'unread';

/** How many official sources answered in the day before a moment. */
export function checkedAt({ sources, at }: Pick<Surroundings, 'sources' | 'at'>): Checked {
  const official = sources.filter(({ authority }) => authority === 'official');
  const since = addMinutes(at, -24 * 60);
  const answers = official.flatMap(({ checkedAt: answered }) => (answered ? [answered] : [])).toSorted();
  const last = answers.at(-1);
  const read = official.filter(({ state, checkedAt: answered }) => state !== 'down' && answered && answered >= since);
  return { sources: official.length, read: read.length, ...(last && { last }) };
}

/**
 * The rung that a Change stands on. What the ministry says outside its numbered texts and rules is a statement.
 * @param told the Changes before it, where what it tells of may have been reported
 */
export function evidenceOf({ cause, effects }: Change, told: readonly Change[]): Evidence {
  const [first] = effects;
  if (first?.kind === 'unconfirmed') {
    const report = told.find(({ number }) => number === first.change);
    return report && 'document' in report.cause ? rungOf(report.cause.document) : 'press';
  }
  if (!('document' in cause)) return 'official-text';
  const isText =
    cause.announcement !== undefined || effects.some(({ kind }) => kind === 'imposed' || kind === 'unclear');
  return isText && cause.document.authority === 'official' ? 'official-text' : rungOf(cause.document);
}

const rungOf = ({ authority }: DocumentRef): Evidence => (authority === 'official' ? 'official-statement' : authority);

/** The Change that first reported what is still unconfirmed. */
const reportBehind = ({ effect }: Matter, { register }: Surroundings): Change | undefined =>
  effect.kind === 'unconfirmed' ? register.told.find(({ number }) => number === effect.change) : undefined;

/** The outlets that carried a story; at least the one that we have it from. */
export function outletsOf({ outlets = [] }: Surroundings, report: Change | undefined): readonly string[] {
  const first = report && 'document' in report.cause ? [report.cause.document.publisher] : [];
  return [...new Set([...first, ...outlets])].map((outlet) => excerpt(outlet, 40)).filter(Boolean);
}

/** The pages that a Change rests on: its own, else those of the measures whose day has come, or of the report. */
export function documentsOf(
  change: Change,
  matters: readonly Matter[],
  surroundings: Surroundings,
): readonly DocumentRef[] {
  if ('document' in change.cause) return [change.cause.document];
  const documents = matters.flatMap((matter) => {
    const report = reportBehind(matter, surroundings);
    const reported = report && 'document' in report.cause ? [report.cause.document] : [];
    return [...matter.documents, ...reported];
  });
  return [...new Map(documents.map((document) => [document.url, document])).values()];
}
