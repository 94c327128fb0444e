import type { Instrument } from '../findings/finding.ts';
import type { Effect, Term } from '../register/change.ts';
import { addDays, type BeijingDate } from '../time.ts';
import type { Matter } from './matters.ts';
import { namesOf } from './names.ts';
import type { Union } from './phrases.ts';
import { beginning, firstDay, type Seen } from './when.ts';

/** How a measure, or a party under it, stands. */
export type StateKind =
  | 'unlisted' | 'listed' | 'delisted' | 'unlicensed' | 'licensed' | 'absent' | 'announced' | 'in-force' | 'applies' | 'applies-again'
  | 'suspended' | 'suspended-open' | 'ended' | 'expired' | 'overdue'; // prettier-ignore

export interface State {
  readonly is: StateKind;
  readonly from?: BeijingDate;
  readonly until?: BeijingDate;
}

/** What stood before, and what stands now. */
export type Turn = Union<{
  moved: {
    readonly before: State;
    readonly after: State;
    readonly but?: 'unless-extended' | 'day-not-stated' | Seen;
    /** The day that counts, for how near it is. */
    readonly day?: BeijingDate;
  };
  /** `unstated`: the text names no day from which those added count. */
  edited: {
    readonly added: number;
    readonly removed: number;
    readonly terms: readonly Term[];
    readonly unstated: boolean;
  };
  /** As it was before an edit, or before the page lost its text. */
  'taken-back': object;
  restored: object;
  /** Nothing: the ministry explains. */
  explained: object;
  /** Nothing yet: a report alters no law. */
  reported: object;
  /** Not known until somebody reads the original. */
  unknown: object;
}>;

export function turnOf({ effect, instrument, parties }: Matter, seen: Seen | undefined): Turn {
  switch (effect.kind) {
    case 'imposed': {
      const [before, after] = imposing(parties.length > 0, instrument);
      const { until } = effect.restriction;
      const day = firstDay(effect.restriction);
      if (!day) return { kind: 'moved', before: { is: before }, after: { is: after }, but: 'day-not-stated' };
      return moved({ is: before }, { is: after, from: day, ...(until && { until }) }, day);
    }
    case 'amended':
      if (effect.takenBack) return { kind: 'taken-back' };
      if (effect.restored) return { kind: 'restored' };
      return edited(effect);
    case 'parties-removed':
      return moved({ is: 'listed' }, { is: 'delisted', from: effect.on }, effect.on);
    case 'suspended': {
      const { from, until } = effect.suspension;
      return moved({ is: 'in-force' }, suspended(until, from), from);
    }
    case 'extended': {
      const { until } = effect.suspension;
      return moved({ is: 'suspended', until: effect.before }, suspended(until), until);
    }
    case 'resumed':
      return moved({ is: 'suspended' }, { is: 'applies-again', from: effect.on }, effect.on);
    case 'lifted':
      return moved({ is: 'in-force' }, { is: 'ended', from: effect.on }, effect.on);
    case 'took-effect':
      return arrived(effect);
    case 'ends-soon':
      return { ...ending(effect), but: 'unless-extended', day: effect.on };
    case 'lapsed':
      return { ...ending(effect), ...(seen && { but: seen }) };
    case 'clarified':
      return { kind: 'explained' };
    case 'reported':
    case 'unconfirmed':
      return { kind: 'reported' };
    case 'unclear':
      return { kind: 'unknown' };
  }
}

function edited({ added, removed, terms, restriction }: Extract<Effect, { kind: 'amended' }>): Turn {
  const names = new Set(added.map(namesOf));
  const listed = restriction.listings.filter(({ party, until }) => until === undefined && names.has(namesOf(party)));
  const unstated = listed.length > 0 && listed.every(({ dayNotStated }) => dayNotStated);
  return { kind: 'edited', added: added.length, removed: removed.length, terms, unstated };
}

function imposing(onList: boolean, instrument: Instrument | undefined): readonly [StateKind, StateKind] {
  if (onList) return ['unlisted', 'listed'];
  return instrument === 'item-control' ? ['unlicensed', 'licensed'] : ['absent', 'applies'];
}

type Move = Extract<Turn, { kind: 'moved' }>;

const moved = (before: State, after: State, day: BeijingDate | undefined): Move => ({
  kind: 'moved',
  before,
  after,
  ...(day && { day }),
});

const suspended = (until: BeijingDate | undefined, from?: BeijingDate): State => ({
  is: until ? 'suspended' : 'suspended-open',
  ...(from && { from }),
  ...(until && { until }),
});

function arrived(effect: Extract<Effect, { kind: 'took-effect' }>): Move {
  const day = beginning(effect);
  if (effect.what === 'measure') return moved({ is: 'announced' }, { is: 'applies', from: day }, day);
  if (effect.what === 'resumption') return moved({ is: 'suspended' }, { is: 'applies-again', from: day }, day);
  if (effect.what === 'lifting') return moved({ is: 'in-force' }, { is: 'ended', from: day }, day);
  return moved({ is: 'in-force' }, suspended(effect.suspension?.until, day), day);
}

function ending({ on, suspension, firstTime, byLaw }: Extract<Effect, { kind: 'ends-soon' | 'lapsed' }>): Move {
  const next = addDays(on, 1);
  if (suspension) {
    return moved({ is: 'suspended', until: on }, { is: firstTime ? 'applies' : 'applies-again', from: next }, next);
  }
  if (byLaw) return moved({ is: 'in-force' }, { is: 'overdue', from: next }, undefined);
  return moved({ is: 'in-force', until: on }, { is: 'expired' }, undefined);
}
