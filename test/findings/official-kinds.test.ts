import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Document, DocumentId } from '../../functions/documents/document.ts';
import { fingerprintOf } from '../../functions/documents/fingerprint.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import { judged } from '../../functions/local/judge.ts';
import type { BeijingDate } from '../../functions/time.ts';

/** An official text and what it says, in the words of `npm run judge`; null: not stated. What is left out is not checked. */
interface Row {
  readonly group: string;
  readonly title: string;
  readonly publishedOn?: BeijingDate;
  readonly body: string;
  readonly says: Readonly<Record<string, unknown>>;
}

const rows = readFileSync(new URL('official-kinds.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

test.each(rows.map((row) => [row.group, row] as const))('%s', (_, { title, body, publishedOn, says }) => {
  const document: Document = {
    id: title as DocumentId,
    fingerprint: fingerprintOf(title, body),
    source: 'mofcom-announcements',
    publisher: '商务部',
    authority: 'official',
    language: 'zh',
    url: 'https://www.mofcom.gov.cn/1.html',
    title,
    text: body,
    ...(publishedOn && { publishedOn }),
  };
  const reading = interpret(document);
  const { parties, doubt, effectiveOn, until, ...facts } = judged(document, reading);
  const said = {
    ...facts,
    effectiveOn: effectiveOn ?? null,
    until: until ?? null,
    parties: ((parties ?? []) as { zh?: string; en?: string }[]).map(({ zh, en }) => zh ?? en),
    doubt: (doubt as { kind: string } | undefined)?.kind,
    acts: reading.kind === 'finding' ? reading.finding.provisions.map(({ action }) => action) : [],
  };
  expect(said).toMatchObject(says);
});
