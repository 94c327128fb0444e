import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { instruments } from '../../functions/findings/finding.ts';
import { families } from '../../functions/lexicon/goods.ts';
import { effectKinds } from '../../functions/register/change.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';

/** Every message that a reader reviewed, without the addresses in it. */
const reviewed = ['stories', '../stories'].flatMap((folder) => {
  const path = new URL(`${folder}/`, import.meta.url);
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(new URL(name, path), 'utf8').replace(/https?:\/\/\S+/g, '')] as const);
});

// Ids of one word are words of the language too.
const ids = [...catalogue.map(({ id }) => id), ...instruments, ...effectKinds, ...families].filter((id) =>
  id.includes('-'),
);
const insides: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a command', /\bnpm\b|\bnode\b/],
  ['a file', /\b[\w-]+\.(?:ts|js|json|md|txt)\b/],
  ['an announcement’s identity', /\b(?:mofcom|uel|gacc|most|other|state-council)(?:-order)?\/\d/],
  ['an id', new RegExp(`(?<![\\w-])(?:${ids.join('|')})(?![\\w-])`)],
  ['a rung', /\b\d\/5\b/],
  ['a gap in a template', /undefined|NaN|\[object|Infinity/],
];

test('no message names a command, a file or an id of ours', () => {
  expect(reviewed.length).toBeGreaterThan(40);
  const found = reviewed.flatMap(([name, words]) =>
    insides.flatMap(([what, pattern]) => {
      const seen = pattern.exec(words)?.[0];
      return seen ? [`${name}: ${what}: ${seen}`] : [];
    }),
  );
  expect(found).toEqual([]);
});

test('the first screen of every e-mail is at most twelve lines, and its boilerplate three', () => {
  for (const [name, words] of reviewed.filter(([file]) => /^(?!digest).*\.(?:en|ja|zh)\.txt$/.test(file))) {
    const [, , ...email] = words.split('\n\n');
    const block = `${email[0] ?? ''}\n\n${email[1] ?? ''}`.split('\n').length;
    const boilerplate = (email.at(-1) ?? '').trim().split('\n').length;
    expect([name, block <= 12, boilerplate]).toEqual([name, true, 3]);
  }
});
