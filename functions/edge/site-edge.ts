import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readFileSync } from 'node:fs';
import { healthIn } from './bookmarks.ts';
import type { SiteEdge } from './edge.ts';
import { journalIn } from './journal.ts';
import { type Patience, patient, within } from './patience.ts';
import { now, setting } from './settings.ts';
import { Table } from './table.ts';

const PATIENCE: Patience = { tries: 3, attempt: 5_000, whole: 15_000 };
/** What was written last, by path: beside the pages, because the function may write nothing but the bucket. */
const MANIFEST = 'manifest.json';

/** What publishing the pages may do: read the table, write the bucket, and have the edge forget what changed. */
export function siteEdge(): SiteEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const bucket = setting('WATCH_SITE_BUCKET');
  const distribution = process.env['WATCH_SITE_DISTRIBUTION'];
  const s3 = new S3Client({
    ...patient(PATIENCE),
    ...(process.env['AWS_ENDPOINT_URL_S3'] && { forcePathStyle: true }),
  });
  const put = async (path: string, type: string, body: string, seconds: number): Promise<void> => {
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: path,
      Body: body,
      ContentType: type,
      CacheControl: `public, max-age=${seconds}`,
    });
    await within(PATIENCE, `S3 PutObject ${path}`, (options) => s3.send(command, options));
  };
  return {
    now,
    journal: journalIn(table),
    health: healthIn(table),
    address: setting('WATCH_SITE_ADDRESS'),
    // Beside the bundle: made from the code that the commands ask with (infra/site.ts).
    script: () => readFileSync(process.env['WATCH_SITE_SCRIPT'] ?? new URL('ask.js', import.meta.url), 'utf8'),
    async written() {
      try {
        const command = new GetObjectCommand({ Bucket: bucket, Key: MANIFEST });
        const { Body } = await within(PATIENCE, 'S3 GetObject', (options) => s3.send(command, options));
        return JSON.parse((await Body?.transformToString()) ?? '{}') as Record<string, string>;
      } catch (error) {
        if (error instanceof NoSuchKey) return {};
        throw error;
      }
    },
    write: ({ path, type, body }, seconds) => put(path, type, body, seconds),
    remember: (hashes) => put(MANIFEST, 'application/json', JSON.stringify(hashes), 0),
    async forget(paths, mark) {
      if (distribution === undefined || paths.length === 0) return;
      // Most runs change no page that was there before, and load nothing of this.
      const { forgetCopies } = await import('./network-edge.ts');
      await forgetCopies(distribution, paths, mark, PATIENCE);
    },
  };
}
