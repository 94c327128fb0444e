import type { DocumentRef } from '../documents/document.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { BeijingDate } from '../time.ts';

export const instruments = [
  'country-ban',
  'control-list',
  'watch-list',
  'unreliable-entity-list',
  'item-control',
  'item-list',
  'licence-catalogue',
  'licensing-rule',
] as const;
/** 出口管制管控名单 and 关注名单 list parties; 管制清单 lists goods. English says "control list" for both; these ids do not. */
export type Instrument = (typeof instruments)[number];

/** `japan`: named · `all-destinations`: so Japan too · `elsewhere`: somebody else, not our subject. */
export type Reach = 'japan' | 'all-destinations' | 'elsewhere';

/** An announcement's number, with `#instrument` where it takes several; else the document's own identity. */
export type MeasureId = string & { readonly __brand: 'MeasureId' };

/** A listed party. Names as written; Japanese ones come from the lexicon and only where known. */
export interface Party {
  readonly zh?: string;
  readonly en?: string;
  readonly ja?: string;
  readonly address?: string;
  readonly aliases?: readonly string[];
}

/** Controlled goods, software or technology, in the announcement's words. HS codes are indicative (参考). */
export interface Item {
  readonly text: string;
  readonly controlCodes: readonly string[];
  readonly hsCodes: readonly string[];
}

/** One announcement's effect, as it says it. */
export interface Measure {
  readonly id: MeasureId;
  readonly announcement?: AnnouncementNumber;
  readonly title: string;
  readonly instrument: Instrument;
  readonly reach: Reach;
  readonly parties: readonly Party[];
  /** 20家: what the text says, to be held against what was extracted. */
  readonly statedParties?: number;
  readonly items: readonly Item[];
  /** Families of goods (lexicon). */
  readonly goods: readonly string[];
  /** End users and end uses, in the announcement's words. */
  readonly endUses: readonly string[];
  /** Re-export and transfer from third countries are forbidden too. */
  readonly extraterritorial: boolean;
  readonly legalBasis: readonly string[];
  /** Undefined: the text does not say, so it counts from publication. */
  readonly effectiveOn?: BeijingDate;
  readonly until?: BeijingDate;
}

export const reportedActs = ['impose', 'ease', 'resume', 'clarify', 'plan'] as const;
export type ReportedAct = (typeof reportedActs)[number];

/** What is reported of a measure before, or beside, its text: by the press, or by a spokesperson. Never a fact. */
export interface Report {
  readonly action: 'impose' | 'ease' | 'clarify';
  readonly instrument: Instrument;
  readonly reach: Reach;
  readonly goods: readonly string[];
  /** End users and end uses, in the report's words. */
  readonly endUses: readonly string[];
  readonly announcements: readonly AnnouncementNumber[];
  /**
   * The act more finely than `action` has it: `resume` imposes again what was suspended, `plan` is only announced,
   * considered or threatened. Undefined: as `action` says.
   */
  readonly act?: ReportedAct;
  /** Of the press: how likely it is news of our subject, 0 to 1, calibrated. */
  readonly probability?: number;
  /** `strong` is told on one outlet's word; `weak` waits for a second, independent one. Undefined: strong. */
  readonly strength?: 'strong' | 'weak';
}

interface Quoted {
  /** The words that this rests on, as published. */
  readonly quote: string;
}

/** Which measure, or which part of it; without a number, the measure that holds these parties now. */
interface Target {
  readonly measure?: MeasureId;
  readonly clause?: string;
  readonly instrument?: Instrument;
  readonly parties?: readonly Party[];
}

/** One thing that a document does. */
export type Provision = Quoted &
  (
    | { readonly action: 'impose'; readonly measure: Measure }
    | {
        readonly action: 'remove-parties';
        readonly instrument: Instrument;
        readonly parties: readonly Party[];
        readonly statedParties?: number;
        readonly on?: BeijingDate;
        /** Where the text names the announcement whose list it changes. */
        readonly measure?: MeasureId;
      }
    | (Target & {
        /** Extending a suspension is a suspension with a later `until`. */
        readonly action: 'suspend';
        readonly from?: BeijingDate;
        readonly until?: BeijingDate;
      })
    | (Target & { readonly action: 'resume' | 'lift' | 'amend'; readonly on?: BeijingDate })
    | { readonly action: 'clarify'; readonly about: Report }
    | { readonly action: 'report'; readonly report: Report }
    /** Plainly our subject, and not to be guessed at: somebody must read it. `measure` holds what could be read. */
    | { readonly action: 'unclear'; readonly because: string; readonly measure?: Measure }
  );

/** What one document says. Never empty. */
export interface Finding {
  readonly document: DocumentRef;
  readonly announcement?: AnnouncementNumber;
  readonly reach: Reach;
  /** Its words do not say what it is about; only the announcements that it names do. */
  readonly byNumberAlone?: true;
  readonly provisions: readonly [Provision, ...Provision[]];
}

/** One step of the reasoning: the rule, and the words it saw. */
export interface Reason {
  readonly rule: string;
  readonly span: string;
}

/** A document read: a finding or silence, and why. */
export type Reading =
  | { readonly kind: 'finding'; readonly finding: Finding; readonly why: readonly Reason[] }
  | { readonly kind: 'silent'; readonly why: readonly Reason[] };
