import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words alike, however their lines break and their quotation marks stand. */
const plain = (text: string): string => text.replace(/[’']/g, "'").replace(/\s+/g, ' ').toLowerCase();

const readme = readFileSync(new URL('../../functions/documents/README.md', import.meta.url), 'utf8');
const promises = [
  ...(/## Promises([^]*?)\n## /.exec(readme)?.[1] ?? '').matchAll(/(?<![\w`])_([^_`]+)_(?![\w`])/g),
].map(([, words = '']) => words);
const titles = ['misbehaving', 'documents'].flatMap((folder) =>
  readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(new URL(`../${folder}/${file}`, import.meta.url), 'utf8').matchAll(/^.*$/gm)].map(([line]) =>
        plain(line),
      ),
    ),
);

test('the room’s README makes promises', () => {
  expect(promises.length).toBeGreaterThan(25);
});

test.each(promises)('a test bears the words of: %s', (promise) => {
  const parts = plain(promise).replace(/\.$/, '').split(' … ');
  expect(titles.some((line) => parts.every((part) => line.includes(part)))).toBe(true);
});
