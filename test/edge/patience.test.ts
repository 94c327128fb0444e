import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deliveriesIn } from '../../functions/edge/deliveries.ts';
import { Table } from '../../functions/edge/table.ts';
import { Topics } from '../../functions/edge/topic.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import { addMinutes, type Instant } from '../../functions/time.ts';
import { type Faults, faultsBefore } from './aws-faults.ts';

const TABLE = 'patience';
const AT = '2026-02-24T03:00:00.000Z' as Instant;
const short = { tries: 3, attempt: 400, whole: 4_000 };

let emulators: Emulators;
let dynamo: Faults;
let sns: Faults;
beforeAll(async () => {
  emulators = await startEmulators(TABLE);
  dynamo = await faultsBefore('DYNAMODB');
  sns = await faultsBefore('SNS');
});
afterEach(() => {
  for (const service of [dynamo, sns]) service.fate = () => 'pass';
});
afterAll(async () => {
  for (const service of [dynamo, sns]) service.close();
  await emulators.close();
});

async function seconds(act: () => Promise<unknown>): Promise<{ readonly took: number; readonly error: string }> {
  const started = performance.now();
  const error = await act().then(
    () => 'none',
    (failure: unknown) => (failure instanceof Error ? failure.message : String(failure)),
  );
  return { took: (performance.now() - started) / 1_000, error };
}

// All at once: each waits for a silence, and the silences may pass together.
test('a DynamoDB that accepts and is silent, stops halfway or drips is given up within its patience', async () => {
  const reads = await Promise.all(
    (['hang', 'stall', 'drip'] as const).map(async (fate) => {
      const own = await faultsBefore('DYNAMODB');
      const table = new Table(TABLE, { tries: 2, attempt: 300, whole: 1_500 });
      own.fate = () => fate;
      const read = await seconds(() => table.get('delivery', 'mark'));
      own.close();
      return { fate, ...read };
    }),
  );
  for (const { fate, took, error } of reads) {
    expect(error, fate).not.toBe('none');
    expect(took, fate).toBeLessThan(2);
  }
  expect(reads.find(({ fate }) => fate === 'drip')?.error).toBe('DynamoDB GetItem: no whole answer within 1500 ms');
}, 20_000);

test('after one silent answer of DynamoDB, the next try is the answer', async () => {
  let silent = true;
  dynamo.fate = () => (silent ? ((silent = false), 'hang') : 'pass');
  const { took, error } = await seconds(() => new Table(TABLE, short).get('delivery', 'mark'));
  expect(error).toBe('none');
  expect(took).toBeLessThan(2);
}, 10_000);

test('a silent SNS is asked as often as allowed, and given up', async () => {
  sns.fate = () => 'hang';
  const before = sns.calls.length;
  const { took, error } = await seconds(() =>
    new Topics(short).tell('arn:aws:sns:ap-northeast-1:000000000000:operator', 'x', 'x'),
  );
  expect(error).not.toBe('none');
  expect(took).toBeLessThan(2);
  expect(sns.calls.length - before).toBe(3);
}, 20_000);

test('a lost answer to the claim is no lost claim, and one left by a clock that ran ahead holds up nobody', async () => {
  let lost = false;
  dynamo.fate = (operation, body) =>
    operation === 'UpdateItem' && body.includes('claimedBy') && !lost ? ((lost = true), 'lose') : 'pass';
  const deliveries = deliveriesIn(new Table(TABLE), { now: () => AT });
  expect(await deliveries.claim(addMinutes(AT, 1))).toBe(true);
  expect(lost).toBe(true);
  const another = deliveriesIn(new Table(TABLE), { now: () => AT });
  expect(await another.claim(addMinutes(AT, 1.1))).toBe(false);
  await deliveries.release(addMinutes(AT, 1));
  expect(await deliveries.claim(addMinutes(AT, 61))).toBe(true);
  expect(await another.claim(addMinutes(AT, 1.1))).toBe(true);
});
