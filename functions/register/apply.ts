import type { DocumentRef } from '../documents/document.ts';
import type { DoubtedAct, Measure, MeasureId, Party, Provision } from '../findings/finding.ts';
import { addDays, type BeijingDate } from '../time.ts';
import type { Effect } from './change.ts';
import { covers, type Restriction, type Suspension } from './restriction.ts';
import { among, heldOf } from './substance.ts';

/** The provisions with one of these actions. */
type Of<A extends Provision['action'], P = Provision> = P extends { action: infer B }
  ? Extract<A, B> extends never
    ? never
    : P
  : never;

/** Restrictions on their way to a Change: what was in the register, and what this document made of it so far. */
export class Restrictions {
  readonly #before: ReadonlyMap<MeasureId, Restriction>;
  readonly #now = new Map<MeasureId, Restriction>();
  constructor(before: ReadonlyMap<MeasureId, Restriction>) {
    this.#before = before;
  }
  get(id: MeasureId): Restriction | undefined {
    return this.#now.get(id) ?? this.#before.get(id);
  }
  all(): readonly Restriction[] {
    return [...new Map([...this.#before, ...this.#now]).values()];
  }
  /** Sets a measure's next version; every Change raises it by one, however many provisions touch it. */
  set(next: Restriction): Restriction {
    const restriction = { ...next, version: (this.#before.get(next.id)?.version ?? 0) + 1 };
    this.#now.set(next.id, restriction);
    return restriction;
  }
}

/** Where a provision stands: its text, and the day that counts when it names none. */
export interface Text {
  readonly document: DocumentRef;
  readonly day: BeijingDate;
}

/** A new measure begins. */
export function impose(provision: Of<'impose'>, { document, day }: Text, restrictions: Restrictions): Effect {
  const { parties, effectiveOn = day, ...measure } = provision.measure;
  const listings = parties.map((party) => ({ party, from: effectiveOn }));
  const restriction = restrictions.set({ ...measure, version: 1, document, effectiveOn, listings, suspensions: [] });
  return { kind: 'imposed', restriction, quote: provision.quote };
}

/** What a provision that moves existing measures does; an `unclear` effect where the register cannot tell which. */
export function move(
  provision: Of<'remove-parties' | 'suspend' | 'resume' | 'lift' | 'amend'>,
  text: Text,
  restrictions: Restrictions,
): readonly Effect[] {
  if (provision.action === 'remove-parties') return removal(provision, provision.on ?? text.day, restrictions);
  if (provision.action === 'lift' && provision.parties) {
    const { instrument, parties, measure, on = text.day, quote } = provision;
    return removal({ instrument, parties, measure, quote }, on, restrictions);
  }
  const targets = targetsOf(provision, restrictions);
  if (targets.length === 0) return [unknownTarget(provision)];
  return targets.flatMap((restriction) => {
    if (restriction.lifted && provision.action !== 'amend') return [];
    switch (provision.action) {
      case 'suspend':
        return suspend(provision, restriction, text, restrictions);
      case 'resume':
        return resume(provision, restriction, provision.on ?? text.day, restrictions);
      case 'lift': {
        const on = provision.on ?? text.day;
        const lifted = restrictions.set({ ...restriction, lifted: { on, by: text.document } });
        return [{ kind: 'lifted', restriction: lifted, on, quote: provision.quote }];
      }
      case 'amend': {
        const { quote } = provision;
        return [
          { kind: 'amended', restriction: restrictions.set(restriction), added: [], removed: [], terms: [], quote },
        ];
      }
    }
  });
}

/** Measures of an announcement bear its number, alone or with the instrument behind it. */
export const isMeasureOf = (id: MeasureId, announcement: string): boolean =>
  id === announcement || id.startsWith(`${announcement}#`);

interface Target {
  readonly measure?: MeasureId | undefined;
  readonly instrument?: Measure['instrument'] | undefined;
  readonly parties?: readonly Party[] | undefined;
  readonly quote: string;
}

function targetsOf({ measure, instrument, parties }: Target, restrictions: Restrictions): readonly Restriction[] {
  if (measure !== undefined) {
    return restrictions
      .all()
      .filter(({ id, instrument: own }) => isMeasureOf(id, measure) && (!instrument || own === instrument));
  }
  if (!parties || parties.length === 0) return [];
  return restrictions
    .all()
    .filter((restriction) => restriction.instrument === instrument && heldOf(restriction, parties).length > 0);
}

const unknownTarget = ({ action, measure, parties, quote }: Target & { action: DoubtedAct }): Effect => ({
  kind: 'unclear',
  doubt: measure
    ? { kind: 'unknown-target', act: action, target: measure }
    : { kind: 'unknown-parties', names: (parties ?? []).map(nameOf) },
  quote,
});

const nameOf = ({ zh, en, ja }: Party): string => zh ?? en ?? ja ?? '';

/** By name, a removal finds the measure that holds the party now; two such measures, or none, are not to be guessed at. */
function removal(provision: Target, on: BeijingDate, restrictions: Restrictions): readonly Effect[] {
  const { quote } = provision;
  const parties = provision.parties ?? [];
  const holders = targetsOf(provision, restrictions);
  const holding = (party: Party): readonly Restriction[] => holders.filter((holder) => holds(holder, party));
  const found = new Map(parties.map((party) => [party, holding(party)]));
  const effects: Effect[] = holders.flatMap((holder): readonly Effect[] => {
    const leaving = parties.filter((party) => found.get(party)?.length === 1 && found.get(party)?.[0] === holder);
    if (leaving.length === 0) return [];
    const restriction = restrictions.set(withoutParties(holder, leaving, on));
    return [{ kind: 'parties-removed', restriction, parties: leaving, on, quote }];
  });
  const doubtful = parties.filter((party) => found.get(party)?.length !== 1);
  if (doubtful.length > 0) {
    effects.push({ kind: 'unclear', doubt: { kind: 'unknown-parties', names: doubtful.map(nameOf) }, quote });
  }
  return effects;
}

const holds = (restriction: Restriction, party: Party): boolean => heldOf(restriction, [party]).length > 0;

/** A restriction whose listings of some parties end on a day. */
export function withoutParties(restriction: Restriction, parties: readonly Party[], on: BeijingDate): Restriction {
  const leaves = among(parties);
  const listings = restriction.listings.map((listing) =>
    !listing.until && leaves(listing.party) ? { ...listing, until: on } : listing,
  );
  return { ...restriction, listings };
}

function suspend(
  provision: Of<'suspend'>,
  restriction: Restriction,
  { document, day }: Text,
  restrictions: Restrictions,
): readonly Effect[] {
  const { clause, parties, until, quote, from = day } = provision;
  const next: Suspension = {
    from,
    by: document,
    ...(until && { until }),
    ...(clause && { clause }),
    ...(parties && { parties }),
  };
  const running = restriction.suspensions.find(
    (suspension) => samePart(suspension, next) && (covers(suspension, from) || covers(suspension, addDays(from, -1))),
  );
  if (running === undefined) {
    const suspended = restrictions.set({ ...restriction, suspensions: [...restriction.suspensions, next] });
    return [{ kind: 'suspended', restriction: suspended, suspension: next, quote }];
  }
  if (running.until === until) return [];
  const moved: Suspension = { ...next, from: running.from };
  const suspensions = restriction.suspensions.map((suspension) => (suspension === running ? moved : suspension));
  const longer = running.until !== undefined && (until === undefined || until > running.until);
  const after = restrictions.set({ ...restriction, suspensions });
  return longer
    ? [{ kind: 'extended', restriction: after, suspension: moved, before: running.until, quote }]
    : [{ kind: 'suspended', restriction: after, suspension: moved, quote }];
}

function resume(
  provision: Of<'resume'>,
  restriction: Restriction,
  on: BeijingDate,
  restrictions: Restrictions,
): readonly Effect[] {
  const { clause, parties, quote } = provision;
  const part: Part = { ...(clause && { clause }), ...(parties && { parties }) };
  const ends = (suspension: Suspension): boolean =>
    (!suspension.until || suspension.until >= on) && ((!clause && !parties) || samePart(suspension, part));
  if (!restriction.suspensions.some(ends)) return [];
  const last = addDays(on, -1);
  const suspensions = restriction.suspensions.flatMap((suspension) => {
    if (!ends(suspension)) return [suspension];
    return suspension.from <= last ? [{ ...suspension, until: last, resumed: true as const }] : [];
  });
  const resumed = restrictions.set({ ...restriction, suspensions });
  return [{ kind: 'resumed', restriction: resumed, on, quote, ...(clause && { clause }) }];
}

interface Part {
  readonly clause?: string;
  readonly parties?: readonly Party[];
}

function samePart(a: Part, b: Part): boolean {
  const ours = a.parties ?? [];
  const theirs = b.parties ?? [];
  return a.clause === b.clause && ours.length === theirs.length && theirs.every(among(ours));
}
