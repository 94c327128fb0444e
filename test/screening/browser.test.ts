import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('screening runs in a browser: it needs nothing of Node, and weighs little', async () => {
  const entry = new URL('../../functions/screening/screen.ts', import.meta.url).pathname;
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    minify: true,
    charset: 'utf8',
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((input) => /functions\/(?:edge|local)\/|node:|aws/.test(input))).toEqual([]);
  expect(outputFiles[0]?.contents.length).toBeLessThan(300_000); // bytes
});
