import type { Doubt, DoubtedAct } from '../findings/doubt.ts';
import type { Measure, MeasureId, Party } from '../findings/finding.ts';
import { daysBetween } from '../time.ts';
import { amend, partiesAt } from './alterations.ts';
import type { Effect } from './change.ts';
import { among } from './party-names.ts';
import { dayOf, type Of, type Text } from './provision.ts';
import { listedOn, type Restriction } from './restriction.ts';
import { heldOf, type Restrictions, withoutParties } from './restrictions.ts';
import { resume, suspend } from './suspensions.ts';
import { candidatesOf, type Moving, type Target, targetsOf } from './targets.ts';

/** A measure as its own text makes it. */
export function measureFrom(measure: Measure, text: Text): Restriction {
  const { parties, effectiveOn, ...terms } = measure;
  const { document, today } = text;
  const stage = (measure.staged ?? []).map(({ on }) => on).sort()[0];
  const from = effectiveOn === undefined && stage !== undefined ? stage : dayOf(effectiveOn, text);
  const stated = effectiveOn !== undefined || stage !== undefined;
  return {
    ...terms,
    version: 1,
    document,
    effectiveOn: from,
    seenOn: today,
    ...(!stated && { dayNotStated: true as const }),
    listings: parties.map((party) => ({ party, from })),
    suspensions: [],
  };
}

/** What a provision that moves existing measures does; an `unclear` effect where the register cannot tell which. */
export function move(provision: Moving, text: Text, restrictions: Restrictions, replaced?: Moving): readonly Effect[] {
  if (provision.action === 'remove-parties') return removal(provision, text, restrictions);
  if (provision.action === 'lift' && (provision.parties ?? provision.places))
    return removal(provision, text, restrictions);
  const targets = targetsOf(provision, restrictions);
  if (targets.length === 0) return onUnread(provision, text, restrictions);
  return targets.flatMap((restriction) => moveOne(provision, restriction, text, restrictions, replaced));
}

function moveOne(
  provision: Exclude<Moving, { action: 'remove-parties' }>,
  restriction: Restriction,
  text: Text,
  restrictions: Restrictions,
  replaced?: Moving,
): readonly Effect[] {
  const { lifted } = restriction;
  switch (provision.action) {
    case 'suspend': {
      if (lifted && lifted.on <= dayOf(provision.from, text)) return [];
      const before = replaced?.action === 'suspend' ? replaced : undefined;
      return suspend(provision, restriction, text, restrictions, before);
    }
    case 'resume':
      return lifted ? [] : resume(provision, restriction, text, restrictions);
    case 'lift': {
      const on = dayOf(provision.on, text);
      const edits = replaced !== undefined && lifted?.by.id === text.document.id && lifted.on !== on;
      if (lifted && !edits) return [];
      const ended = { ...restriction, lifted: { on, by: text.document, seenOn: text.today } };
      return [{ kind: 'lifted', restriction: restrictions.set(ended), on, quote: provision.quote }];
    }
    case 'amend':
      return amend(provision, restriction, text, restrictions);
  }
}

/** What is suspended, resumed or ended before it was read is kept until it is. */
function onUnread(
  provision: Exclude<Moving, { action: 'remove-parties' }>,
  text: Text,
  restrictions: Restrictions,
): readonly Effect[] {
  const { measure, action } = provision;
  if (measure === undefined || action === 'amend' || provision.instrument || provision.parties) {
    return [unknownTarget(provision)];
  }
  const known = restrictions.unread(measure) ?? unreadMeasure(measure, text);
  const effects = moveOne(provision, known, text, restrictions);
  if (effects.length > 0 || action !== 'resume' || known.suspensions.length > 0) return effects;
  const resumed = restrictions.set(known);
  return [{ kind: 'resumed', restriction: resumed, on: dayOf(provision.on, text), quote: provision.quote }];
}

/** A measure of which nothing is known but that other texts name it. */
export const unreadMeasure = (id: MeasureId, { document, today }: Text): Restriction => ({
  id,
  ...(/^[a-z-]+\/\d{4}\/\d+$/.test(id) && { announcement: id as string as NonNullable<Restriction['announcement']> }),
  title: '',
  instrument: 'licensing-rule',
  reach: 'all-destinations',
  items: [],
  goods: [],
  endUses: [],
  extraterritorial: false,
  legalBasis: [],
  version: 0,
  document,
  effectiveOn: dayOf(undefined, { document, today }),
  dayNotStated: true,
  seenOn: today,
  unread: true,
  listings: [],
  suspensions: [],
});

type Unknown = Target & { readonly action: DoubtedAct; readonly suspendedBy?: MeasureId | undefined };
function unknownTarget({ action, measure, suspendedBy, parties, quote }: Unknown): Effect {
  const target = measure ?? suspendedBy;
  const doubt: Doubt = target
    ? { kind: 'unknown-target', act: action, target }
    : { kind: 'unknown-parties', names: (parties ?? []).map(nameOf) };
  return { kind: 'unclear', doubt, quote };
}

const nameOf = ({ zh, en, ja }: Party): string => zh ?? en ?? ja ?? '';

/** A removal is said again by statements and copies for about as long. */
const SAME_REMOVAL_DAYS = 7;

/** By name, a removal finds the measure that holds the party now; two such measures, or none, are not to be guessed at. */
function removal(provision: Of<'remove-parties' | 'lift'>, text: Text, restrictions: Restrictions): readonly Effect[] {
  const { quote } = provision;
  const on = dayOf(provision.on, text);
  const holders = candidatesOf(provision, restrictions);
  if (holders.length === 0 && provision.measure !== undefined) return [unknownTarget(provision)];
  const parties = namedBy(provision, holders, on);
  const holding = (party: Party): readonly Restriction[] => holders.filter((one) => heldOf(one, [party]).length > 0);
  const found = new Map(parties.map((party) => [party, holding(party)]));
  const effects: Effect[] = holders.flatMap((holder): readonly Effect[] => {
    const leaving = parties.filter((party) => found.get(party)?.length === 1 && found.get(party)?.[0] === holder);
    if (leaving.length === 0) return [];
    const restriction = restrictions.set(withoutParties(holder, leaving, on));
    return [{ kind: 'parties-removed', restriction, parties: leaving, on, quote }];
  });
  const gone = among(
    holders.flatMap(({ listings }) =>
      listings
        .filter(({ until }) => until && Math.abs(daysBetween(until, on)) <= SAME_REMOVAL_DAYS)
        .map(({ party }) => party),
    ),
  );
  const doubtful = parties.filter((party) => found.get(party)?.length !== 1 && !gone(party));
  const counted = remainingDoubt(provision, effects, on);
  if (counted) effects.push({ kind: 'unclear', doubt: counted, quote });
  if (doubtful.length > 0 || parties.length === 0) {
    effects.push({ kind: 'unclear', doubt: { kind: 'unknown-parties', names: doubtful.map(nameOf) }, quote });
  }
  return effects;
}

/** 其余17家: what the text says remains, held against what does. */
function remainingDoubt(
  provision: Of<'remove-parties' | 'lift'>,
  effects: readonly Effect[],
  on: Text['today'],
): Doubt | undefined {
  const stated = provision.action === 'remove-parties' ? provision.statedRemaining : undefined;
  const [only, ...others] = effects.flatMap((effect) => ('restriction' in effect ? [effect.restriction] : []));
  if (stated === undefined || !only || others.length > 0) return undefined;
  const read = listedOn(only, on).length;
  return read === stated ? undefined : { kind: 'count', act: 'move', stated, read, unread: [] };
}

/**
 * Those whom it names, or whose places in the annex it gives; where it names only who remains, all others; where nobody,
 * the whole of the one list that holds as many as it says.
 */
function namedBy(
  provision: Of<'remove-parties' | 'lift'>,
  holders: readonly Restriction[],
  on: Text['today'],
): readonly Party[] {
  if (provision.parties && provision.parties.length > 0) return provision.parties;
  const [list] = holders;
  if (provision.places && list && holders.length === 1) return partiesAt(list, provision.places);
  const remaining = provision.action === 'remove-parties' ? (provision.remaining ?? []) : [];
  if (remaining.length > 0 && list && holders.length === 1) {
    const stays = among(remaining);
    return listedOn(list, on).filter((party) => !stays(party));
  }
  const stated = provision.action === 'remove-parties' ? provision.statedParties : undefined;
  const lists = holders.map((one) => listedOn(one, on)).filter((parties) => parties.length > 0);
  const [only, ...others] = lists.filter((parties) => stated === undefined || parties.length === stated);
  return only && others.length === 0 ? only : [];
}
