import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplica } from '../../functions/local/replica.ts';
import { sources, steps } from '../../functions/local/story/story.ts';
import { setClock, startWorld, type World } from '../../functions/local/world.ts';
import { addMinutes } from '../../functions/time.ts';
import { build } from '../../infra/bundle.ts';

const root = new URL('../..', import.meta.url).pathname;
const out = mkdtempSync(join(tmpdir(), 'artefacts-'));
// The whole app, as `cdk synth` makes it: with the settings of cdk.json, and no account.
beforeAll(() => {
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: out },
    stdio: 'ignore',
  });
}, 120_000);
afterAll(() => {
  rmSync(out, { recursive: true });
});

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties: {
          readonly Handler?: string;
          readonly Runtime?: string;
          readonly Description?: string;
          readonly Code?: { readonly S3Key?: string };
        };
      }
    >
  >;
}

type Name = 'poll' | 'notify' | 'calendar';
const names: readonly Name[] = ['poll', 'notify', 'calendar'];

/** Where the module that `Handler` names lies, and what it exports as such, for each of the three functions. */
function modules(): Readonly<Record<Name, { readonly path: string; readonly exported: string }>> {
  const name = readdirSync(out).find((file) => file.endsWith('.template.json')) ?? '';
  const template = JSON.parse(readFileSync(join(out, name), 'utf8')) as Template;
  const found: Partial<Record<string, { path: string; exported: string }>> = {};
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::Lambda::Function' || Properties.Runtime !== 'nodejs24.x') continue;
    const [file = '', exported = ''] = (Properties.Handler ?? '').split('.');
    const folder = join(out, `asset.${(Properties.Code?.S3Key ?? '').replace('.zip', '')}`);
    const module = readdirSync(folder).find((entry) => new RegExp(`^${file}\\.m?js$`).test(entry)) ?? '';
    const which = ['Poll', 'Notif', 'Calendar'].find((part) => id.includes(part)) ?? id;
    found[which] = { path: join(folder, module), exported };
  }
  return { poll: found['Poll'], notify: found['Notif'], calendar: found['Calendar'] } as ReturnType<typeof modules>;
}

/** The three functions' artefacts, loaded as Lambda loads them. */
async function artefacts(): Promise<Pick<World, Name>> {
  const loaded: Partial<Record<Name, unknown>> = {};
  for (const [name, { path, exported }] of Object.entries(modules())) {
    loaded[name as Name] = ((await import(path)) as Record<string, unknown>)[exported];
  }
  return loaded as Pick<World, Name>;
}

/**
 * In bytes, minified, without source maps. `whole` is what Lambda fetches and unpacks: the calendar carries the starter
 * register, 90 kB; the poller what it learned of headlines, 390 kB, and what tells one charset from another, 41 kB; the
 * notifier what screens lists of our own, 30 kB, which runs only where there are any. `atStart` is what a start reads and
 * parses before its first line runs: what is not needed then is imported when it is, and stands in files of its own. Each run
 * of the site makes all pages anew, and needs nearly all.
 */
const most: Readonly<Record<Name | 'site', { readonly whole: number; readonly atStart: number }>> = {
  poll: { whole: 1_250_000, atStart: 280_000 },
  notify: { whole: 620_000, atStart: 280_000 },
  calendar: { whole: 620_000, atStart: 260_000 },
  site: { whole: 1_030_000, atStart: 850_000 },
};

/** Where a bundle lies; that of the site, which is no part of a deployment without settings, is made here. */
function bundleOf(name: Name | 'site'): string {
  if (name !== 'site') return modules()[name].path;
  const folder = join(out, 'site');
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of Object.entries(build('site'))) writeFileSync(join(folder, file), bytes);
  return join(folder, 'index.mjs');
}

/** What a module's file imports as it is loaded, and what it may import later. */
function importsOf(path: string): readonly string[] {
  // By TypeScript's own scanner: words of the press reader's model look like imports to a pattern.
  return ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The files that are read when one of them is loaded. */
function loadedWith(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const statements = readFileSync(path, 'utf8').matchAll(
    /(?:^|[;}])(?:import|export)(?:[\w$*{}, ]*?from)?"(\.\/[\w.-]+)"/gm,
  );
  for (const [, file = ''] of statements) loadedWith(join(dirname(path), file), seen);
  return seen;
}

const sizeOf = (paths: Iterable<string>): number => [...paths].reduce((sum, path) => sum + statSync(path).size, 0);

test.each([...names, 'site'] as const)('the bundle of %s is small, and whole', (name) => {
  const path = bundleOf(name);
  const folder = dirname(path);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => join(folder, file));
  expect(sizeOf(files)).toBeLessThanOrEqual(most[name].whole);
  expect(sizeOf(loadedWith(path))).toBeLessThanOrEqual(most[name].atStart);
  // Two that the SDK names in the words of an error are no imports.
  const imported = files.flatMap(importsOf).filter((one) => !one.startsWith('@aws-sdk/signature-v4'));
  const beside = new Set(readdirSync(folder).map((file) => `./${file}`));
  expect(imported.filter((specifier) => !isBuiltin(specifier) && !beside.has(specifier))).toEqual([]);
  // As a module it brings Node's whole `fetch` with it: 20 ms of every cold start.
  expect([...loadedWith(path)].flatMap(importsOf)).not.toContain('node:http');
});

test('a function loads in little more than the time of the DynamoDB client alone', () => {
  const client = join(out, 'client.mjs');
  buildSync({
    stdin: { contents: `export { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'`, resolveDir: root },
    outfile: client,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: `import{createRequire}from'node:module';const require=createRequire(import.meta.url);` },
  });
  const paths = { client, ...Object.fromEntries(names.map((name) => [name, modules()[name].path])) };
  const times: Record<string, number[]> = {};
  // In turns, so that a busy machine slows all alike.
  for (let run = 0; run < 9; run++) {
    for (const [name, path] of Object.entries(paths)) (times[name] ??= []).push(loadingTime(path));
  }
  const median = (name: string): number => (times[name] ?? []).sort((a, b) => a - b)[4] ?? 0;
  expect(names.filter((name) => median(name) > 1.6 * median('client'))).toEqual([]);
}, 60_000);

/** Milliseconds that a fresh process takes to load a module. */
function loadingTime(path: string): number {
  const program = `const start=performance.now();await import(${JSON.stringify(path)});console.log(performance.now()-start)`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }));
}

test('the bundles that are deployed tell January: one report, one confirmation, silence for copies', async () => {
  const replica = await startReplica();
  const world = await startWorld({
    subscribers: [{ email: 'en@maker.example', language: 'en' }],
    languages: ['en'],
    sources: sources.map(({ id }) => id),
    replica: replica.address,
  });
  const { poll, notify, calendar } = await artefacts();
  const told: (readonly string[])[] = [];
  for (const { at, scene } of steps.slice(0, 4)) {
    replica.show(scene);
    for (const minute of [0, 1]) {
      setClock(addMinutes(at, minute));
      for (const source of sources) await poll({ source });
    }
    await calendar({ task: 'daily' });
    await notify();
    told.push(world.deliveries().map(({ subject }) => subject));
  }
  await world.close();
  await replica.close();
  expect(told.map(({ length }) => length)).toEqual([0, 1, 1, 0]);
  expect(told[1]?.[0]).toMatch(/NOT confirmed/);
  expect(told[2]?.[0]).toMatch(/China bans dual-use exports to Japan/);
}, 60_000);
