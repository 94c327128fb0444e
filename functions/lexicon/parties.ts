import lexicon from './listed-parties.json' with { type: 'json' };

/** How sure a Japanese name is: `high`, in a source named; `low`, follows from the characters; `none`, not found. */
export type NameConfidence = 'high' | 'medium' | 'low' | 'none';

/** A listed party with the other names that it is known by. Names as their owners write them. */
export interface KnownParty {
  /** The measure that lists it, and its number in the annex. */
  readonly measure: string;
  readonly no: number;
  /** As the notice prints them, misprints kept. */
  readonly zh: string;
  readonly en: string;
  /** Its Japanese name, as registered where that is known. */
  readonly ja?: string;
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

/** Whoever holds one half or more of listed parties, or is the body that they are units of, as far as publicly known. */
export interface KnownParent {
  readonly names: readonly string[];
  /** `measure#number` of each. */
  readonly of: readonly string[];
  readonly basis: string;
}

/** The 80 Japanese parties of Announcements 11, 12, 27 and 28 of 2026. Gathered from stored public pages on 25 November 2026. */
export const knownParties = lexicon.parties as readonly KnownParty[];
export const knownParents: readonly KnownParent[] = lexicon.parents;
