import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Document, DocumentId } from '../../functions/documents/document.ts';
import type { Report } from '../../functions/findings/finding.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import type { BeijingDate } from '../../functions/time.ts';
import type { Language } from '../../functions/sources/source.ts';

/** A headline with what people would say of it; `boundary`: fair people could differ. */
interface Row {
  readonly title: string;
  readonly summary?: string;
  readonly publisher: string;
  readonly day?: string;
  readonly relevant: boolean;
  readonly action?: Report['action'];
  readonly reach?: Report['reach'];
  readonly boundary?: boolean;
}

function reportIn({ title, summary = '', publisher, day }: Row, language: Language): Report | undefined {
  const document: Document = {
    id: title as DocumentId,
    fingerprint: title,
    source: 'table',
    publisher,
    authority: 'press',
    language,
    url: 'https://news.example/1',
    title,
    text: summary,
    ...(day && { publishedOn: day as BeijingDate }),
  };
  const reading = interpret(document);
  const provision = reading.kind === 'finding' ? reading.finding.provisions[0] : undefined;
  return provision?.action === 'report' ? provision.report : undefined;
}

const rowsOf = (file: string): readonly Row[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ boundary }) => !boundary);

// Headlines that were written to be unlike each other; a third of them was never looked at while the words were chosen.
test.each([
  ['en', 0.75],
  ['zh', 0.8],
  ['ja', 0.8],
] as const)('of headlines in %s that resemble no other, %d are found, and next to nothing else', (language, least) => {
  const rows = rowsOf(`varied.${language}.jsonl`);
  const told = rows.filter((row) => reportIn(row, language));
  const right = told.filter(({ relevant }) => relevant);
  expect(right.length / rows.filter(({ relevant }) => relevant).length).toBeGreaterThanOrEqual(least);
  expect(right.length / told.length).toBeGreaterThanOrEqual(0.97);
});

test.each(['en', 'zh', 'ja'] as const)('headlines in %s are told apart: measure, or talk of one', (language) => {
  const rows = rowsOf(`press.${language}.jsonl`);
  const missed: string[] = [];
  const wrong: string[] = [];
  const misread: string[] = [];
  for (const row of rows) {
    const report = reportIn(row, language);
    if (row.relevant && !report) missed.push(row.title);
    if (!row.relevant && report) wrong.push(row.title);
    if (row.relevant && report && (report.action !== row.action || report.reach !== row.reach)) misread.push(row.title);
  }
  const relevant = rows.filter((row) => row.relevant).length;
  const found = relevant - missed.length;
  expect(found / relevant, `missed: ${missed.join('\n')}`).toBeGreaterThanOrEqual(0.96);
  expect(found / (found + wrong.length), `wrong: ${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.96);
  expect(misread).toEqual([]);
});
