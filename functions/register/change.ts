import type { DocumentRef } from '../documents/document.ts';
import type { Doubt } from '../findings/doubt.ts';
import type { Instrument, Measure, Party, Provision, Reach, Report, Stage } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { BeijingDate, Instant } from '../time.ts';
import type { Compilation, Restriction, Suspension } from './restriction.ts';

interface Quoted {
  readonly quote: string;
}

/** A term of a measure that an edit changed. */
export type Term =
  | { readonly name: 'instrument'; readonly before: Instrument; readonly after: Instrument }
  | { readonly name: 'reach'; readonly before: Reach; readonly after: Reach }
  /** A missing day: the text names none. */
  | { readonly name: 'effectiveOn' | 'until'; readonly before?: BeijingDate; readonly after?: BeijingDate }
  | { readonly name: 'extraterritorial'; readonly before: boolean; readonly after: boolean }
  /** Its page was renumbered. */
  | { readonly name: 'announcement'; readonly before: AnnouncementNumber; readonly after: AnnouncementNumber }
  /**
   * Control and customs codes, families of goods, items without a code, end uses, conditions and stages, in the text's own
   * words: what came and what went.
   */
  | {
      readonly name: 'codes' | 'goods' | 'items' | 'endUses' | 'conditions' | 'staged';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** A catalogue whose list was read, against the one before: control codes, each with the name of its goods. */
  | {
      readonly name: 'catalogue';
      /** Its entries for exports. */
      readonly entries: number;
      /** The older catalogue's year; missing: the journal holds no older one, or the list is compared with itself. */
      readonly against?: number;
      /** The list had been read before, and is another now: its file, or the page, was replaced. */
      readonly edited?: true;
      readonly added: readonly CatalogueLine[];
      readonly removed: readonly CatalogueLine[];
      /** Customs codes came or went, or the goods have another name. */
      readonly changed: readonly CatalogueLine[];
      /** Nothing but their descriptions changed. */
      readonly described?: readonly CatalogueLine[];
    };

/** One control code of a catalogue, and what changed of it. */
export interface CatalogueLine {
  readonly code: string;
  readonly text: string;
  readonly hsAdded?: readonly string[];
  readonly hsRemoved?: readonly string[];
  readonly renamed?: true;
}

interface Moved {
  /** The measure after the change. */
  readonly restriction: Restriction;
}

/** An end that comes, or has come, without a new announcement. */
interface Ending {
  readonly suspension?: Suspension;
  /** What returns when the suspension ends was never in force before. */
  readonly firstTime?: true;
  /** No text names the end: it is the two years of a temporary control (Regulations art. 12). */
  readonly byLaw?: true;
  /** Every official source had been read at this moment or later; missing: one had never answered. */
  readonly readAt?: Instant;
}

/** What one Change does to what people must observe, or may expect. */
export type Effect =
  | (Quoted & Moved & { readonly kind: 'imposed' })
  | (Quoted &
      Moved & {
        readonly kind: 'amended';
        readonly added: readonly Party[];
        readonly removed: readonly Party[];
        /** Terms that changed; none when another announcement amends by its own words. */
        readonly terms: readonly Term[];
        /** The page says again what it said before an edit: the edit was taken back. */
        readonly takenBack?: true;
        /** The page had lost its text, was told as unclear, and says again what it said: nothing else changed. */
        readonly restored?: true;
        /** The measure had been compiled and not read: what changed is where its text and the compilation differ. */
        readonly compiledBefore?: true;
      })
  | (Quoted &
      Moved & { readonly kind: 'parties-removed'; readonly parties: readonly Party[]; readonly on: BeijingDate })
  | (Quoted & Moved & { readonly kind: 'suspended'; readonly suspension: Suspension })
  /** Its end is put off; or brought forward, where `shortened`. */
  | (Quoted &
      Moved & {
        readonly kind: 'extended';
        readonly suspension: Suspension;
        readonly before: BeijingDate;
        readonly shortened?: true;
      })
  | (Quoted & Moved & { readonly kind: 'resumed' | 'lifted'; readonly on: BeijingDate; readonly clause?: string })
  | (Quoted & { readonly kind: 'reported'; readonly report: Report })
  | (Quoted & { readonly kind: 'clarified'; readonly about: Report })
  | (Quoted & { readonly kind: 'unclear'; readonly doubt: Doubt; readonly measure?: Measure })
  /** A date that arrived: the measure, its suspension, the end of that by a text of its own, or its lifting begins today. */
  | (Moved & {
      readonly kind: 'took-effect';
      readonly what: 'measure' | 'suspension' | 'resumption' | 'lifting';
      readonly suspension?: Suspension;
      /** The part that begins, where others began before or begin later. */
      readonly stage?: Stage;
    })
  /** `on` is the last day of the suspension (or of the measure); `days` from the Change's day to it. */
  | (Moved & {
      readonly kind: 'ends-soon';
      readonly on: BeijingDate;
      readonly days: number;
    } & Ending)
  | (Moved & { readonly kind: 'lapsed'; readonly on: BeijingDate } & Ending)
  /** Seventy-two hours after a report, the ministry has published nothing that bears it out. */
  | { readonly kind: 'unconfirmed'; readonly report: Report; readonly change: number };

export type EffectKind = Effect['kind'];

/** Every kind of effect: what a filter policy may name. */
export const effectKinds = [
  'imposed',
  'amended',
  'parties-removed',
  'suspended',
  'extended',
  'resumed',
  'lifted',
  'reported',
  'clarified',
  'unclear',
  'took-effect',
  'ends-soon',
  'lapsed',
  'unconfirmed',
] as const satisfies readonly EffectKind[];

/** What caused a Change: a document, a day that arrived, or facts compiled from public sources and not read by this watch. */
export type Cause =
  | { readonly document: DocumentRef; readonly announcement?: AnnouncementNumber }
  | { readonly day: BeijingDate }
  | { readonly compiled: Compilation };

/**
 * Why nobody is told: read while learning what is in force, in a flood that is held, beyond what a source of the press is
 * told of in a day, compiled and not read, or a copy that only bears an earlier stamp.
 */
export const quietReasons = ['baseline', 'held', 'capped', 'compiled', 'copy'] as const;
export type Quiet = (typeof quietReasons)[number];

/** One version of one announcement, and what it alters: one row of the journal, at most one alert. */
export interface Change {
  /** 1, 2, 3 … without gap. */
  readonly number: number;
  readonly observedAt: Instant;
  readonly cause: Cause;
  /** What the document says: the reading that later versions and copies are compared with. */
  readonly provisions: readonly Provision[];
  readonly effects: readonly Effect[];
  /** The reported Change that this text bears out. */
  readonly confirms?: number;
  readonly quiet?: Quiet;
}

/** A Change that has yet to be given its number. */
export type Draft = Omit<Change, 'number'>;
