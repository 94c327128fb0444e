import type { Failing, Hush } from '../documents/bookmark.ts';
import type { Entry } from '../documents/document.ts';
import type { PollEdge } from '../edge/edge.ts';
import type { Source } from '../sources/source.ts';
import type { Instant } from '../time.ts';
import type { Fault } from './attempt.ts';

/** The pages that cannot be read after a poll, given those before it. */
export function failingAfter(
  before: readonly Failing[],
  failed: readonly { readonly entry: Entry }[],
  read: readonly Entry[],
  at: Instant,
): readonly Failing[] {
  const done = new Set(read.map(({ url }) => url));
  const known = new Set(before.map(({ entry }) => entry.url));
  return [
    ...before.filter(({ entry }) => !done.has(entry.url)),
    ...failed.flatMap(({ entry }) => (known.has(entry.url) ? [] : [{ entry, since: at }])),
  ];
}

export interface Told {
  readonly failing: readonly Failing[];
  readonly changes: readonly number[];
}

/** Tells of pages that cannot be read what is to be told; `tellUnread` says what is, and is loaded where there are any. */
export async function tellFailing(
  source: Source,
  failing: readonly Failing[],
  faults: ReadonlyMap<string, Fault>,
  edge: Pick<PollEdge, 'journal'>,
  at: Instant,
  quiet: Hush | undefined,
): Promise<Told> {
  if (failing.length === 0) return { failing: [], changes: [] };
  const { tellUnread } = await import('./tell-unread.ts');
  return tellUnread(source, failing, faults, edge, at, quiet);
}
