import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { interpret } from '../../functions/findings/interpret.ts';
import { judged } from '../../functions/local/judge.ts';
import { officialDocument, type Page } from './official-page.ts';

/** An official text and what it says, in the words of `npm run judge`; null: not stated. What is left out is not checked. */
interface Row extends Page {
  readonly group: string;
  readonly says: Readonly<Record<string, unknown>>;
}

// What texts do and to whom; and which of them are ours, who acts in them, and what is only said.
const rows = ['official-kinds.jsonl', 'official-voices.jsonl'].flatMap((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row),
);

test.each(rows.map((row) => [row.group, row] as const))('%s', (_, { says, ...page }) => {
  const document = officialDocument(page);
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
