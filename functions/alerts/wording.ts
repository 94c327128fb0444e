import type { Doubt, Instrument, Reach } from '../findings/finding.ts';
import type { Term } from '../register/change.ts';
import type { Standing } from '../register/restriction.ts';
import type { Health } from '../sources/health.ts';
import type { Language } from '../sources/source.ts';
import { type BeijingDate, beijingDay, addMinutes, type Instant } from '../time.ts';
import type { Urgency } from './alert.ts';
import type { Matter } from './matters.ts';
import type { Guidance } from './meaning.ts';
import { excerpt } from './safe-text.ts';

/** The evidence ladder, strongest first. */
export const ladder = ['official-text', 'official-statement', 'state-media', 'press', 'trade-body'] as const;
export type Evidence = (typeof ladder)[number];

/** How far a matter may be relied on. */
export type Status =
  | { readonly kind: 'confirmed'; readonly evidence: Evidence }
  /** A day that arrived, by the terms of an official text. */
  | { readonly kind: 'by-date' }
  /** An official text that could not be read for certain. */
  | { readonly kind: 'unread' }
  /** The ministry speaks of a measure whose text has not been seen. */
  | { readonly kind: 'said' }
  | { readonly kind: 'reported'; readonly evidence: Evidence; readonly outlets: readonly string[] }
  | { readonly kind: 'unconfirmed'; readonly outlets: readonly string[]; readonly number: number | undefined };

/** Ends and uses that announcements name over and over, so that they can be read without Chinese. */
export const endUseKinds = [
  ['military-users', /军事(?:最终)?用户|軍事ユーザー|military (?:end[- ])?users?/i],
  ['military-uses', /军事(?:最终)?用途|軍事(?:利用|目的)|military (?:purposes?|end[- ]uses?|uses?|applications?)/i],
  ['military-strength', /军事(?:实力|能力|力)|軍事力|military (?:capabilit|strength|power|might)/i],
  ['mass-destruction', /大规模杀伤性武器|weapons of mass destruction/i],
  ['terrorism', /恐怖主义|terroris[mt]/i],
] as const;
export type EndUse = (typeof endUseKinds)[number][0];

export const endUsesOf = (words: readonly string[]): readonly EndUse[] =>
  endUseKinds.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([kind]) => kind);

type Label =
  | 'change' | 'status' | 'effective' | 'covers' | 'thirdCountries' | 'means' | 'doNow' | 'also'
  | 'parties' | 'removed' | 'items' | 'endUses' | 'clause' | 'quote' | 'reading' | 'because' | 'related' | 'source' | 'publisher'
  | 'title' | 'address' | 'published' | 'retrieved' | 'evidence' | 'archive' | 'number' | 'freshness' | 'why' | 'report'
  | 'changes' | 'due' | 'inForce' | 'digest' | 'trouble'; // prettier-ignore

/** What the digest counts. */
export interface Watched {
  readonly sources: number;
  readonly polls: number;
  readonly failed: number;
  readonly since: Instant;
  /** Minutes since the official source that has been silent longest last answered; undefined: one never did. */
  readonly silent: number | undefined;
}

/** Everything that is said in a language, written by its readers' habits; a phrase that is missing is a type error. */
export interface Wording {
  readonly language: Language;
  readonly labels: Readonly<Record<Label, string>>;
  readonly urgency: Readonly<Record<Urgency, string>>;
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly instruments: Readonly<Record<Instrument, string>>;
  readonly banOnJapan: string;
  readonly reaches: Readonly<Record<Reach, string>>;
  /** By the lexicon's families. */
  readonly goods: Readonly<Record<string, string>>;
  readonly endUses: Readonly<Record<EndUse, string>>;
  /** Words of an edit's terms and of their values. */
  readonly terms: Readonly<Record<string, string>>;
  /** What may stand between two items of a list in a sentence. */
  readonly comma: string;
  readonly colon: string;
  /** Between two sentences of one line. */
  readonly stop: string;
  readonly ellipsis: string;
  /** In brackets, behind what it belongs to. */
  aside(text: string): string;
  quoted(text: string): string;

  day(day: BeijingDate): string;
  briefDay(day: BeijingDate): string;
  /** A moment in Tokyo and Beijing. */
  moment(at: Instant): string;
  /** How far a day is from today. */
  near(days: number): string;
  section(title: string): string;

  /** What happens, without its date; `brief` for an SMS. */
  what(matter: Matter, brief: boolean): string;
  /** From when, or until when, as it follows on `what`. */
  when(matter: Matter, day: (day: BeijingDate) => string): string;
  /** Before → after. */
  change(matter: Matter): string;
  status(status: Status): string;
  briefStatus(status: Status): string;
  /** The source of a matter in a few words, where no announcement names it. */
  briefSource(status: Status): string;
  confirms(number: number, on: BeijingDate, outlets: readonly string[]): string;
  effective(matter: Matter): string;
  covers(matter: Matter): string;
  thirdCountries(covered: boolean): string;
  readonly guidance: Guidance;
  /** Not listed is not clear. */
  notListed(ban: string): string;
  count(stated: number, read: number): string;
  hs(codes: readonly string[]): string;
  readonly hsNote: string;
  readonly because: (doubt: Doubt) => string;
  more(count: number, where: string): string;
  elsewhere(address: string): string;
  standing(standing: Standing, from: BeijingDate): string;
  health(health: Health, at: Instant): string;
  otherSources(count: number, silent: number): string;
  readonly noSources: string;
  readonly noRelated: string;
  why(choice: readonly string[]): string;
  readonly disclaimer: string;

  digestSubject(changes: number, from: BeijingDate, to: BeijingDate): string;
  digestHeadline(changes: number, from: BeijingDate, to: BeijingDate): string;
  watched(watched: Watched): string;
  quiet(count: number): string;
  readonly nothing: string;
  standings(inForce: number, japan: number, suspended: number, announced: number): string;
}

/** A term's two values as words to be looked up or shown; '' where there is none. */
export function shownTerm(term: Term): { name: string; before: string; after: string } {
  const { name } = term;
  const shown = (text: string): string => excerpt(text, 160);
  if ('added' in term) return { name, before: shown(term.removed.join(' ')), after: shown(term.added.join(' ')) };
  return { name, before: shown(String(term.before ?? '')), after: shown(String(term.after ?? '')) };
}

/** A moment as the clocks of Beijing and Tokyo show it: day and `HH:MM`. Neither place keeps summer time. */
export function clocks(at: Instant): Readonly<Record<'beijing' | 'tokyo', { day: BeijingDate; time: string }>> {
  const show = (hours: number) => ({
    day: beijingDay(addMinutes(at, (hours - 8) * 60)),
    time: new Date(Date.parse(at) + hours * 3_600_000).toISOString().slice(11, 16),
  });
  return { beijing: show(8), tokyo: show(9) };
}
