import type { Instrument, MeasureId, Party } from '../findings/finding.ts';
import { announcementNumbers } from '../lexicon/announcement-numbers.ts';
import { folded } from '../lexicon/fold.ts';
import type { Of } from './provision.ts';
import { isMeasureOf, type Restriction } from './restriction.ts';
import { heldOf, type Restrictions } from './restrictions.ts';
import type { Texts } from './texts.ts';

export type Moving = Of<'remove-parties' | 'suspend' | 'resume' | 'lift' | 'amend'>;

/** What a provision says of its target; number, title, parties, or only what it is. */
export interface Target {
  readonly measure?: MeasureId | undefined;
  readonly title?: string | undefined;
  readonly instrument?: Instrument | undefined;
  readonly parties?: readonly Party[] | undefined;
  readonly quote: string;
}

/** By number; by title; by whom it holds; else by what it is, where one alone of that kind stands. */
export function targetsOf(target: Target, restrictions: Restrictions): readonly Restriction[] {
  const { parties } = target;
  const candidates = candidatesOf(target, restrictions);
  if (target.measure !== undefined || target.title !== undefined) return candidates;
  if (parties && parties.length > 0) return candidates.filter((one) => heldOf(one, parties).length > 0);
  const standing = candidates.filter(({ lifted }) => !lifted);
  return standing.length === 1 ? standing : [];
}

/** Every measure that a target's number, title and kind allow. */
export function candidatesOf(
  { measure, title, instrument }: Target,
  restrictions: Restrictions,
): readonly Restriction[] {
  const ofKind = restrictions.all().filter((one) => !instrument || one.instrument === instrument);
  if (measure !== undefined) return ofKind.filter(({ id }) => isMeasureOf(id, measure));
  if (title === undefined) return instrument ? ofKind : [];
  const named = titleKey(title);
  return ofKind.filter((one) => titleKey(one.title).endsWith(named));
}

const titleKey = (title: string): string => folded(title).replace(/[\s《》"'“”]/g, '');

/**
 * A provision once for each measure that it acts on: who continues or ends a suspension may name nothing but the
 * announcement that began it, and to lift that announcement is to resume what it suspended.
 */
export function spreadOut(provision: Moving, restrictions: Restrictions, texts: Texts): readonly Moving[] {
  if (provision.action === 'remove-parties' || provision.action === 'amend') return [provision];
  const { measure, suspendedBy, ...rest } = provision;
  const own = measure !== undefined && candidatesOf({ measure, quote: '' }, restrictions).length > 0;
  if (own || provision.title !== undefined) return [provision];
  const named = measure ?? suspendedBy;
  const paused = named === undefined ? [] : pausedBy(named, restrictions, texts);
  if (paused.length === 0) return [provision];
  return paused.flatMap((one): readonly Moving[] => {
    if (rest.action === 'lift') return measure === undefined ? [] : [{ ...rest, action: 'resume', measure: one }];
    return rest.action === 'suspend' && rest.until === undefined ? [] : [{ ...rest, measure: one }];
  });
}

/** The measures that an announcement has suspended. */
function pausedBy(announcement: MeasureId, restrictions: Restrictions, { histories }: Texts): readonly MeasureId[] {
  const said = (histories.get(announcement)?.versions.at(-1)?.provisions ?? []).flatMap((one) =>
    one.action === 'suspend' && one.measure !== undefined ? [one.measure] : [],
  );
  const held = restrictions
    .all()
    .filter(({ suspensions }) => suspensions.some(({ by }) => numberIn(by.title) === announcement))
    .map(({ id }) => id);
  return [...new Set([...said, ...held])];
}

const numberIn = (title: string): string | undefined => announcementNumbers(folded(title))[0]?.number;
