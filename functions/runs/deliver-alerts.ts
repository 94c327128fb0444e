import { compose } from '../alerts/compose.ts';
import { composeOperator } from '../alerts/operator.ts';
import { transitionsOf } from '../alerts/transitions.ts';
import type { Alert, Surroundings } from '../alerts/alert.ts';
import type { DeliveryMark, Message, NotifyEdge } from '../edge/edge.ts';
import type { Change } from '../register/change.ts';
import { emptyRegister, type Register, replay } from '../register/replay.ts';
import { isReport } from '../register/stories.ts';
import type { SourceState } from '../sources/health.ts';
import type { Language } from '../sources/source.ts';
import { addMinutes, minutesBetween } from '../time.ts';

/** What is being watched, by the deployment's settings. */
export interface Watch {
  readonly languages: readonly Language[];
  /** Ids of the sources that are on. */
  readonly sources: readonly string[];
}

/** One delivery in one line, for the log and its metric filters. */
export interface DeliveryReport {
  /** Journal numbers published in this run. */
  readonly published: readonly number[];
  readonly owed: number;
  /** Age of the oldest Change that is not delivered in every language; 0 when there is none. */
  readonly undeliveredMinutes: number;
  /** Since any official source last answered. */
  readonly sourcesSilentMinutes: number;
  readonly sourcesDown: number;
  readonly subscribers: number;
  readonly faults: readonly string[];
}

// A run that dies holding the claim delays the next by this much; the function's own time is shorter.
const CLAIM_MINUTES = 1;
const CLAIM_TRIES = 40;
const CLAIM_PAUSE = 250;

/**
 * Publishes what the journal holds beyond the mark, in its order, and moves the mark behind each: at least once, and the
 * alert's number tells a repeat from news. What fails in one language is owed, and holds up neither the others nor what
 * comes behind.
 * @returns what was published, and what the alarms watch; `owed` counts what must be rung for again
 */
export async function deliverPending(edge: NotifyEdge, watch: Watch): Promise<DeliveryReport> {
  const published: number[] = [];
  const faults: string[] = [];
  const states = (await edge.health.all()).filter(({ id }) => watch.sources.includes(id));
  const until = addMinutes(edge.now(), CLAIM_MINUTES);
  let pending = await pendingOf(edge, states);
  if (pending.any && (await claimed(edge, until))) {
    try {
      // What is appended while this run publishes would otherwise wait for the next ring.
      while ((pending = await pendingOf(edge, states)).any) {
        const mark = await deliver(pending, edge, watch, states, published, faults);
        if (mark.owed.length > 0) break;
      }
    } finally {
      await edge.deliveries.release(until);
    }
  }
  const { mark, changes } = await pendingOf(edge, states);
  const oldest = changes.find(({ number }) => number > mark.upTo || mark.owed.some(({ change }) => change === number));
  const answered = states
    .filter(({ authority }) => authority === 'official')
    .map(({ checkedAt, tally }) => checkedAt ?? tally.since)
    .sort();
  const latest = answered.at(-1);
  return {
    published,
    owed: mark.owed.length,
    undeliveredMinutes: oldest ? Math.round(minutesBetween(oldest.observedAt, edge.now())) : 0,
    sourcesSilentMinutes: latest ? Math.round(minutesBetween(latest, edge.now())) : 0,
    sourcesDown: states.filter(({ state }) => state === 'down').length,
    subscribers: await edge.subscribers(),
    faults,
  };
}

interface Pending {
  readonly mark: DeliveryMark;
  readonly changes: readonly Change[];
  readonly any: boolean;
}

async function pendingOf(edge: NotifyEdge, states: readonly SourceState[]): Promise<Pending> {
  const [mark, changes] = [await edge.deliveries.mark(), await edge.journal.changes()];
  const any = changes.length > mark.upTo || mark.owed.length > 0 || transitionsOf(states, mark.told).length > 0;
  return { mark, changes, any };
}

async function claimed(edge: NotifyEdge, until: ReturnType<NotifyEdge['now']>): Promise<boolean> {
  for (let i = 0; i < CLAIM_TRIES; i++) {
    if (await edge.deliveries.claim(until)) return true;
    await edge.pause(CLAIM_PAUSE);
  }
  return false;
}

async function deliver(
  { mark, changes }: Pending,
  edge: NotifyEdge,
  watch: Watch,
  states: readonly SourceState[],
  published: number[],
  faults: string[],
): Promise<DeliveryMark> {
  let now = mark;
  let register: Register = emptyRegister;
  const told = (change: Change): boolean => !change.quiet && change.effects.length > 0;
  const due = changes.filter(({ number }) => number > mark.upTo || mark.owed.some(({ change }) => change === number));
  for (const change of due) {
    register = replay(changes.slice(register.upTo, change.number), register);
    const owed = mark.owed.filter((one) => one.change === change.number).map(({ language }) => language);
    const languages = owed.length > 0 ? owed : told(change) ? watch.languages : [];
    const failed: Language[] = [];
    if (languages.length > 0) {
      const around = await surroundings(change, register, changes, edge, states);
      for (const language of languages) {
        try {
          await edge.publish(messageOf(compose(change, around, language)));
        } catch (error) {
          failed.push(language);
          faults.push(`#${change.number} in ${language}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      if (failed.length < languages.length) published.push(change.number);
    }
    now = {
      ...now,
      upTo: Math.max(now.upTo, change.number),
      owed: [
        ...now.owed.filter((one) => one.change !== change.number),
        ...failed.map((language) => ({ change: change.number, language })),
      ],
    };
    await edge.deliveries.move(now);
  }
  for (const { transition, told: next } of transitionsOf(states, now.told)) {
    const { subject, text } = composeOperator(transition);
    await edge.tellOperator(subject, text);
    now = { ...now, told: { ...now.told, ...next } };
    await edge.deliveries.move(now);
  }
  return now;
}

async function surroundings(
  change: Change,
  register: Register,
  changes: readonly Change[],
  edge: NotifyEdge,
  sources: readonly SourceState[],
): Promise<Surroundings> {
  const report = change.confirms === undefined ? undefined : changes[change.confirms - 1];
  const story = isReport(change) ? change : report;
  return {
    register,
    sources,
    at: edge.now(),
    ...(report && { report }),
    ...(story && { outlets: await edge.stories.outlets(story.number) }),
  };
}

/** An alert as the topic takes it: a body for each protocol, attributes for filter policies. */
export const messageOf = ({ subject, email, sms, json, attributes }: Omit<Alert, 'language' | 'urgency'>): Message => ({
  subject,
  bodies: { default: json, email, sms },
  attributes: { ...attributes },
});
