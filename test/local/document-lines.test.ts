import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DocumentLine, documentLines } from '../../functions/local/document-lines.ts';

async function readLines(name: string, text: string): Promise<{ documents: DocumentLine[]; faults: string[] }> {
  const file = join(await mkdtemp(join(tmpdir(), 'lines-')), name);
  await writeFile(file, text);
  const documents: DocumentLine[] = [];
  const faults: string[] = [];
  for await (const line of documentLines(file, (fault) => faults.push(fault.replace(file, name)))) documents.push(line);
  return { documents, faults };
}

const line = (fields: object): string => JSON.stringify({ id: 'a', authority: 'press', title: 'Title', ...fields });

test('a line ends at its end, and not at a separator that JSON holds as it is', async () => {
  const { documents, faults } = await readLines(
    'a.jsonl',
    `${line({ title: 'One\u2028Two\u2029Three' })}\r\n${line({})}`,
  );
  expect(documents.map(({ document }) => document.title)).toEqual(['One\u2028Two\u2029Three', 'Title']);
  expect(faults).toEqual([]);
});

test('a document without a publisher has one that a key of the table can hold, and an id as long as a book fits one, too', async () => {
  const { documents } = await readLines(
    'a.jsonl',
    [{}, { publisher: '' }, { publisher: null }, { id: '号'.repeat(5_000) }].map(line).join('\n'),
  );
  expect(documents.map(({ document }) => document.publisher)).toEqual(Array(4).fill('not stated'));
  expect(Buffer.byteLength(documents[3]?.document.id ?? '')).toBeLessThan(1_100);
});

test('a line that is none is named with its number, and the rest goes on', async () => {
  const { documents, faults } = await readLines(
    'a.jsonl',
    `${line({})}\n{bad\n${line({ authority: 'nobody' })}\n${line({})}\n`,
  );
  expect(documents).toHaveLength(2);
  expect(faults).toEqual([
    expect.stringMatching(/^a\.jsonl, line 2: /),
    expect.stringMatching(/^a\.jsonl, line 3: authority: /),
  ]);
});

test('a file that is no gzip is named', async () => {
  await expect(readLines('a.jsonl.gz', 'no gzip')).rejects.toThrow(
    /a\.jsonl\.gz: cannot be read: incorrect header check/,
  );
});
