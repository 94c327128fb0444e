import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

/** Runs a poll-like act as Lambda would, and gives back what it logged. */
async function logOf(program: string): Promise<string> {
  const module = new URL('../../functions/edge/last-words.ts', import.meta.url).href;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { withLastWords } from ${JSON.stringify(module)};\n${program}`,
  ]);
  return (await Promise.all([text(child.stdout), text(child.stderr)])).join('');
}

test('a run that Lambda is about to end says whose it is', async () => {
  const out = await logOf(
    `await withLastWords({ source: 'meti' }, { getRemainingTimeInMillis: () => 2_050 }, () => new Promise((end) => setTimeout(end, 300)));`,
  );
  expect(JSON.parse(out)).toMatchObject({
    level: 'ERROR',
    message: 'about to be ended: its time is up',
    source: 'meti',
  });
});

test('a run that fails says whose it is, and one that ends well says nothing', async () => {
  const life = '{ getRemainingTimeInMillis: () => 60_000 }';
  const failed = await logOf(
    `await withLastWords({ source: 'meti' }, ${life}, () => Promise.reject(new Error('the table is away'))).catch(() => 0);`,
  );
  expect(JSON.parse(failed)).toMatchObject({
    message: 'failed',
    source: 'meti',
    error: { message: 'the table is away' },
  });
  expect(await logOf(`await withLastWords({ source: 'meti' }, ${life}, () => Promise.resolve(1));`)).toBe('');
});
