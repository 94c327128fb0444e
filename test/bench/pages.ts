import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOf } from './changes.ts';
import { runMeasured } from './child.ts';
import type { Figure } from './figure.ts';

const LENGTH = 5_000;

const rooms = new URL('../../functions/', import.meta.url).href;
const read = `const changes = JSON.parse((await import('node:fs')).readFileSync(process.argv[1], 'utf8'));`;
const make = `${read}
const { siteFiles } = await import('${rooms}site/site.ts');
const { replay } = await import('${rooms}register/replay.ts');
const view = { register: replay(changes), changes, sources: [], at: process.argv[2], address: 'https://watch.example' };
let [files, bytes, heaviest] = [0, 0, 0];
for (const { path, body } of siteFiles(view)) {
  const size = Buffer.byteLength(body);
  files++;
  bytes += size;
  if (path.endsWith('.html')) heaviest = Math.max(heaviest, size);
}
console.log(JSON.stringify({ files, bytes, heaviest }));`;

/** What the pages of a long journal cost the function that writes them, as a whole process. */
export async function figures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  const journal = join(folder, 'journal.json');
  const changes = Array.from({ length: LENGTH }, (_, i) => changeOf(i + 1));
  writeFileSync(journal, JSON.stringify(changes));
  const run = (text: string) =>
    runMeasured(['--input-type=module', '--eval', text, journal, changes.at(-1)?.observedAt ?? '']);
  const floor = await run(read);
  const made = await run(make);
  rmSync(folder, { recursive: true });
  const { files, bytes, heaviest } = JSON.parse(made.out) as Record<'files' | 'bytes' | 'heaviest', number>;
  const what = `${LENGTH.toLocaleString('en')} changes as ${files.toLocaleString('en')} files (${(bytes / 1e6).toFixed(0)} MB)`;
  const parse = 'a process that parses that journal';
  return [
    {
      what: `${what}: CPU`,
      value: made.cpu,
      unit: 'ms',
      floor: { what: parse, value: floor.cpu },
      target: { most: 5_000 },
    },
    {
      what: '… most memory',
      value: made.peak,
      unit: 'MB',
      floor: { what: parse, value: floor.peak },
      target: { most: 400 },
    },
    { what: '… the heaviest page', value: heaviest / 1_000, unit: 'kB', target: { most: 100 } },
  ];
}
