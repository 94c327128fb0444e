import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import * as v from 'valibot';
import type { Document } from '../documents/document.ts';
import { boundedId, fingerprintOf } from '../documents/fingerprint.ts';
import { oneLine } from '../documents/plain-text.ts';
import { Misconfigured } from '../errors.ts';
import { authorities, languages } from '../sources/source.ts';
import { type BeijingDate, beijingDay, parseBeijingDate, parseInstant } from '../time.ts';

const Line = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  authority: v.picklist(authorities),
  publisher: v.optional(v.nullable(v.string())),
  url: v.optional(v.nullable(v.string())),
  language: v.optional(v.nullable(v.string())),
  title: v.string(),
  text: v.optional(v.nullable(v.string())),
  /** An instant, a day, a month, or nothing. */
  publishedAt: v.optional(v.nullable(v.string())),
});

/** A document of a file, and the line it stands on. */
export interface DocumentLine {
  readonly document: Document;
  /** Where no day is known, but a month: its last day. */
  readonly by?: BeijingDate;
}

/**
 * Documents of JSON lines, plain or `.gz`, `-` being standard input. A line that is none is reported to `fault` with its
 * file, its number and what is wrong; the rest goes on.
 */
export async function* documentLines(file: string, fault: (message: string) => void): AsyncGenerator<DocumentLine> {
  const raw: Readable = file === '-' ? process.stdin : createReadStream(file);
  const bytes = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  if (bytes !== raw) raw.on('error', (error) => bytes.destroy(error));
  let number = 0;
  for await (const line of linesOf(bytes, file)) {
    number++;
    if (line.trim() === '') continue;
    try {
      yield documentOf(v.parse(Line, JSON.parse(line)));
    } catch (error) {
      const issue = v.isValiError<typeof Line>(error) ? error.issues[0] : undefined;
      const what = issue ? `${v.getDotPath(issue) ?? 'line'}: ${issue.message}` : (error as Error).message;
      fault(`${file === '-' ? 'standard input' : file}, line ${number}: ${what}; the line is left out`);
    }
  }
}

/** Lines end where JSON lines do. A line reader of Node's also ends them at U+2028, which JSON holds as it is. */
async function* linesOf(bytes: Readable, file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of bytes) {
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw new Misconfigured(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  yield rest + decoder.end();
}

function documentOf(line: v.InferOutput<typeof Line>): DocumentLine {
  const { id, authority, title } = line;
  const text = line.text ?? '';
  const stamp = line.publishedAt ?? '';
  const publishedAt = parseInstant(stamp);
  const publishedOn = publishedAt ? beijingDay(publishedAt) : parseBeijingDate(stamp);
  const document: Document = {
    id: boundedId(id),
    fingerprint: fingerprintOf(title, text),
    source: 'file',
    publisher: oneLine(line.publisher ?? '').slice(0, 100) || 'not stated',
    authority,
    language: languages.find((known) => known === line.language) ?? 'zh',
    url: line.url ?? `file:${id}`,
    title,
    text,
    ...(publishedOn && { publishedOn }),
    ...(publishedAt && { publishedAt }),
  };
  const month = /^\d{4}-\d{2}$/.test(stamp) ? lastDayOf(stamp) : undefined;
  return { document, ...(month && { by: month }) };
}

const lastDayOf = (month: string): BeijingDate | undefined => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return parseBeijingDate(new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10));
};
