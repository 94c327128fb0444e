import type { Doubt } from '../../findings/doubt.ts';
import type { Instrument, Reach } from '../../findings/finding.ts';
import type { Family } from '../../lexicon/goods.ts';
import type { Term } from '../../register/change.ts';
import type { Standing } from '../../register/restriction.ts';
import type { Language } from '../../sources/source.ts';
import type { BeijingDate, Instant } from '../../time.ts';
import type { OwnKind } from '../../screening/own.ts';
import type { Urgency } from '../alert.ts';
import type { Condition, Cover } from '../covers.ts';
import type { EndUse } from '../end-uses.ts';
import type { Doing, Meaning, Supposing } from '../guidance.ts';
import type { Headline } from '../headline.ts';
import type { Phrases } from '../phrases.ts';
import type { Checked, Evidence, Status } from '../status.ts';
import type { List, Topic } from '../topic.ts';
import type { State, StateKind, Turn } from '../turn.ts';
import type { When } from '../when.ts';

/** Names the announcement of a number, or of a measure's identity. */
type Namer = (number: string) => string;

/** Everything that is said in a language, by its readers' habits; a phrase that is missing is a type error. */
export interface Text {
  readonly language: Language;
  readonly nouns: Nouns;
  readonly marks: Marks;
  readonly days: Days;
  readonly headlines: Headlines;
  readonly body: Body;
  readonly doubts: Phrases<Doubt, [name: Namer]>;
  readonly digest: DigestText;
}

export interface Nouns {
  readonly instruments: Readonly<Record<Instrument, string>>;
  /** A list's whole name, and a short one for a text message. */
  readonly lists: Readonly<Record<List, { readonly whole: string; readonly brief: string }>>;
  readonly banOnJapan: string;
  readonly goods: Readonly<Record<Family, string>>;
  /** Where room is short. */
  readonly briefGoods: Partial<Readonly<Record<Family, string>>>;
  readonly endUses: Readonly<Record<EndUse, string>>;
  readonly reaches: Readonly<Record<Reach, string>>;
  readonly terms: Readonly<Record<Exclude<Term['name'], 'catalogue'>, string>>;
  readonly urgency: Readonly<Record<Urgency, string>>;
  readonly evidence: Readonly<Record<Evidence, string>>;
}

export interface Marks {
  /** Between two items of a list in a sentence, and between two lists. */
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  /** Between two sentences of one line. */
  readonly stop: string;
  /** Between two whole sentences, where each bears its own full stop. */
  readonly space: string;
  readonly ellipsis: string;
  /** In brackets, behind what it belongs to. */
  aside(text: string): string;
  quoted(text: string): string;
  section(title: string): string;
}

export interface Days {
  day(day: BeijingDate): string;
  brief(day: BeijingDate): string;
  /** A moment in Tokyo and Beijing. */
  moment(at: Instant): string;
  /** The same shorter: the hour where it is of today, by the reader's own clock. */
  hour(at: Instant, now: Instant): string;
  /** How far a day is from today. */
  near(days: number): string;
}

export interface Headlines {
  readonly topics: Phrases<Topic, [brief: boolean]>;
  /** What happens, without its date; `brief` for a text message. */
  readonly headlines: Phrases<Headline, [brief: boolean]>;
  /** From when, or until when, as it follows on a headline. */
  readonly whens: Phrases<When, [show: (day: BeijingDate) => string]>;
}

export type Label =
  | 'change' | 'measures' | 'covers' | 'groups' | 'ours' | 'conditions' | 'stages' | 'clause' | 'stillPaused' | 'status' | 'quote' | 'means'
  | 'doNow' | 'doubt' | 'also' | 'page'
  | 'parties' | 'added' | 'removed' | 'left' | 'items' | 'endUses' | 'related' | 'source' | 'sources'; // prettier-ignore

export interface Body {
  readonly labels: Readonly<Record<Label, string>>;
  readonly turns: Phrases<Exclude<Turn, { kind: 'moved' }>, [terms: readonly string[]]>;
  readonly words: Readonly<Record<'yes' | 'no' | 'none', string>>;
  /** What came into a set and what left it: how many, and the first of them. */
  came(count: number, first: string): string;
  went(count: number, first: string): string;
  /** How a measure stands, with its days. */
  state(state: State): string;
  readonly states: Readonly<Record<StateKind, string>>;
  /** What stands now, and what it hangs on. */
  readonly buts: Readonly<Record<NonNullable<Extract<Turn, { kind: 'moved' }>['but']>, (after: string) => string>>;
  readonly covers: Phrases<Cover>;
  readonly conditions: Phrases<Condition>;
  readonly statuses: Phrases<Status, [name: Namer, now: Instant]>;
  /** The same in a word or two. */
  briefStatus(status: Status): string;
  /** The source of a matter in a few words, where no announcement names it. */
  briefSource(status: Status): string;
  /** Whose words are quoted. */
  readonly quotes: Readonly<Record<'text' | 'statement' | 'report', (quoted: string) => string>>;
  /** The alert that an official text bears out. */
  confirms(number: number, on: BeijingDate, outlets: readonly string[]): string;
  readonly meanings: Readonly<Record<Meaning, string>>;
  readonly supposing: Readonly<Record<Supposing, (law: string) => string>>;
  readonly doings: Readonly<Record<Doing, string>>;
  /** Not listed is not cleared. */
  notListed(ban: string): string;
  /** How many of the reader's own it touches. */
  readonly own: Readonly<Record<OwnKind, (count: number) => string>>;
  /** What `?` behind an id means. */
  readonly ownUnsure: string;
  readonly oursUnread: string;
  count(stated: number, read: number): string;
  hs(codes: readonly string[]): string;
  readonly hsNote: string;
  more(count: number, where: string): string;
  elsewhere(address: string): string;
  standing(standing: Standing, from: BeijingDate | undefined): string;
  /** A measure entered from public sources up to a day, whose text this watch has not read. */
  compiled(day: string): string;
  /** Measures that are not named one by one. */
  otherMeasures(inForce: number, suspended: number): string;
  /** Whether official sources could be watched, in a sentence. */
  watching(checked: Checked, now: Instant): string;
  /** Which alert it is, and by which of a subscriber's choices it came. */
  why(number: number | undefined, choice: readonly string[]): string;
  readonly disclaimer: string;
}

/** The share of failed checks from which a period was not watched throughout. */
export const OFTEN = 0.05;

/** What the digest counts. */
export interface Watched {
  /** Official sources. */
  readonly sources: number;
  readonly polls: number;
  readonly failed: number;
  readonly since: Instant;
  /** Minutes since the official source that has been silent longest last answered; undefined: one never did. */
  readonly silent: number | undefined;
  /** Hours within the period for which no official source answered. */
  readonly blindHours: number;
  /** Hours of the period. */
  readonly hours: number;
  /** Official sources that do not answer as it ends. */
  readonly down: number;
}

export interface DigestText {
  readonly title: string;
  readonly labels: Readonly<Record<'changes' | 'due' | 'inForce' | 'trouble', string>>;
  subject(changes: number, from: BeijingDate, to: BeijingDate): string;
  headline(changes: number, from: BeijingDate, to: BeijingDate): string;
  watched(watched: Watched): string;
  quiet(count: number): string;
  readonly nothing: string;
  /** A row of what lies ahead: the day, how far it is, and what. */
  due(day: BeijingDate, days: number, what: string): string;
  standings(inForce: number, japan: number, suspended: number, announced: number): string;
  trouble(publisher: string, since: Instant | undefined): string;
}
