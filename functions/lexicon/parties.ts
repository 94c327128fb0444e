import { type PartyNames, partyNames } from './names.ts';
import notes from './party-notes.json' with { type: 'json' };

/** How sure a Japanese name is: `high`, in a source named; `low`, follows from the characters; `none`, not found. */
export type NameConfidence = 'high' | 'medium' | 'low' | 'none';

interface PartyNotes {
  readonly measure: string;
  readonly no: number;
  /** Other spellings, short names and brands. */
  readonly also?: readonly string[];
  readonly former?: readonly string[];
  /** Abbreviations of two or three letters: too short to stand for it alone. */
  readonly short?: readonly string[];
  /** An address, or how the names are known. */
  readonly source: string;
  readonly confidence: NameConfidence;
  readonly note?: string;
}

/** A listed party with the other names that it is known by. Names as their owners write them. */
export type KnownParty = PartyNames & PartyNotes;

/** Whoever holds one half or more of listed parties, or is the body that they are units of, as far as publicly known. */
export interface KnownParent {
  readonly names: readonly string[];
  /** `measure#number` of each. */
  readonly of: readonly string[];
  readonly basis: string;
}

const noted = new Map(
  (notes.parties as readonly PartyNotes[]).map((one) => [`${one.measure}#${one.no}`, one] as const),
);
const unknown = { source: 'the annex', confidence: 'none' } as const;

/** Gathered from public pages on 25 November 2026. */
export const knownParties: readonly KnownParty[] = partyNames.map((names) => ({
  ...unknown,
  ...noted.get(`${names.measure}#${names.no}`),
  ...names,
}));
export const knownParents: readonly KnownParent[] = notes.parents;
