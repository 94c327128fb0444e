import type { DocumentRef } from '../documents/document.ts';
import type { Doubt, Instrument, Measure, Party, Provision, Reach, Report } from '../findings/finding.ts';
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
  /** Control and customs codes, families of goods, end uses: what came and what went. */
  | {
      readonly name: 'codes' | 'goods' | 'endUses';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

interface Moved {
  /** The measure after the change. */
  readonly restriction: Restriction;
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
      })
  | (Quoted &
      Moved & { readonly kind: 'parties-removed'; readonly parties: readonly Party[]; readonly on: BeijingDate })
  | (Quoted & Moved & { readonly kind: 'suspended'; readonly suspension: Suspension })
  | (Quoted & Moved & { readonly kind: 'extended'; readonly suspension: Suspension; readonly before: BeijingDate })
  | (Quoted & Moved & { readonly kind: 'resumed' | 'lifted'; readonly on: BeijingDate; readonly clause?: string })
  | (Quoted & { readonly kind: 'reported'; readonly report: Report })
  | (Quoted & { readonly kind: 'clarified'; readonly about: Report })
  | (Quoted & { readonly kind: 'unclear'; readonly doubt: Doubt; readonly measure?: Measure })
  /** A date that arrived: the measure, its suspension or its lifting begins today. */
  | (Moved & {
      readonly kind: 'took-effect';
      readonly what: 'measure' | 'suspension' | 'lifting';
      readonly suspension?: Suspension;
    })
  /** `on` is the last day of the suspension (or of the measure); `days` from the Change's day to it. */
  | (Moved & {
      readonly kind: 'ends-soon';
      readonly on: BeijingDate;
      readonly days: number;
      readonly suspension?: Suspension;
    })
  | (Moved & { readonly kind: 'lapsed'; readonly on: BeijingDate; readonly suspension?: Suspension })
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

/** Why nobody is told: read while learning what is in force, in a flood that is held, or compiled and not read. */
export const quietReasons = ['baseline', 'held', 'compiled'] as const;
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
