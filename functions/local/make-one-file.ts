import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundleOptions } from '../../infra/bundling.ts';

// Another run may be about to load what was made a moment ago.
const KEPT = 24 * 3_600_000;

/** What changes the file besides the project's own modules: the packages that are installed, and how it is made. */
const always = ['node_modules/.package-lock.json', 'infra/bundling.ts', 'functions/local/make-one-file.ts'];

/** dynalite requires its actions by names that it puts together, without their ending; a bundler looks for whole ones. */
const dynaliteActions: Plugin = {
  name: 'dynalite-actions',
  setup(of) {
    of.onLoad({ filter: /[\\/]dynalite[\\/]index\.js$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      return { contents: contents.replace(/(require\('\.\/(?:actions|validations)\/' \+ action)\)/g, "$1 + '.js')") };
    });
  },
};

/** One file made of many, and those as they were then. */
interface Made {
  readonly file: string;
  readonly from: readonly (readonly [path: string, state: string])[];
}

/** Where everything stands, and how a file tells that it has changed. */
interface Places {
  readonly root: string;
  readonly cache: string;
  readonly stateOf: (path: string) => string;
}

/** Bundles a module, and notes what it was made from. */
export async function makeOneFile(name: string, { root, cache, stateOf }: Places): Promise<Made> {
  const { outputFiles, metafile } = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: [`functions/local/${name}.ts`],
    outfile: join(cache, `${name}.cjs`),
    write: false,
    metafile: true,
    sourcemap: false,
    // Whoever imports `node:http`, and does not require it, has Node load all of fetch with it.
    format: 'cjs',
    supported: { 'dynamic-import': false },
    banner: {},
    // V8 reads a text of ASCII twice as fast, and keeps it in half the space.
    charset: 'ascii',
    // Names stay, for the stack of an error.
    minify: false,
    minifyWhitespace: true,
    minifySyntax: true,
    // It finds its compiled half beside itself.
    external: ['classic-level'],
    plugins: [dynaliteActions],
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16);
  const own = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'));
  const made: Made = {
    file: join(cache, `${name}-${hash}.cjs`),
    from: [...own, ...always].map((input) => [input, stateOf(input)]),
  };
  mkdirSync(cache, { recursive: true });
  put(made.file, contents);
  put(join(cache, `${name}.json`), JSON.stringify(made));
  for (const old of readdirSync(cache).filter((one) => one.startsWith(`${name}-`))) {
    const path = join(cache, old);
    if (path !== made.file && statSync(path).mtimeMs < Date.now() - KEPT) rmSync(path);
  }
  return made;
}

/** Whole or not at all: two first runs may make it at once. */
function put(file: string, contents: string | Uint8Array): void {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, contents);
  renameSync(part, file);
}
