import { createHash } from 'node:crypto';
import type { PublishedFile, SiteEdge } from '../edge/edge.ts';
import { replay } from '../register/replay.ts';
import { type SiteFile, siteFiles } from '../site/site.ts';
import type { SiteView } from '../site/view.ts';

/** One publication in one line, for the log. */
export interface SiteReport {
  readonly files: number;
  readonly written: readonly string[];
}

// Files that tell when sources were last read differ every hour: they are kept for minutes, and never called back.
const hourly = /^(?:(?:en|ja|zh)\/(?:index|about)\.html|index\.html|health\.json)$/;
const SECONDS = { hourly: 300, other: 3_600 };
// Each path called back is charged for beyond a thousand a month; one for all counts once.
const MOST_PATHS = 15;

const hashOf = ({ type, body }: PublishedFile): string =>
  createHash('sha256').update(type).update(body).digest('hex').slice(0, 32);

const AT_ONCE = 16;
/** After so many files it is remembered what was written, so that a run that is cut off does not begin at the first again. */
const A_PART = 2 * AT_ONCE;

/**
 * Writes the register's pages where they differ from what was written last. Safe to repeat after a crash at any step: what
 * was written and not remembered is written again.
 * @param sources ids of the sources that are on
 */
export async function publishSite(edge: SiteEdge, sources: readonly string[]): Promise<SiteReport> {
  const changes = await edge.journal.changes();
  const states = (await edge.health.all()).filter(({ id }) => sources.includes(id));
  const view = { register: replay(changes), changes, sources: states, at: edge.now(), address: edge.address };
  const before = await edge.written();
  const hashes: Record<string, string> = {};
  const written: string[] = [];
  const part: SiteFile[] = [];
  for (const file of filesOf(view, edge)) {
    const hash = hashOf(file);
    hashes[file.path] = hash;
    if (before[file.path] === hash) continue;
    written.push(file.path);
    part.push(file);
    if (part.length < A_PART) continue;
    await writeAll(part.splice(0), before, edge);
    await edge.remember({ ...before, ...hashes });
  }
  const files = Object.keys(hashes).length;
  if (written.length === 0) return { files, written };
  await writeAll(part, before, edge);
  await edge.remember(hashes);
  return { files, written };
}

function* filesOf(view: SiteView, edge: SiteEdge): Generator<SiteFile> {
  yield* siteFiles(view);
  yield { path: 'ask.js', type: 'text/javascript; charset=utf-8', body: edge.script() };
}

/** Writes files, and has the edge of the network forget those that it may hold. */
async function writeAll(
  files: readonly SiteFile[],
  before: Readonly<Record<string, string>>,
  edge: SiteEdge,
): Promise<void> {
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const writes = files
      .slice(from, from + AT_ONCE)
      .map((file) => edge.write(file, hourly.test(file.path) ? SECONDS.hourly : SECONDS.other));
    await Promise.all(writes);
  }
  const kept = files.filter(({ path }) => before[path] !== undefined && !hourly.test(path));
  const mark = createHash('sha256')
    .update(JSON.stringify(files.map(hashOf)))
    .digest('hex')
    .slice(0, 32);
  await edge.forget(kept.length > MOST_PATHS ? ['/*'] : kept.map(({ path }) => `/${path}`), mark);
}
