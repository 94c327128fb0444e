import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverPending } from '../functions/runs/deliver-alerts.ts';
import { calendarEdge } from '../functions/edge/calendar-edge.ts';
import { journalIn } from '../functions/edge/journal.ts';
import { notifyEdge } from '../functions/edge/notify-edge.ts';
import { pollEdge } from '../functions/edge/poll-edge.ts';
import { Table } from '../functions/edge/table.ts';
import { keepCalendar } from '../functions/runs/run-calendar.ts';
import { createTable, REGION } from '../functions/local/emulated-table.ts';
import { type Emulators, startEmulators } from '../functions/local/emulators.ts';
import { ordinaryNotices, type Replica, startReplica } from '../functions/local/replica.ts';
import type { Announced } from '../functions/local/wire-pages.ts';
import { setClock } from '../functions/local/world.ts';
import { pollSource } from '../functions/runs/poll-source.ts';
import { catalogue } from '../functions/sources/catalogue.ts';
import type { Source } from '../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../functions/time.ts';
import { announce, headline, index, press } from './stories/telling.ts';

let emulators: Emulators;
let replica: Replica;
let runs = 0;

beforeAll(async () => {
  replica = await startReplica();
  emulators = await startEmulators('first');
  Object.assign(process.env, {
    WATCH_CONTACT: 'test@maker.example',
    WATCH_REPLICA: replica.address,
  });
});
afterAll(async () => {
  await emulators.close();
  await replica.close();
});

class Crash extends Error {}

/** What only reads leaves the world as the call before it did: dying after it is dying after that one. */
const reads = ['get', 'of', 'changes', 'since', 'all', 'last', 'mark', 'outlets', 'ownLists', 'confirmed', 'pause'];

/** Counts calls of an edge that do something, and dies right after one of them has done its work. */
class Fate {
  calls = 0;
  readonly #dieAfter: number;
  constructor(dieAfter: number) {
    this.#dieAfter = dieAfter;
  }
  over<E extends object>(edge: E): E {
    return new Proxy(edge, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === 'object' && value !== null) return this.over(value);
        if (typeof value !== 'function' || name === 'now') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          const result: unknown = await Reflect.apply(value, target, args);
          if (!reads.includes(String(name)) && ++this.calls === this.#dieAfter) throw new Crash();
          return result;
        };
      },
    });
  }
}

/** What each function holds in memory, as long as it lives. */
const instances = (fate: Fate) => ({
  poll: fate.over(pollEdge()),
  calendar: fate.over(calendarEdge()),
  notify: fate.over(notifyEdge()),
});

const list = (number: number, names: readonly string[], day: string): Announced =>
  announce(
    `商务部公告2026年第${number}号 公布将${names.length}家日本实体列入出口管制管控名单`,
    day,
    `根据《中华人民共和国出口管制法》，决定将${names.length}家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n${names.map((name, i) => `${i + 1}.${name}株式会社（${name} Co., Ltd.）`).join('\n')}`,
  );

const first = list(11, ['甲山', '乙川'], '2026-02-24');
const second = list(12, ['丙田'], '2026-02-25');
const news = [headline('China adds 2 Japanese entities to export control list', '2026-02-24T02:00:00.000Z')];
const moments = [
  { at: '2026-02-23T00:00:00.000Z', announced: [], headlines: [] },
  { at: '2026-02-24T02:30:00.000Z', announced: [], headlines: news },
  { at: '2026-02-24T03:00:00.000Z', announced: [first], headlines: news },
  { at: '2026-02-25T03:00:00.000Z', announced: [second, first], headlines: news },
] as const;

const sources = [index, press].map((id) => catalogue.find((one) => one.id === id) as Source);
const watch = { languages: ['en', 'ja'], sources: [{ id: index }, { id: press }] } as const;

interface Told {
  readonly delivered: readonly string[];
  readonly calls: number;
}

/** Lives through the moments in a world of its own, dying once; whoever died is run again two minutes later, with nothing in memory. */
async function live(dieAfter: number): Promise<Told> {
  const name = `run-${runs++}`;
  await createTable(name);
  const region = REGION;
  const { topicArn } = emulators.sns.createTopic(name, { region });
  emulators.sns.createQueue(name, { region });
  emulators.sns.subscribe({ topic: name, queue: name, region });
  const operator = emulators.sns.createTopic(`${name}-operator`, { region }).topicArn;
  Object.assign(process.env, { WATCH_TABLE: name, WATCH_TOPIC: topicArn, WATCH_OPERATOR_TOPIC: operator });
  const fate = new Fate(dieAfter);
  let functions = instances(fate);
  for (const { at, announced, headlines } of moments) {
    const day = at.slice(0, 10) as BeijingDate;
    replica.show({
      sources,
      announced: { [index]: [...announced, ...ordinaryNotices(2, '2026-02-22' as BeijingDate)] },
      headlines: { [press]: [...headlines, headline(`Weather of ${day}`, `${day}T00:00:00.000Z`)] },
    });
    let now = at as Instant;
    const acts = [
      ...sources.map((source) => () => pollSource(source, functions.poll)),
      () => keepCalendar(functions.calendar),
      () => deliverPending(functions.notify, watch),
    ];
    for (const act of acts) {
      setClock(now);
      try {
        await act();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        functions = instances(fate);
        now = addMinutes(now, 2);
        setClock(now);
        await act();
      }
    }
  }
  const messages = emulators.sns.inspectQueue(name)?.messages.ready ?? [];
  const delivered = messages.map(({ body }) => {
    const { Message, MessageAttributes } = JSON.parse(body) as {
      Message: string;
      MessageAttributes: { language: { Value: string } };
    };
    const json = JSON.parse((JSON.parse(Message) as { default: string }).default) as { change: { number: number } };
    return `#${json.change.number} ${MessageAttributes.language.Value}`;
  });
  return { delivered, calls: fate.calls };
}

test('a crash after any call loses no alert, and repeats at most the one in flight, by its number', async () => {
  const undisturbed = await live(Infinity);
  // The languages of a change go out at once, its successors after it.
  expect(undisturbed.delivered.map((alert) => alert.split(' ')[0])).toEqual(['#1', '#1', '#2', '#2', '#3', '#3']);
  expect(undisturbed.delivered.toSorted()).toEqual(['#1 en', '#1 ja', '#2 en', '#2 ja', '#3 en', '#3 ja']);
  for (let call = 1; call <= undisturbed.calls; call++) {
    const { delivered } = await live(call);
    expect([...new Set(delivered)].sort(), `after call ${call}`).toEqual(undisturbed.delivered.toSorted());
    const repeated = delivered.filter((alert, i) => delivered.indexOf(alert) !== i);
    expect(new Set(repeated.map((alert) => alert.split(' ')[0])).size, `after call ${call}`).toBeLessThanOrEqual(1);
  }
}, 120_000);

test.each([2, 20])(
  '%i pollers at once leave a journal without gap, loss or repeat',
  async (pollers) => {
    const name = `together-${pollers}`;
    await createTable(name);
    const region = REGION;
    const { topicArn } = emulators.sns.createTopic(name, { region });
    emulators.sns.createQueue(name, { region });
    emulators.sns.subscribe({ topic: name, queue: name, region });
    const operator = emulators.sns.createTopic(`${name}-operator`, { region }).topicArn;
    Object.assign(process.env, { WATCH_TABLE: name, WATCH_TOPIC: topicArn, WATCH_OPERATOR_TOPIC: operator });
    const own = Array.from({ length: pollers }, (_, i) => ({ ...(sources[0] as Source), id: `${index}-${i}` }));
    const lists = own.map((_, i) => list(100 + i, [`第${i}工业`], '2026-02-24'));
    const show = (announced: (i: number) => readonly Announced[]): void => {
      replica.show({
        sources: own.slice(0, 1),
        announced: { [`${index}-0`]: [...announced(0), ...ordinaryNotices(2, '2026-02-22' as BeijingDate)] },
        headlines: {},
      });
    };
    setClock('2026-02-23T00:00:00.000Z' as Instant);
    show(() => []);
    await Promise.all(own.map((source) => pollSource(source, pollEdge())));
    setClock('2026-02-24T03:00:00.000Z' as Instant);
    // Every poller finds every announcement, in the same second.
    show(() => lists.slice(0, 8));
    await Promise.all(own.map((source) => pollSource(source, pollEdge())));
    const changes = await journalIn(new Table(name)).changes();
    const expected = lists.slice(0, 8).length;
    expect(changes.map(({ number }) => number)).toEqual(Array.from({ length: expected }, (_, i) => i + 1));
    const announcements = changes.map(({ cause }) => ('document' in cause ? cause.announcement : undefined));
    expect(new Set(announcements).size).toBe(expected);
    await Promise.all([1, 2, 3].map(() => deliverPending(notifyEdge(), watch)));
    const numbers = emulators.sns.inspectQueue(name)?.messages.ready.length;
    expect(numbers).toBe(expected * watch.languages.length);
  },
  120_000,
);
