import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { BeijingDate, Instant } from '../time.ts';
import type { MeasureId } from './finding.ts';

/** What a text does to measures that exist, as a doubt names it. */
export type DoubtedAct = 'remove-parties' | 'suspend' | 'resume' | 'lift' | 'amend';

/**
 * Why a text is unclear, with what a reader needs to look it up. Each language phrases it; no stage reads another's words.
 */
export type Doubt =
  /** Plainly about export control; what it does could not be established. */
  | { readonly kind: 'clause-not-understood' }
  /** 20家 where another number of names could be read; `stated` is missing where the text gives no number. */
  | {
      readonly kind: 'count';
      readonly act: 'list' | 'move';
      readonly stated?: number;
      readonly read: number;
      /** Attachments that may hold the names and were not read. */
      readonly unread: readonly string[];
    }
  /** Parties, and no word of which country they belong to. */
  | { readonly kind: 'no-country'; readonly act: 'list' | 'move' }
  /** The list of goods is in attachments that were not read. */
  | { readonly kind: 'unread-attachment'; readonly files: readonly string[] }
  /** The page no longer says what it said when its text of that day was read. */
  | { readonly kind: 'page-changed'; readonly since?: BeijingDate }
  /** Operative words changed, and no term that we model did. */
  | { readonly kind: 'wording-changed'; readonly before: string; readonly after: string }
  /** Two addresses bear one announcement and do not say the same. */
  | {
      readonly kind: 'copies-differ';
      readonly announcement?: AnnouncementNumber;
      /** The address of the copy that was read first. */
      readonly other: string;
      /** What differs: `parties`, or a term's name. */
      readonly facts: readonly string[];
    }
  /** It moves an announcement that the journal does not hold. */
  | { readonly kind: 'unknown-target'; readonly act: DoubtedAct; readonly target: MeasureId }
  /** It names parties that no list in the journal holds, or that several hold. */
  | { readonly kind: 'unknown-parties'; readonly names: readonly string[] }
  /** A listed title is plainly ours, and its page could not be read since. */
  | {
      readonly kind: 'page-unread';
      readonly since: Instant;
      readonly why: 'not-found' | 'unavailable' | 'not-decoded' | 'not-the-page';
    }
  /** Characters of the text are lost, so that nothing in it can be relied on. */
  | { readonly kind: 'characters-lost' }
  /** What a row of an older form said, in its own English. */
  | { readonly kind: 'other'; readonly words: string };
