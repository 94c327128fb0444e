import type { EffectKind, Change } from '../register/change.ts';
import type { Register } from '../register/replay.ts';
import type { Hits } from '../screening/own.ts';
import type { SourceState } from '../sources/health.ts';
import type { Language } from '../sources/source.ts';
import type { Instant } from '../time.ts';

/** `immediate`: e-mail and SMS · `routine`: e-mail. */
export type Urgency = 'immediate' | 'routine';

/** What filter policies ask for. An empty value is not sent, and what is not said reaches everybody. */
export interface Attributes {
  readonly urgency: Urgency;
  readonly language: Language;
  readonly reach: string;
  readonly instrument: readonly string[];
  readonly effect: readonly (EffectKind | 'digest')[];
  readonly goods: readonly string[];
}

/** A Change in words, for one language. */
export interface Alert {
  readonly language: Language;
  readonly urgency: Urgency;
  /** Fewer than 100 characters, no line break. */
  readonly subject: string;
  /** Plain text. */
  readonly email: string;
  /** One segment with the sender's name before it: 160 GSM-7 characters in English, 70 UCS-2 units in the others. */
  readonly sms: string;
  /** For queues, functions and web hooks: the whole Change, as `alert.schema.json` describes it. */
  readonly json: string;
  readonly attributes: Attributes;
}

/** What an alert says beside its Change. */
export interface Surroundings {
  /** Replayed up to and including the Change. */
  readonly register: Register;
  /** The reported Change that this one confirms. */
  readonly report?: Change;
  /** Outlets that carried the reported story so far. */
  readonly outlets?: readonly string[];
  /** The sources that are on. */
  readonly sources: readonly SourceState[];
  /** When the alert is composed. */
  readonly at: Instant;
  /** Where the deployment's own site shows the measure as it stands, by language: the place to look for what was cut. */
  readonly page?: Readonly<Record<Language, string>>;
  /** What of the reader's own it touches; `unread`: their lists could not be read. Absent: they keep none. */
  readonly ours?: Hits | 'unread';
}
