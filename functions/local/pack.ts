import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { build } from '../../infra/bundle.ts';
import { functionNames } from '../../infra/house-function.ts';
import { Misconfigured } from '../errors.ts';
import { run } from './run.ts';

const help = `Usage: npm pack
Makes the module that other CDK apps import, in dist: the constructs as JavaScript with their types, and the functions bundled. While
npm packs it, package.json is the module's own; afterwards (--restore) it is the project's again.`;

const WHOLE = '.package.json.whole';
const ROOT = new URL('../..', import.meta.url).pathname;

/** A packing that was broken off has left the module's package.json behind. */
function restore(): void {
  if (existsSync(WHOLE)) renameSync(WHOLE, 'package.json');
}

function compile(): void {
  const declared = readdirSync(join(ROOT, 'functions/lexicon')).filter((name) => name.endsWith('.d.ts'));
  const roots = [
    ...['infra/dual-use-watch.ts', 'infra/watch-stack.ts'],
    ...declared.map((name) => `functions/lexicon/${name}`),
  ].map((file) => join(ROOT, file));
  const program = ts.createProgram(roots, {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2024.d.ts'],
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    declaration: true,
    rootDir: ROOT,
    outDir: join(ROOT, 'dist'),
  });
  const { diagnostics } = program.emit();
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0) {
    throw new Misconfigured(
      ts.formatDiagnostics(faults, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => ROOT,
        getNewLine: () => '\n',
      }),
    );
  }
}

/** The packages that the compiled constructs import. */
function imported(): readonly string[] {
  const files = readdirSync('dist', { recursive: true }).map(String);
  const compiled = files.filter((file) => file.endsWith('.js') && !file.startsWith('bundles'));
  const specifiers = compiled.flatMap((file) =>
    [...readFileSync(join('dist', file), 'utf8').matchAll(/^(?:import|export) [^'"]*from '([^'.][^']*)'/gm)].map(
      ([, specifier = '']) => specifier,
    ),
  );
  const packages = specifiers
    .filter((one) => !isBuiltin(one))
    .map((one) => /^(?:@[^/]+\/)?[^/]+/.exec(one)?.[0] ?? one);
  return [...new Set(packages)].sort();
}

const peers = ['aws-cdk-lib', 'constructs'];

/** Of what the project depends on, a CDK app needs what the constructs import: the functions are bundled already. */
function writeManifest(): void {
  const text = readFileSync('package.json', 'utf8');
  const whole = JSON.parse(text) as Readonly<Record<string, unknown>> & {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { name, version, description, license, type } = whole;
  const of = (...names: readonly string[]) => Object.fromEntries(names.map((one) => [one, whole.dependencies[one]]));
  writeFileSync(WHOLE, text);
  const manifest = {
    ...{ name, version, description, license, type },
    engines: { node: '>=20.11' },
    exports: {
      '.': { types: './dist/infra/dual-use-watch.d.ts', default: './dist/infra/dual-use-watch.js' },
      './settings': { types: './dist/infra/settings.d.ts', default: './dist/infra/settings.js' },
      './stack': { types: './dist/infra/watch-stack.d.ts', default: './dist/infra/watch-stack.js' },
      './alert.schema.json': './dist/alert.schema.json',
    },
    files: ['dist'],
    dependencies: of(...imported().filter((one) => !peers.includes(one))),
    peerDependencies: of(...peers),
  };
  writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join('dist', 'alert.schema.json'), readFileSync('functions/alerts/alert.schema.json'));
}

await run(help, async () => {
  const { values } = parseArgs({ options: { restore: { type: 'boolean', default: false } } });
  restore();
  if (values.restore) return;
  rmSync('dist', { recursive: true, force: true });
  compile();
  for (const name of functionNames) {
    const folder = join('dist', 'bundles', name);
    mkdirSync(folder, { recursive: true });
    for (const [file, bytes] of Object.entries(build(name))) writeFileSync(join(folder, file), bytes);
  }
  writeManifest();
  await Promise.resolve();
});
