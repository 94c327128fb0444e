import type { SourceState } from '../sources/health.ts';
import { beijingDay, type Instant, minutesBetween } from '../time.ts';
import type { Transition } from './operator.ts';

/** What to tell the operator, and what to remember of having told it. */
export interface News {
  readonly transition: Transition;
  readonly told: Readonly<Record<string, string>>;
}

// A source that flaps is told within one span of time once, with its end; then once a span. One that stays as it is for a while
// is told in any case, up to a few times.
const SPAN_MINUTES = 6 * 60;
const STAYS_MINUTES = 30;
const MAILS = { flapping: 2, most: 4 };

/**
 * The transitions that the operator has not heard of: when a source goes down, reads with losses, or comes back, and for each
 * gap, each flood and each page that is gone; of one kind and one source at most every six hours, and once a day that it
 * reports more than it is told of. A few minutes of
 * unreachability are nobody's business.
 * @param told by source id, and by `<id> gap`, `<id> held`, `<id> capped` and `<id> gone`, what the operator heard last
 */
export function transitionsOf(
  states: readonly SourceState[],
  told: Readonly<Record<string, string>>,
  at: Instant,
): readonly News[] {
  return states.flatMap((source): readonly News[] => [
    ...turnOf(source, told[source.id], at),
    ...gapOf(source, told[`${source.id} gap`]),
    ...floodOf(source, told[`${source.id} held`]),
    ...capOf(source, told[`${source.id} capped`]),
    ...goneOf(source, told[`${source.id} gone`]),
  ]);
}

/** What was heard of a source's state: `down`, and since when mails are counted, how many, and the turns until then. */
interface Heard {
  readonly state: string;
  readonly from: Instant | undefined;
  readonly mails: number;
  readonly turns: number;
}

function heardIn(told: string | undefined): Heard {
  const [state = 'ok', from = '', mails = '0', turns = '0'] = (told ?? 'ok').split('|');
  return { state, from: from === '' ? undefined : (from as Instant), mails: Number(mails), turns: Number(turns) };
}

function turnOf(source: SourceState, told: string | undefined, at: Instant): readonly News[] {
  const { id, state, failures, since, turns = 0 } = source;
  const heard = heardIn(told);
  const before = heard.state;
  const now = state === 'new' || (state === 'degraded' && failures > 0) ? before : state;
  if (now === before) return [];
  const inSpan = heard.from !== undefined && minutesBetween(heard.from, at) < SPAN_MINUTES;
  const stays = since !== undefined && minutesBetween(since, at) >= STAYS_MINUTES;
  if (inSpan && heard.mails >= (stays ? MAILS.most : MAILS.flapping)) return [];
  const unheard = turns - heard.turns;
  const flaps = heard.from !== undefined && unheard > MAILS.flapping;
  const mails = inSpan ? heard.mails + 1 : flaps ? MAILS.flapping : 1;
  const from = inSpan ? heard.from : at;
  const kind = now === 'ok' ? 'recovered' : now === 'down' ? 'down' : 'degraded';
  return [
    {
      transition: { source, kind, before, ...(flaps && { unheard: { turns: unheard } }) },
      told: { [id]: [now, from, mails, turns].join('|') },
    },
  ];
}

function gapOf(source: SourceState, told: string | undefined): readonly News[] {
  const { id, gap } = source;
  const [to = '', times = '0'] = told?.split('|') ?? [];
  if (!gap || to === gap.to || (to !== '' && minutesBetween(to as Instant, gap.to) < SPAN_MINUTES)) return [];
  const all = gap.times ?? Number(times) + 1;
  const unheard = all - Number(times);
  return [
    {
      transition: { source, kind: 'gap', ...(told !== undefined && unheard > 1 && { unheard: { times: unheard } }) },
      told: { [`${id} gap`]: `${gap.to}|${all}` },
    },
  ];
}

function floodOf(source: SourceState, told: string | undefined): readonly News[] {
  const { id, held } = source;
  const soon = held && told !== undefined && minutesBetween(told as Instant, held.at) < SPAN_MINUTES;
  if (!held || soon || told === held.at) return [];
  return [{ transition: { source, kind: 'held' }, told: { [`${id} held`]: held.at } }];
}

function capOf(source: SourceState, told: string | undefined): readonly News[] {
  const { id, capped } = source;
  const day = capped && beijingDay(capped.at);
  return day === undefined || told === day
    ? []
    : [{ transition: { source, kind: 'capped' }, told: { [`${id} capped`]: day } }];
}

function goneOf(source: SourceState, told: string | undefined): readonly News[] {
  const { id, gone } = source;
  if (!gone || told === gone.at) return [];
  return [{ transition: { source, kind: 'gone' }, told: { [`${id} gone`]: gone.at } }];
}
