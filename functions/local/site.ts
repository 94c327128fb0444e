import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { healthIn } from '../edge/bookmarks.ts';
import { journalIn } from '../edge/journal.ts';
import { now } from '../edge/settings.ts';
import { Table } from '../edge/table.ts';
import { Misconfigured } from '../errors.ts';
import { browserScript } from '../../infra/browser-script.ts';
import { replay } from '../register/replay.ts';
import { type SiteFile, siteFiles } from '../site/site.ts';
import { startTable } from './emulated-table.ts';
import { run } from './run.ts';
import { serveFiles } from './serve-files.ts';
import { playStory } from './story/play.ts';
import { june, sources, steps } from './story/story.ts';
import { STATE, TABLE } from './world.ts';

const help = `Usage: npm run site [-- --port 8080] [--story] [--out DIR] [--state DIR | --table NAME]
Serves the register's pages on this machine from the local journal in ${STATE}, or with --table from a deployed one by your AWS
credentials; with --story they show January to June 2026 over local sources. With --out the files are written to a folder
and nothing is served.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      story: { type: 'boolean', default: false },
      out: { type: 'string' },
      state: { type: 'string', default: STATE },
      table: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Misconfigured(`--port: "${values.port}" is no port; write a number from 0 to 65535`);
  const address = `http://127.0.0.1:${port}`;
  const files = values.story ? await storyFiles(address) : await journalFiles(address, values.state, values.table);
  const script: SiteFile = { path: 'ask.js', type: 'text/javascript; charset=utf-8', body: browserScript() };
  const all = [...files, script];
  if (values.out !== undefined) {
    await writeAll(all, values.out);
    console.log(`${all.length} files are in ${values.out}`);
    return;
  }
  const server = serveFiles(all).listen(port, '127.0.0.1');
  server.once('listening', () => {
    const address = server.address();
    console.log(
      `The register is at http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/  (Ctrl-C ends it)`,
    );
  });
});

async function storyFiles(address: string): Promise<readonly SiteFile[]> {
  const { close } = await playStory(() => undefined, undefined, [...steps, ...june]);
  try {
    return await filesOf(
      address,
      TABLE,
      sources.map(({ id }) => id),
    );
  } finally {
    await close();
  }
}

async function journalFiles(address: string, state: string, table: string | undefined): Promise<readonly SiteFile[]> {
  const emulated = table === undefined ? await startTable(TABLE, state) : undefined;
  try {
    return await filesOf(address, table ?? TABLE);
  } finally {
    await emulated?.close();
  }
}

async function filesOf(address: string, name: string, ids?: readonly string[]): Promise<readonly SiteFile[]> {
  const table = new Table(name);
  const changes = await journalIn(table).changes();
  if (changes.length === 0) {
    throw new Misconfigured(
      `${name}: the journal is empty; npm start -- --live or npm run backfill fills the local one, and --story shows one`,
    );
  }
  const sources = (await healthIn(table).all()).filter(({ id }) => ids?.includes(id) ?? true);
  return [...siteFiles({ register: replay(changes), changes, sources, at: now(), address })];
}

async function writeAll(files: readonly SiteFile[], folder: string): Promise<void> {
  for (const { path, body } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
}
