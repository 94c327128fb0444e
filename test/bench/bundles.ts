import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { build } from '../../infra/bundle.ts';
import { bundleOptions } from '../../infra/bundling.ts';

const root = new URL('../..', import.meta.url).pathname;

/** The functions as they are deployed, and whatever else is to be weighed beside them. */
export interface Bundles {
  readonly functions: Readonly<Record<'poll' | 'notify' | 'calendar' | 'site', string>>;
  /** Node's options, as each function is deployed with them. */
  environment(construct: 'Poller' | 'Notifier'): { readonly NODE_OPTIONS: string };
  /** Bundles a module of our own making with the functions' options. @returns its path */
  bundle(name: string, text: string): string;
  remove(): void;
}

/** Makes the deployable, as `cdk synth` does. */
export function makeBundles(): Bundles {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: folder },
    stdio: 'ignore',
  });
  const name = readdirSync(folder).find((file) => file.endsWith('.template.json')) ?? '';
  const { Resources } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Template;
  const propertiesOf = (construct: string): Properties =>
    Object.entries(Resources).find(([id, one]) => id.startsWith(construct) && one.Properties?.Handler)?.[1]
      .Properties ?? {};
  const pathOf = (construct: string): string => {
    const { Code, Handler = '' } = propertiesOf(construct);
    return join(folder, `asset.${Code?.S3Key?.replace('.zip', '') ?? ''}`, `${Handler.split('.')[0] ?? ''}.mjs`);
  };
  return {
    functions: {
      poll: pathOf('WatchPoller'),
      notify: pathOf('WatchNotifier'),
      calendar: pathOf('WatchCalendar'),
      site: siteIn(folder),
    },
    environment: (construct) => ({
      NODE_OPTIONS: propertiesOf(`Watch${construct}`).Environment?.Variables?.['NODE_OPTIONS'] ?? '',
    }),
    bundle(file, contents) {
      const outfile = join(folder, file, 'index.mjs');
      buildSync({
        ...bundleOptions,
        stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
        outfile,
      });
      return outfile;
    },
    remove() {
      rmSync(folder, { recursive: true });
    },
  };
}

/** The site is no part of a deployment without settings. */
function siteIn(folder: string): string {
  const path = join(folder, 'site');
  mkdirSync(path);
  for (const [file, bytes] of Object.entries(build('site'))) writeFileSync(join(path, file), bytes);
  return join(path, 'index.mjs');
}

interface Properties {
  readonly Handler?: string;
  readonly Code?: { readonly S3Key?: string };
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> };
}

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Properties?: Properties }>>;
}
