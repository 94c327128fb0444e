import type { Instrument, Item, Party } from '../findings/finding.ts';
import type { Compilation, Standing } from '../register/restriction.ts';
import type { BeijingDate, Instant } from '../time.ts';

/** One thing to ask: a name in any script, a control code, a customs code of 4 to 10 digits, a material, free words. */
export interface Question {
  readonly text: string;
  /** The asker's own mark, given back as it came. */
  readonly id?: string;
  /** The Beijing day that is asked about. */
  readonly on: BeijingDate;
  /** The time of knowledge: the register that is asked must hold what was known then (`registerAt`). */
  readonly knownBy: Instant;
}

/**
 * `listed`: the name is on a list in force that day. `covered`: the goods are. `possible`: look at it. `no-match`: nothing in
 * what was read; never "clear", because measures work by use and user too.
 */
export type Verdict = 'listed' | 'covered' | 'possible' | 'no-match';

/** How a question met a measure, from certain to faint. */
export const hows = [
  /** The name, code or item as the measure writes it. */
  'exact',
  /** The same after folding: widths, scripts, legal form and its place, spaces, signs. */
  'folded',
  /** Another name of the party, by the lexicon. */
  'other-name',
  'former-name',
  /** The control or customs code, or a finer one under it. */
  'code',
  /** The item that names the material. */
  'item',
  /** A broader code, under which controlled ones lie. */
  'code-prefix',
  /** The same name under another legal form: another company, perhaps. */
  'other-legal-form',
  'abbreviation',
  /** The listed name stands within the question. */
  'contains',
  /** The question is most of the listed name. */
  'part-of',
  /** The question names a parent, or a holder of one half or more, of listed parties. */
  'parent',
  /** A near spelling. */
  'near',
  /** Goods of the family that the measure controls, but no item of it that we could tell. */
  'family',
] as const;
export type How = (typeof hows)[number];

/** One measure that a question meets. */
export interface Match {
  readonly measure: string;
  readonly title: string;
  readonly instrument: Instrument;
  readonly how: How;
  /** What of the measure was met: a name, a code, an item, a family of goods. */
  readonly matched: string;
  /** Absent: not stated. */
  readonly since?: BeijingDate;
  /** The last day of the measure, or of the pause; for a party taken off, the first day off the list. */
  readonly until?: BeijingDate;
  /** On the day that is asked about. */
  readonly standing: Standing;
  /** The duty goes on under this measure, though the notice is gone. */
  readonly continuedBy?: string;
  /** Whether this alone makes the question `listed` or `covered`. */
  readonly certain: boolean;
  /** Who must do what. */
  readonly duty: string;
  readonly link: string;
  /** The measure's words, where its text was read. */
  readonly quote?: string;
  /** SHA-256 of the archived text, where it was read. */
  readonly archived?: string;
  /** Present where the measure was compiled from public sources and its text not read by this watch. */
  readonly compiled?: Pick<Compilation, 'from' | 'completeTo' | 'confidence' | 'doubts'>;
  readonly party?: Party;
  readonly items?: readonly Item[];
}

/** What binds whoever is in no list. */
export interface AlsoApplies {
  readonly rule: 'end-use-ban' | 'catch-all';
  readonly measure: string;
  readonly text: string;
  readonly link?: string;
}

/** A part of the record that this answer does not rest on, because nobody here has read it. */
export interface Unread {
  readonly kind: 'attachment' | 'unclear' | 'source-down' | 'suspended' | 'unknown' | 'not-read' | 'beyond';
  readonly measure?: string;
  readonly text: string;
  /** The last day of a suspension. */
  readonly until?: BeijingDate;
  readonly link?: string;
}

/** The form of `npm run ask -- --json`, of the function, and of the page. */
export interface Answer {
  readonly question: string;
  readonly id?: string;
  readonly on: BeijingDate;
  readonly knownBy: Instant;
  readonly verdict: Verdict;
  readonly matches: readonly Match[];
  /** Measures published after the day that is asked about, where there are any: they were not there on it. */
  readonly later?: readonly Match[];
  readonly alsoApplies: readonly AlsoApplies[];
  readonly unread: readonly Unread[];
}
