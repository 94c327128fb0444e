import { createHash } from 'node:crypto';
import type { PublishedFile, SiteEdge } from '../edge/edge.ts';
import { replay } from '../register/replay.ts';
import { siteFiles } from '../site/site.ts';

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

/**
 * Writes the register's pages where they differ from what was written last. Safe to repeat after a crash at any step: what
 * was written and not remembered is written again.
 * @param sources ids of the sources that are on
 */
export async function publishSite(edge: SiteEdge, sources: readonly string[]): Promise<SiteReport> {
  const changes = await edge.journal.changes();
  const states = (await edge.health.all()).filter(({ id }) => sources.includes(id));
  const view = { register: replay(changes), changes, sources: states, at: edge.now(), address: edge.address };
  const script = { path: 'ask.js', type: 'text/javascript; charset=utf-8', body: edge.script() };
  const files = [...siteFiles(view), script];
  const before = await edge.written();
  const hashes = Object.fromEntries(files.map((file) => [file.path, hashOf(file)]));
  const changed = files.filter(({ path }) => before[path] !== hashes[path]);
  for (const file of changed) await edge.write(file, hourly.test(file.path) ? SECONDS.hourly : SECONDS.other);
  if (changed.length === 0) return { files: files.length, written: [] };
  await edge.remember(hashes);
  const kept = changed.map(({ path }) => path).filter((path) => before[path] !== undefined && !hourly.test(path));
  const mark = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 32);
  await edge.forget(kept.length > MOST_PATHS ? ['/*'] : kept.map((path) => `/${path}`), mark);
  return { files: files.length, written: changed.map(({ path }) => path) };
}
