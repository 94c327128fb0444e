import { expect, test } from 'vitest';
import { readAnnex } from '../../../functions/documents/annexes/read-annex.ts';
import { catalogueIn } from '../../../functions/findings/official/annex.ts';
import { printed } from './make-pdf.ts';
import { randomLayout } from './random-layouts.ts';

// Others than these: ANNEX_LAYOUTS=1000-1060 npm test -- random-layouts
const [from = 0, to = 0] = (process.env['ANNEX_LAYOUTS'] ?? '').split('-').map(Number);
const seeds = to > from ? Array.from({ length: to - from }, (_, i) => from + i) : [9, 11, 48, 243];

const plain = (text: string): string => text.replaceAll('〜', '~').normalize('NFKC').replace(/\s+/g, '');

test.each(seeds)('layout %i: codes, customs codes and names are read', async (seed) => {
  const { layout, catalogue, traits } = randomLayout(seed);
  const [pdf] = await printed([{ layout, catalogue }]);
  const read = catalogueIn(await readAnnex(pdf ?? new Uint8Array()));
  const shown = [...catalogue.imports, ...catalogue.exports].flatMap(({ entries }) => entries);
  const line = ({ code, hsCodes, name }: { code: string; hsCodes: readonly string[]; name: string }): string =>
    `${code} ${[...hsCodes].sort().join(' ')} ${plain(name)}`;
  expect([...(read?.imports ?? []), ...(read?.exports ?? [])].map(line), traits.join('; ')).toEqual(shown.map(line));
});
