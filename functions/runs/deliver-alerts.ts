import type { Confirmed, DeliveryMark, NotifyEdge } from '../edge/edge.ts';
import { MessageRefused } from '../errors.ts';
import type { Change } from '../register/change.ts';
import type { Register } from '../register/replay.ts';
import { isAnswered } from '../register/stories.ts';
import type { SourceState } from '../sources/health.ts';
import type { Language } from '../sources/source.ts';
import { addMinutes, type Instant, minutesBetween } from '../time.ts';
import { debtsOf, type Failure } from './debts.ts';
import { operatorMails } from './operator-mails.ts';
import { noteTold, once } from './note-told.ts';
import { OwnLists } from './own-hits.ts';
import { missing, officialOverdueMinutes, statesOf, unpolled, waitedFor, type Watch } from './watch-report.ts';

/** One delivery in one line, for the log and its metric filters. */
export interface DeliveryReport {
  /** Journal numbers published in this run. */
  readonly published: readonly number[];
  readonly owed: number;
  /** `#number in language`: what SNS refused for a day in every form, and the operator was told of. */
  readonly abandoned: readonly string[];
  /** Age of the oldest Change that is not delivered in every language; 0 when there is none. */
  readonly undeliveredMinutes: number;
  /** Minutes by which the official source that is silent longest is past its time; 0 when none is. */
  readonly officialOverdueMinutes: number;
  readonly sourcesDown: number;
  /** Sources that are on, and that nobody polls. */
  readonly unpolled: readonly string[];
  readonly sourcesUnpolled: number;
  /** People, and operators, who are in the settings and do not hear; absent when SNS could not be asked, and in a local run. */
  readonly subscribersMissing?: number;
  readonly operatorsMissing?: number;
  /** The run's time was up before everything was published. */
  readonly stopped: boolean;
  readonly faults: readonly string[];
}

// A run that dies holding the claim delays the next by this much; the function's own time is shorter.
const CLAIM_MINUTES = 1;
const CLAIM_TRIES = 40;
const CLAIM_PAUSE = 250;
// No change is begun after this: a silent SNS may cost it twelve seconds more, and the function has 55.
const PUBLISHING_MINUTES = 0.4;

/**
 * Publishes what the journal holds beyond the mark, in its order, and moves the mark behind each: at least once, and the
 * alert's number tells a repeat from news. What fails in one language is owed, and holds up neither the others nor what
 * comes behind.
 * @returns what was published, and what the alarms watch; `owed` counts what must be rung for again
 */
export async function deliverPending(edge: NotifyEdge, watch: Watch): Promise<DeliveryReport> {
  const published: number[] = [];
  const faults: string[] = [];
  const states = statesOf(watch, await edge.health.all());
  const until = addMinutes(edge.now(), CLAIM_MINUTES);
  const run: Run = {
    edge,
    watch,
    states,
    published,
    faults,
    own: new OwnLists(edge, faults),
    listening: once(() => edge.confirmed()),
    abandoned: [],
    stopAt: addMinutes(edge.now(), PUBLISHING_MINUTES),
  };
  let pending = await pendingOf(run);
  if (pending.any && (await claimed(edge, until))) {
    try {
      // What is appended while this run publishes would otherwise wait for the next ring.
      while ((pending = await pendingOf(run)).any && !isOver(run)) {
        const mark = await deliver(pending, run);
        if (mark.owed.length > 0 || faults.length > 0) break;
      }
    } finally {
      await edge.deliveries.release(until);
    }
  }
  const { mark, changes, idle } = await pendingOf(run);
  const at = edge.now();
  const oldest = changes.find(({ number }) => number > mark.upTo || mark.owed.some(({ change }) => change === number));
  return {
    published,
    owed: mark.owed.length,
    abandoned: run.abandoned,
    undeliveredMinutes: oldest ? Math.round(minutesBetween(oldest.observedAt, at)) : 0,
    officialOverdueMinutes: officialOverdueMinutes(watch, states, mark.since ?? {}, at),
    sourcesDown: states.filter(({ state }) => state === 'down').length,
    unpolled: idle.map(({ id }) => id),
    sourcesUnpolled: idle.length,
    ...(await missingNow(run)),
    stopped: oldest !== undefined && isOver(run),
    faults,
  };
}

/** What one run works on. */
interface Run {
  readonly edge: NotifyEdge;
  readonly watch: Watch;
  readonly states: readonly SourceState[];
  readonly published: number[];
  readonly faults: string[];
  readonly own: OwnLists;
  /** Who is subscribed: asked once a run. */
  readonly listening: () => Promise<Confirmed>;
  readonly abandoned: string[];
  readonly stopAt: Instant;
}

const isOver = ({ edge, stopAt }: Run): boolean => edge.now() >= stopAt;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whoever is missing; that SNS does not say is a fault of the report, and none of the delivery. */
async function missingNow({
  listening,
  watch,
  faults,
}: Run): Promise<Pick<DeliveryReport, 'subscribersMissing' | 'operatorsMissing'>> {
  if (watch.expected === undefined) return {};
  try {
    const { subscribers, operators } = missing(watch, await listening());
    return { subscribersMissing: subscribers, operatorsMissing: operators };
  } catch (error) {
    faults.push(`who is subscribed: ${wordsOf(error)}`);
    return {};
  }
}

interface Pending {
  readonly mark: DeliveryMark;
  readonly changes: readonly Change[];
  /** Sources that nobody polls. */
  readonly idle: readonly SourceState[];
  readonly any: boolean;
}

async function pendingOf({ edge, watch, states }: Run): Promise<Pending> {
  const [stored, changes] = [await edge.deliveries.mark(), await edge.journal.changes()];
  const at = edge.now();
  const since = waitedFor(watch, states, stored.since ?? {}, at);
  const mark = { ...stored, since };
  const idle = unpolled(watch, states, since, at);
  const any =
    changes.length > mark.upTo ||
    mark.owed.length > 0 ||
    operatorMails({ changes, states, idle }, mark.told, at).length > 0 ||
    JSON.stringify(since) !== JSON.stringify(stored.since ?? {});
  return { mark, changes, idle, any };
}

async function claimed(edge: NotifyEdge, until: ReturnType<NotifyEdge['now']>): Promise<boolean> {
  for (let i = 0; i < CLAIM_TRIES; i++) {
    if (await edge.deliveries.claim(until)) return true;
    await edge.pause(CLAIM_PAUSE);
  }
  return false;
}

async function deliver({ mark, changes, idle }: Pending, run: Run): Promise<DeliveryMark> {
  const { edge, watch, states, published, faults } = run;
  let now = mark;
  let register: Register | undefined;
  const told = (change: Change): boolean => !change.quiet && change.effects.length > 0 && !isAnswered(change, changes);
  const due = changes.filter(({ number }) => number > mark.upTo || mark.owed.some(({ change }) => change === number));
  for (const change of due) {
    if (isOver(run)) {
      faults.push(`#${change.number} and what comes behind wait for the next ring: the time of this run is up`);
      return now;
    }
    const { replay } = await import('../register/replay.ts');
    register = replay(changes.slice(register?.upTo ?? 0, change.number), register);
    const debts = mark.owed.filter((one) => one.change === change.number);
    const languages = debts.length > 0 ? debts.map(({ language }) => language) : told(change) ? watch.languages : [];
    const failed = languages.length > 0 ? await publishIn(languages, change, register, changes, run) : [];
    const owed = await debtsOf(failed, change, debts, run);
    if (failed.length < languages.length) {
      published.push(change.number);
      const sent = languages.filter((language) => !failed.some((one) => one.language === language));
      await noteTold(change, sent, run);
    }
    now = {
      ...now,
      upTo: Math.max(now.upTo, change.number),
      owed: [...now.owed.filter((one) => one.change !== change.number), ...owed],
    };
    await edge.deliveries.move(now);
  }
  const news = operatorMails({ changes, states, idle }, now.told, edge.now());
  if (due.length === 0 && news.length === 0) await edge.deliveries.move(now);
  for (const { about, compose, told: next } of news) {
    if (isOver(run)) break;
    const { subject, text } = await compose();
    try {
      await edge.tellOperator(subject, text);
    } catch (error) {
      // The next ring tells it; the report of this one must not fail with it.
      faults.push(`to the operator, of ${about}: ${wordsOf(error)}`);
      break;
    }
    now = { ...now, told: { ...now.told, ...next } };
    await edge.deliveries.move(now);
  }
  return now;
}

/** All languages at once, so that a silent SNS costs one patience. @returns those that failed */
async function publishIn(
  languages: readonly Language[],
  change: Change,
  register: Register,
  changes: readonly Change[],
  { edge, states, faults, own }: Run,
): Promise<readonly Failure[]> {
  // Most rings have nothing to tell, and need none of the words.
  const [{ publishIfTaken }, { surroundingsOf }] = await Promise.all([
    import('./publish-alert.ts'),
    import('./surroundings.ts'),
  ]);
  const around = await surroundingsOf(change, register, changes, states, { edge, faults, own });
  const failed = await Promise.all(
    languages.map(async (language): Promise<readonly Failure[]> => {
      const which = `#${change.number} in ${language}`;
      try {
        await publishIfTaken(change, around, language, (why) => faults.push(`${which}: ${why}`), edge);
        return [];
      } catch (error) {
        faults.push(`${which}: ${wordsOf(error)}`);
        return [{ language, refused: error instanceof MessageRefused, why: wordsOf(error) }];
      }
    }),
  );
  return failed.flat();
}
