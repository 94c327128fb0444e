import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalIn } from '../../functions/edge/journal.ts';
import { siteEdge } from '../../functions/edge/site-edge.ts';
import { Table } from '../../functions/edge/table.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import { setClock } from '../../functions/local/world.ts';
import { publishSite } from '../../functions/runs/publish-site.ts';
import type { Instant } from '../../functions/time.ts';
import { history } from '../alerts/history.ts';

let emulators: Emulators;
let s3: S3Client;
const BUCKET = 'pages';

beforeAll(async () => {
  emulators = await startEmulators('site-test');
  const script = join(mkdtempSync(join(tmpdir(), 'site-')), 'ask.js');
  writeFileSync(script, 'export {};');
  Object.assign(process.env, {
    WATCH_TABLE: 'site-test',
    WATCH_SITE_BUCKET: BUCKET,
    WATCH_SITE_ADDRESS: 'https://watch.example',
    WATCH_SITE_SCRIPT: script,
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${emulators.sns.port}`,
  });
  s3 = new S3Client({ forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
});
afterAll(() => emulators.close());

const publish = (at: string) => {
  setClock(at as Instant);
  return publishSite(siteEdge(), []);
};
const read = async (path: string): Promise<string> =>
  (await (await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: path }))).Body?.transformToString()) ?? '';

test('the function writes every page, then only what changed, and each with its type', async () => {
  const journal = journalIn(new Table('site-test'));
  const { changes } = history().journal;
  for (const change of changes.slice(0, -1)) await journal.append(change);

  const first = await publish('2026-11-25T00:00:00.000Z');
  expect(first.written).toHaveLength(first.files);
  expect(await read('ja/measures/mofcom-2026-1.html')).toContain('日本军事用户');
  const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'calendar.ics' }));
  expect([head.ContentType, head.CacheControl]).toEqual(['text/calendar; charset=utf-8', 'public, max-age=3600']);

  // An hour later nothing but the time of reading may differ.
  const second = await publish('2026-11-25T01:00:00.000Z');
  expect(second.written).toEqual(['health.json']);

  const last = changes.at(-1);
  if (last) await journal.append(last);
  const third = await publish('2026-11-25T02:00:00.000Z');
  expect(third.written).toContain('register.json');
  expect(third.written).not.toContain('site.css');
});

test('a run that is cut off does not begin at the first page again', async () => {
  const whole = await publish('2026-11-26T00:00:00.000Z');
  const edge = siteEdge();
  let left = 40;
  const write: typeof edge.write = (...file) =>
    left-- > 0 ? edge.write(...file) : Promise.reject(new Error('the function’s time is over'));
  setClock('2026-11-27T00:00:00.000Z' as Instant);
  await expect(publishSite({ ...edge, write }, [])).rejects.toThrow('time is over');
  const rest = await publish('2026-11-27T00:00:00.000Z');
  expect(rest.written).toHaveLength(whole.written.length - 32);
  expect(await read('zh/index.html')).toContain('2026年11月27日');
});
