import type { DocumentRef } from '../documents/document.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { BeijingDate } from '../time.ts';
import type { Doubt, DoubtedAct } from './doubt.ts';

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

/** Whether a measure is a list of parties; the others are of goods, or of a country. */
export const listsParties = (instrument: Instrument): boolean =>
  instrument === 'control-list' || instrument === 'watch-list' || instrument === 'unreliable-entity-list';

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
  /** Entries that its words name as those of other goods: 非1C226项下管制的. They are controlled elsewhere. */
  readonly notOf?: readonly string[];
  /** A mark of the whole description, where `text` is only its name: it tells whether the description changed. */
  readonly wording?: string;
}

/** Who must apply, above what, and what is refused or exempt: each with the words that say so. */
export interface Conditions {
  /** Who must apply for a licence; none: the text does not say, and it is the exporter in China. */
  readonly applicants: readonly ('exporter-in-china' | 'exporter-abroad')[];
  /** The share of the value from which Chinese content counts, in per cent: 0.1 in No. 61 of 2025. */
  readonly threshold?: { readonly percent: number; readonly quote: string };
  readonly presumptions?: readonly Presumption[];
  readonly exemptions?: readonly { readonly quote: string }[];
}

/** What is done as a rule with an application. */
export interface Presumption {
  readonly outcome: 'denial' | 'case-by-case' | 'approval';
  readonly whom: 'listed-parties' | 'military' | 'other';
  /** Units of a listed party from this share on, in per cent. */
  readonly ownedPercent?: number;
  readonly quote: string;
}

/** A part of a measure that begins on a day of its own. */
export interface Stage {
  readonly on: BeijingDate;
  /** The part, in the announcement's words. */
  readonly part: string;
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
  /** `name (address)` of attachments that may hold further items and were not read yet. */
  readonly annexUnread?: readonly string[];
  /** Families of goods (lexicon). */
  readonly goods: readonly string[];
  /** End users and end uses, in the announcement's words. */
  readonly endUses: readonly string[];
  /** Re-export and transfer from third countries are forbidden too. */
  readonly extraterritorial: boolean;
  readonly legalBasis: readonly string[];
  /** Undefined: the text does not say. */
  readonly effectiveOn?: BeijingDate;
  /** Its last day, where the text names one. */
  readonly until?: BeijingDate;
  /** 临时管制: without another announcement it ends after two years (Regulations art. 12). */
  readonly temporary?: true;
  /** Parts that begin on days of their own. */
  readonly staged?: readonly Stage[];
  readonly conditions?: Conditions;
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
  /** Where the words themselves name them. */
  readonly parties?: readonly Party[];
  readonly statedParties?: number;
  /** Goods with their codes, where the words name those. */
  readonly items?: readonly Item[];
  readonly effectiveOn?: BeijingDate;
  readonly until?: BeijingDate;
  /** Re-export and transfer from third countries are forbidden too, as the words themselves say. */
  readonly extraterritorial?: true;
  /** Of the press: how likely it is news of our subject, 0 to 1, calibrated. */
  readonly probability?: number;
  /** `strong` is told on one outlet's word; `weak` waits for a second, independent one. Undefined: strong. */
  readonly strength?: 'strong' | 'weak';
  /** A weak one whose words name no controlled thing beside China or Japan: two such are no evidence of anything. */
  readonly vague?: true;
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
  /** The announcement by its title alone, without 《》, where the text gives no number. */
  readonly title?: string;
  /** The announcement that suspended it: what this text continues, shortens or ends. */
  readonly suspendedBy?: MeasureId;
  /** Parties by their place in the annex: 附件第2项、第9项. */
  readonly places?: readonly number[];
}

/** What an amendment or a correction (更正) puts in place of what. */
export interface Alteration {
  readonly added?: readonly Party[];
  readonly removed?: readonly Party[];
  /** Entries of the annex that go, by their places. */
  readonly removedPlaces?: readonly number[];
  /** A new name for the same party. */
  readonly renamed?: readonly { readonly from: Party; readonly to: Party }[];
  /** Further names of parties that are listed already. */
  readonly aliases?: readonly { readonly party: Party; readonly names: readonly string[] }[];
  /** Items as they now read, and items no longer controlled. */
  readonly items?: readonly Item[];
  readonly endedItems?: readonly Item[];
  /** Words, codes or figures: `before` is replaced by `after`. */
  readonly replaced?: readonly { readonly before: string; readonly after: string }[];
  /** The announcement's number, where that itself was misprinted. */
  readonly number?: AnnouncementNumber;
  /** 延长临时管制的实施期限: the measure goes on beyond its last day, until the one that is named. */
  readonly prolonged?: { readonly until?: BeijingDate };
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
        readonly title?: string;
        /** Parties by their place in the announcement's annex: 附件第2项、第9项. */
        readonly places?: readonly number[];
        /** 其余17家: how many the text says remain listed, and those that it names. */
        readonly statedRemaining?: number;
        readonly remaining?: readonly Party[];
      }
    | (Target & {
        /** Extending a suspension is a suspension with a later `until`. */
        readonly action: 'suspend';
        readonly from?: BeijingDate;
        readonly until?: BeijingDate;
      })
    | (Target & { readonly action: 'resume' | 'lift'; readonly on?: BeijingDate })
    | (Target & {
        readonly action: 'amend';
        readonly on?: BeijingDate;
        /** The last day of what it arranges: a transition period. */
        readonly until?: BeijingDate;
        readonly alters?: Alteration;
      })
    | { readonly action: 'clarify'; readonly about: Report }
    | { readonly action: 'report'; readonly report: Report }
    /** Plainly our subject, and not to be guessed at: somebody must read it. `measure` holds what could be read. */
    | {
        readonly action: 'unclear';
        readonly doubt: Doubt;
        readonly measure?: Measure;
        /** What it plainly does, though not to whom; with the announcement, the list and the day that it names. */
        readonly act?: DoubtedAct;
        readonly target?: MeasureId;
        readonly instrument?: Instrument;
        readonly on?: BeijingDate;
      }
  );

/** What one document says. Never empty. */
export interface Finding {
  readonly document: DocumentRef;
  readonly announcement?: AnnouncementNumber;
  readonly reach: Reach;
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
