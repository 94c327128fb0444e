import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listEntries } from '../documents/list-entries.ts';
import { listingAsk } from '../documents/listing.ts';
import type { Page } from '../documents/page.ts';
import { httpClient } from '../edge/http.ts';
import { localSources, now } from '../edge/settings.ts';
import { Misconfigured } from '../errors.ts';
import { catalogue, enabledSources } from '../sources/catalogue.ts';
import type { Source } from '../sources/source.ts';
import { beijingDay } from '../time.ts';

/** What one source answered, in one row. */
interface Answered {
  readonly id: string;
  readonly is: 'as expected' | 'read with losses' | 'unreadable' | 'unreachable';
  readonly milliseconds: number;
  readonly bytes?: number;
  readonly contentType?: string;
  /** E: ETag, L: Last-Modified. */
  readonly validators?: string;
  readonly rows?: string;
  readonly newest?: string;
  readonly why?: string;
}

const AT_ONCE = 6;

/**
 * Asks sources once each, holds each answer against the catalogue, prints a table, and keeps every answer: the body as it
 * came, and beside it where and when it came from. Such a pair is what a test of a page needs.
 * @returns how many are not as expected
 */
export async function askSources(only: readonly string[] | undefined, folder: string): Promise<number> {
  const unknown = only?.find((id) => !catalogue.some((source) => source.id === id));
  if (unknown !== undefined) throw new Misconfigured(`--only: "${unknown}" is no source; see functions/sources`);
  const sources = only ? catalogue.filter(({ id }) => only.includes(id)) : enabledSources;
  mkdirSync(folder, { recursive: true });
  const client = httpClient({ contact: process.env['WATCH_CONTACT'] ?? 'no contact given', ...localSources() });
  const waiting = [...sources];
  const rows: Answered[] = [];
  const worker = async (): Promise<void> => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      const row = await ask(source, client.get, folder);
      rows.push(row);
      console.error(`[${rows.length}/${sources.length}] ${row.id}: ${row.is}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  client.close();
  print(
    rows.toSorted((a, b) => sources.findIndex(({ id }) => id === a.id) - sources.findIndex(({ id }) => id === b.id)),
  );
  const faults = rows.filter(({ is }) => is !== 'as expected').length;
  console.log(`${rows.length - faults} of ${rows.length} as expected; the answers are in ${folder}`);
  return faults;
}

async function ask(source: Source, get: ReturnType<typeof httpClient>['get'], folder: string): Promise<Answered> {
  const at = now();
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  let page: Page;
  try {
    const answer = await get(listingAsk(source, Number(beijingDay(at).slice(0, 4))));
    if (answer.kind === 'unchanged') throw new Error('answered "unchanged" to a request without validators');
    page = answer;
  } catch (error) {
    keep(folder, source, at, { error: wordsOf(error) });
    return { id: source.id, is: 'unreachable', milliseconds: took(), why: wordsOf(error) };
  }
  const milliseconds = took();
  const { bytes, contentType, validators, url } = page;
  keep(folder, source, at, { url, contentType, validators, milliseconds }, bytes);
  const seen = {
    id: source.id,
    milliseconds,
    bytes: bytes.length,
    ...(contentType && { contentType }),
    validators: `${validators.etag ? 'E' : ''}${validators.lastModified ? 'L' : ''}` || 'none',
  };
  try {
    const { entries, degraded } = await listEntries(source, page, at);
    const newest = entries
      .map(({ publishedAt }) => publishedAt ?? '')
      .sort()
      .at(-1);
    return {
      ...seen,
      is: degraded ? 'read with losses' : 'as expected',
      rows: `${entries.length} (≥ ${source.atLeast})`,
      ...(newest && { newest: newest.slice(0, 10) }),
      ...(degraded && { why: degraded }),
    };
  } catch (error) {
    return { ...seen, is: 'unreadable', why: wordsOf(error) };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function keep(folder: string, source: Source, at: string, about: object, bytes?: Uint8Array): void {
  const name = join(folder, source.id);
  writeFileSync(`${name}.json`, `${JSON.stringify({ source: source.id, at, ...about }, null, 2)}\n`);
  if (bytes) writeFileSync(`${name}.body`, bytes);
}

const columns = ['id', 'is', 'milliseconds', 'bytes', 'contentType', 'validators', 'rows', 'newest'] as const;

function print(rows: readonly Answered[]): void {
  const table = [columns.map(String), ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  for (const { id, why } of rows) if (why !== undefined) console.log(`${id}: ${why}`);
}
