import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplica } from '../../functions/local/replica.ts';
import { sources, steps } from '../../functions/local/story/story.ts';
import { setClock, startWorld, type World } from '../../functions/local/world.ts';
import { addMinutes } from '../../functions/time.ts';

const root = new URL('../..', import.meta.url).pathname;
const out = mkdtempSync(join(tmpdir(), 'artefacts-'));
// The whole app, as `cdk synth` makes it: with the settings of cdk.json, and no account.
beforeAll(() => {
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: out },
    stdio: 'ignore',
  });
}, 60_000);
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

/** The three functions' artefacts, loaded as Lambda loads them: the module that `Handler` names, and its export. */
async function artefacts(): Promise<Pick<World, 'poll' | 'notify' | 'calendar'>> {
  const name = readdirSync(out).find((file) => file.endsWith('.template.json')) ?? '';
  const template = JSON.parse(readFileSync(join(out, name), 'utf8')) as Template;
  const loaded: Record<string, unknown> = {};
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::Lambda::Function' || Properties.Runtime !== 'nodejs24.x') continue;
    const [file = '', exported = ''] = (Properties.Handler ?? '').split('.');
    const folder = join(out, `asset.${(Properties.Code?.S3Key ?? '').replace('.zip', '')}`);
    const module = readdirSync(folder).find((entry) => new RegExp(`^${file}\\.m?js$`).test(entry)) ?? '';
    const { [exported]: handler } = (await import(join(folder, module))) as Record<string, unknown>;
    const which = ['Poll', 'Notif', 'Calendar'].find((part) => id.includes(part)) ?? id;
    loaded[which] = handler;
  }
  return { poll: loaded['Poll'], notify: loaded['Notif'], calendar: loaded['Calendar'] } as Awaited<
    ReturnType<typeof artefacts>
  >;
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
