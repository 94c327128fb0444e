import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack, Stage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { buildSync } from 'esbuild';
import { browserScript } from './browser-script.ts';
import { bundleOptions } from './bundling.ts';

const root = join(import.meta.dirname, '..');
const prebuilt = join(root, 'bundles');

/** A file of a bundle: its name and its bytes. */
export type BundleFiles = Readonly<Record<string, string | Uint8Array>>;

const made = new Map<string, BundleFiles>();

/**
 * One function as a folder that Lambda takes: an ES module, its source map, and whatever else it reads. In the packed
 * module the bundles are there already; in a checkout esbuild makes them, once a process.
 * @param name `functions/<name>.ts`
 * @param beside further files
 */
export function bundle(scope: Construct, name: string, beside: BundleFiles = {}): Code {
  // Where only the template is looked at, nothing is bundled.
  const module = Stack.of(scope).bundlingRequired ? moduleOf(name) : { 'index.mjs': `// ${name}` };
  const files = { ...module, ...beside };
  const hash = createHash('sha256');
  for (const [file, bytes] of Object.entries(files)) hash.update(file).update(bytes);
  const parent = Stage.of(scope)?.assetOutdir ?? mkdtempSync(join(tmpdir(), 'bundle-'));
  const folder = join(parent, `bundle-${name}-${hash.digest('hex').slice(0, 16)}`);
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, file), bytes);
  return Code.fromAsset(folder);
}

function moduleOf(name: string): BundleFiles {
  const known = made.get(name);
  if (known) return known;
  const built = existsSync(prebuilt) ? packed(join(prebuilt, name)) : build(name);
  made.set(name, built);
  return built;
}

const packed = (folder: string): BundleFiles =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));

/**
 * Bundles `functions/<name>.ts` and all that it imports: `index.mjs`, and beside it what the code imports when it is needed, which
 * a start that does not need it neither reads nor parses.
 */
export function build(name: string): BundleFiles {
  // Loaded here only: the packed module needs no bundler.
  const esbuild = createRequire(import.meta.url)('esbuild') as { readonly buildSync: typeof buildSync };
  const { outputFiles } = esbuild.buildSync({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: { index: join('functions', `${name}.ts`) },
    splitting: true,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    // Nothing is written there: the source map's paths are told from it, and must not differ by machine.
    outdir: join(root, 'cdk.out', 'bundle'),
    write: false,
  });
  const files = Object.fromEntries(outputFiles.map(({ path, contents }) => [path.replace(/^.*[\\/]/, ''), contents]));
  return name === 'site' ? { ...files, 'ask.js': browserScript() } : files;
}
