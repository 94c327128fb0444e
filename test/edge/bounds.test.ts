import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document, DocumentId } from '../../functions/documents/document.ts';
import { archiveIn, storiesIn } from '../../functions/edge/archive.ts';
import { archivedText } from '../../functions/edge/archive-read.ts';
import { boundedKey, cutAtBytes } from '../../functions/edge/bounds.ts';
import { journalIn } from '../../functions/edge/journal.ts';
import { Table } from '../../functions/edge/table.ts';
import { waitingIn } from '../../functions/edge/waiting.ts';
import { createTable } from '../../functions/local/emulated-table.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import { record } from '../../functions/runs/record-document.ts';
import type { Change } from '../../functions/register/change.ts';
import type { BeijingDate, Instant } from '../../functions/time.ts';
import { type Faults, faultsBefore } from './aws-faults.ts';

let emulators: Emulators;
let dynamo: Faults;
beforeAll(async () => {
  emulators = await startEmulators('bounds');
  await createTable('bounds');
  // The emulator counts characters; DynamoDB counts bytes of UTF-8, and so does what stands before the emulator here.
  dynamo = await faultsBefore('DYNAMODB');
  dynamo.fate = (operation, body) => (isTooLong(operation, body) ? 'invalid' : 'pass');
});
afterAll(async () => {
  dynamo.close();
  await emulators.close();
});

type Attribute = { readonly S?: string; readonly N?: string; readonly B?: string };
type Attributes = Readonly<Record<string, Attribute>>;

const bytesOf = ({ S, N, B }: Attribute): number =>
  Buffer.byteLength(S ?? N ?? '') + (B === undefined ? 0 : Buffer.from(B, 'base64').length);

function isTooLong(operation: string, body: string): boolean {
  if (!['PutItem', 'UpdateItem', 'GetItem', 'Query'].includes(operation)) return false;
  const asked = JSON.parse(body) as { Item?: Attributes; Key?: Attributes; ExpressionAttributeValues?: Attributes };
  const { pk, sk } = asked.Item ?? asked.Key ?? {};
  const [partition, sort] = [pk ?? asked.ExpressionAttributeValues?.[':pk'], sk];
  const item = Object.entries(asked.Item ?? {}).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value),
    0,
  );
  const keys = [partition ? bytesOf(partition) : 1, sort ? bytesOf(sort) : 1];
  return (keys[0] ?? 0) > 2_048 || (keys[1] ?? 0) > 1_024 || keys.includes(0) || item > 400 * 1_024;
}

const at = '2026-02-24T03:00:00.000Z' as Instant;
const page = (id: string, more: Partial<Document> = {}): Document => ({
  id: id as DocumentId,
  fingerprint: 'f'.repeat(64),
  source: 'mofcom-announcements',
  publisher: '商务部',
  authority: 'official',
  language: 'zh',
  url: `https://www.mofcom.gov.cn/${id}`,
  title: '通知',
  text: '内容',
  publishedOn: '2026-02-24' as BeijingDate,
  ...more,
});

test('what counts bytes refuses what DynamoDB refuses', async () => {
  const table = new Table('bounds');
  const put = (partition: string, sort: string, body = ''): Promise<boolean> =>
    table.put(partition, sort, { body }, { text: 'attribute_not_exists(pk)' });
  await expect(put('报'.repeat(700), 'a')).rejects.toThrow('refused');
  await expect(put('p', '报'.repeat(400))).rejects.toThrow('refused');
  await expect(put('p', 'a', '报'.repeat(140_000))).rejects.toThrow('refused');
  expect(await put('报'.repeat(600), '报'.repeat(300), '报'.repeat(100_000))).toBe(true);
});

test.each([
  ['an address of 3,000 letters', page('a'.repeat(3_000))],
  ['an address with 700 brackets in its query', page(`art?q=${'('.repeat(700).replaceAll('(', '%28')}`)],
  ['an address of 1,000 Chinese characters', page('公'.repeat(1_000))],
  ['a title of 200,000 Chinese characters', page('title', { title: '公告'.repeat(100_000) })],
  ['a text of two million characters that do not compress', page('text', { text: noise(2_000_000) })],
])('%s is archived in a row that DynamoDB takes', async (_, document) => {
  const archive = archiveIn(new Table('bounds'));
  await archive.keep(document, at);
  await archive.keep(document, at);
  await archive.keepTable?.(document, 'list.csv', 'a,b', at);
  expect((await archivedText(new Table('bounds'), document))?.text.slice(0, 9)).toBe(document.text.slice(0, 9));
});

test('an outlet’s name of 400 Chinese characters is kept, and stays apart from its like', async () => {
  const stories = storiesIn(new Table('bounds'));
  const long = '报'.repeat(400);
  for (const outlet of [long, `${long}甲`, '新华网', '']) await stories.carriedBy(7, outlet);
  expect(await stories.outlets(7)).toHaveLength(4);
});

test('a Change of any size is appended', async () => {
  const restriction = { id: 'mofcom/2026/1', title: noise(2_000) };
  const effects = Array.from({ length: 30_000 }, () => ({
    kind: 'lifted',
    restriction: { id: restriction.id },
    quote: '',
  }));
  const change = {
    number: 1,
    observedAt: at,
    cause: { document: page('big', { title: noise(400_000) }) },
    provisions: [],
    effects,
  } as unknown as Change;
  await createTable('large');
  await journalIn(new Table('large')).append(change);
  expect(await journalIn(new Table('large')).changes()).toEqual([change]);
});

test('an entry that the database refuses is a fault of its own, which names it', async () => {
  const table = new Table('bounds');
  const journal = journalIn(table);
  const keep = (): Promise<void> => table.put('p', 'x'.repeat(2_000), {}, { text: 'attribute_not_exists(pk)' }).then();
  const edge = { journal, archive: { keep }, stories: storiesIn(table), waiting: waitingIn(table) };
  await expect(record(page('odd'), edge, at)).rejects.toThrow(
    'mofcom-announcements https://www.mofcom.gov.cn/odd: the database refuses what it says',
  );
});

test('a cut breaks no character, and a key that is cut keeps its own', () => {
  expect(cutAtBytes('报报报', 7)).toBe('报报');
  expect(cutAtBytes('🀄🀄', 7)).toBe('🀄');
  const [a, b] = [boundedKey(`${'报'.repeat(700)}a`, 1_024), boundedKey(`${'报'.repeat(700)}b`, 1_024)];
  expect(a).not.toBe(b);
  expect(Buffer.byteLength(a)).toBeLessThanOrEqual(1_024);
});

/** Characters in no order, the same on every run. */
function noise(length: number): string {
  let seed = 42;
  return Array.from({ length }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCodePoint(0x4e00 + (seed % 20_000));
  }).join('');
}
