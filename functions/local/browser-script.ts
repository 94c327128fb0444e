import { build } from 'esbuild';

const root = new URL('../..', import.meta.url).pathname;

/** The page's script as browsers take it: one file, made from the code that the commands ask with. */
export async function browserScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}functions/site/browser/ask.ts`],
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
