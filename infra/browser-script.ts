import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** The script of the page that asks, as browsers take it: one file, made from the code that the commands ask with. */
export function browserScript(): string {
  // Loaded here only: the packed module needs no bundler.
  const esbuild = createRequire(import.meta.url)('esbuild') as { readonly buildSync: typeof buildSync };
  const { outputFiles } = esbuild.buildSync({
    absWorkingDir: root,
    entryPoints: [join('functions', 'site', 'browser', 'ask.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
