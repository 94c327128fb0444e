import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressee, drain, relayed } from '../../functions/local/dead-letters.ts';
import { REGION } from '../../functions/local/emulated-table.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators('dead-letters');
  process.env['AWS_ENDPOINT_URL_SQS'] = `http://127.0.0.1:${emulators.sns.port}`;
});
afterAll(() => emulators.close());

test('a dead letter goes back to the function that gave it up, and leaves the queue when that succeeds', async () => {
  emulators.sns.createQueue('dead', { region: REGION });
  const queueUrl = `http://127.0.0.1:${emulators.sns.port}/000000000000/dead`;
  const letters = [
    { source: { id: 'meti' } },
    // What Lambda leaves of a run that failed, for the same source: one poll answers both.
    { version: '1.0', requestContext: { condition: 'RetriesExhausted' }, requestPayload: { source: { id: 'meti' } } },
    { task: 'daily' },
    {},
    { requestContext: {}, DDBStreamBatchInfo: { shardId: '1' } },
    { task: 'broken' },
  ];
  for (const letter of letters) emulators.sns.sendMessage('dead', JSON.stringify(letter), {});
  emulators.sns.sendMessage('dead', 'no JSON at all', {});
  const called: string[] = [];
  const { rung, failed } = await drain(queueUrl, addressee, (name, event) => {
    called.push(`${name} ${JSON.stringify(event)}`);
    return JSON.stringify(event).includes('broken') ? Promise.reject(new Error('no such task')) : Promise.resolve();
  });
  expect(called).toEqual([
    'poll {"source":{"id":"meti"}}',
    'calendar {"task":"daily"}',
    'notify {}',
    'calendar {"task":"broken"}',
  ]);
  expect(rung).toHaveLength(3);
  expect(failed).toEqual([
    'calendar {"task":"broken"}: no such task',
    'nobody no JSON at all: no function sends such a letter',
  ]);
  const left = emulators.sns.inspectQueue('dead')?.messages;
  expect((left?.ready.length ?? 0) + (left?.inflight.length ?? 0)).toBe(2);
});

test('a letter that none of the functions sends belongs to nobody', () => {
  expect(addressee('{"Records":[]}')).toBeUndefined();
  expect(addressee('42')).toBeUndefined();
});

test("a receiver's letter is rung again as it was, whether Lambda or SNS could not hand it over", () => {
  const event = { Records: [{ Sns: { MessageId: '1', Message: '{}' } }] };
  expect(relayed(JSON.stringify({ requestPayload: event }))).toEqual({ name: 'relay', event });
  const notice = { Type: 'Notification', MessageId: '1', Message: '{}' };
  expect(relayed(JSON.stringify(notice))).toEqual({ name: 'relay', event: { Records: [{ Sns: notice }] } });
  expect(relayed('{"task":"daily"}')).toBeUndefined();
});
