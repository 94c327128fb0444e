import type { Effect } from '../register/change.ts';
import { addDays, type BeijingDate } from '../time.ts';
import type { About, Matter } from './matters.ts';
import type { Union } from './phrases.ts';

/** Whether official sources were read as an end came: a lapse is certain only where they were. */
export type Seen = 'no-extension' | 'unread';

/** From when, or until when, as it follows on a headline. */
export type When = Union<{
  /** A measure that is announced takes effect. */
  effect: Begin;
  /** What is moved moves; a day that was announced has come. */
  from: Begin;
  /** The text names no day. */
  'not-stated': object;
  between: { readonly from: BeijingDate; readonly until: BeijingDate };
  'open-ended': { readonly from: BeijingDate };
  until: { readonly until?: BeijingDate; readonly was?: BeijingDate };
  ends: { readonly on: BeijingDate; readonly days: number };
  again: { readonly day: BeijingDate; readonly today: boolean; readonly seen?: Seen };
  over: { readonly on: BeijingDate; readonly seen?: Seen };
  /** The day of the news, where no day of effect is told. */
  /** An edit: on the day that its page was seen to say so. */
  seen: { readonly day: BeijingDate };
  dated: { readonly day: BeijingDate };
}>;

interface Begin {
  readonly day: BeijingDate;
  readonly until?: BeijingDate;
  readonly today: boolean;
}

/** When a headline is read, and what was seen. */
export interface Clock {
  /** The day of the news. */
  readonly news: BeijingDate;
  /** Undefined: a later day, on which "today" is no longer said. */
  readonly today?: BeijingDate;
  readonly seen?: Seen;
  /** The day on which the Change was seen. */
  readonly seenOn?: BeijingDate;
}

/** @param brief where room is short, neither "today" nor what was before is said */
export function whenOf({ effect }: Matter, clock: Clock, brief = false): When {
  const { news, seen } = clock;
  const today = brief ? undefined : clock.today;
  // That nothing was seen is the rule: where room is short, only that nobody looked is said.
  const looked = seen && !(brief && seen === 'no-extension') ? { seen } : {};
  switch (effect.kind) {
    case 'imposed':
      return effective(effect.restriction, today);
    case 'amended': {
      const { added, removed, terms, restriction } = effect;
      // The page's own day is that of those whom it named first.
      if (added.length + removed.length > 0 || terms.length === 0) return { kind: 'seen', day: clock.seenOn ?? news };
      return effective(restriction, today);
    }
    case 'parties-removed':
    case 'resumed':
    case 'lifted':
      return from(effect.on, today);
    case 'suspended': {
      const { from: first, until } = effect.suspension;
      return until ? { kind: 'between', from: first, until } : { kind: 'open-ended', from: first };
    }
    case 'extended': {
      const { until } = effect.suspension;
      return { kind: 'until', ...(until && { until }), ...(!brief && { was: effect.before }) };
    }
    case 'took-effect':
      if (effect.what === 'resumption') return from(beginning(effect), today);
      return from(beginning(effect), today, effect.suspension?.until ?? effect.restriction.until);
    case 'ends-soon':
      return { kind: 'ends', on: effect.on, days: effect.days };
    case 'lapsed': {
      const day = addDays(effect.on, 1);
      return effect.suspension
        ? { kind: 'again', day, today: day === today, ...looked }
        : { kind: 'over', on: effect.on, ...looked };
    }
    case 'reported':
    case 'unconfirmed':
    case 'clarified':
    case 'unclear':
      return { kind: 'dated', day: news };
  }
}

const from = (
  day: BeijingDate,
  today: BeijingDate | undefined,
  until?: BeijingDate,
): Extract<When, { kind: 'from' }> => ({
  kind: 'from',
  day,
  today: day === today,
  ...(until && { until }),
});

function effective(about: About, today: BeijingDate | undefined): When {
  const day = firstDay(about);
  return day ? { ...from(day, today, about.until), kind: 'effect' } : { kind: 'not-stated' };
}

/** The first day of a measure; undefined where its text, or what it was compiled from, names none. */
export function firstDay(about: About): BeijingDate | undefined {
  const unstated = 'version' in about && about.dayNotStated;
  return unstated ? undefined : about.effectiveOn;
}

/** The day on which a measure, its suspension, the end of that, or its lifting began. */
export function beginning(effect: Extract<Effect, { kind: 'took-effect' }>): BeijingDate {
  const { what, suspension, restriction, stage } = effect;
  if (what === 'lifting') return restriction.lifted?.on ?? restriction.effectiveOn;
  if (what === 'resumption' && suspension?.until) return addDays(suspension.until, 1);
  return stage?.on ?? suspension?.from ?? restriction.effectiveOn;
}
