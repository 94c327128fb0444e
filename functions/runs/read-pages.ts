import type { Awaiting, Hush } from '../documents/bookmark.ts';
import type { Entry } from '../documents/document.ts';
import type { PollEdge } from '../edge/edge.ts';
import type { Source } from '../sources/source.ts';
import type { Instant } from '../time.ts';
import { attempt, type Fault } from './attempt.ts';
import { type Budget, timeForRequest } from './budget.ts';

/** What came of reading some entries. */
export interface Readings {
  readonly read: readonly Entry[];
  readonly failed: readonly { readonly entry: Entry; readonly fault: Fault }[];
  /** Numbers of the Changes that were appended. */
  readonly changes: readonly number[];
  /** Changes that nobody is told of, because their texts are old by every date they bear. */
  readonly old: number;
  /** Reports beyond what their source is told of in a day. */
  readonly capped: number;
  /** Entries that no time was left for. */
  readonly late: number;
  /** Those whose attachments are being read. */
  readonly awaiting: readonly Awaiting[];
}

/** How entries are read. */
export interface Manner {
  readonly quiet?: Hush | undefined;
  /** They were read before: what has changed is news. */
  readonly again?: boolean;
  readonly budget: Budget;
  /** Called with what was read so far, whenever that is worth keeping; false ends the reading. */
  readonly keep?: (read: readonly Entry[]) => Promise<boolean>;
}

// Most polls read no page, and load none of this.
async function readers() {
  const [{ documentOf }, { askForAnnexes, withAnnexes }, { record }] = await Promise.all([
    import('./fetch-document.ts'),
    import('./attachments.ts'),
    import('./record-document.ts'),
  ]);
  return { documentOf, askForAnnexes, withAnnexes, record };
}

// Milliseconds of reading after which a poll that is ended from outside would lose too much.
const KEPT_EVERY = 20_000;

/** Reads entries one after the other, as long as there is time; one bad page does not hide its siblings. */
export async function readPages(
  source: Source,
  entries: readonly Entry[],
  edge: PollEdge,
  at: Instant,
  { quiet, again = false, budget, keep }: Manner,
): Promise<Readings> {
  const read: Entry[] = [];
  const failed: { entry: Entry; fault: Fault }[] = [];
  const changes: number[] = [];
  const awaiting: Awaiting[] = [];
  let [old, capped] = [0, 0];
  let keptAt = budget.left();
  let late = 0;
  if (entries.length === 0) return { read, failed, changes, old, capped, late, awaiting };
  const { askForAnnexes, documentOf, record, withAnnexes } = await readers();
  for (const [i, entry] of entries.entries()) {
    // Of the press nothing is fetched, and an entry takes a millisecond.
    if (timeForRequest(budget) === undefined) {
      late = entries.length - i;
      break;
    }
    const done = await attempt(async () => {
      const document = await withAnnexes(await documentOf(source, entry, edge, at, budget), edge);
      const change = await record(document, edge, at, again ? { again } : { quiet, entry });
      return { document, change, waits: await askForAnnexes(document, entry, edge, at, quiet) };
    });
    if ('fault' in done) failed.push({ entry, fault: done.fault });
    else {
      const { document, change, waits } = done.value;
      if (waits) awaiting.push(waits);
      const { publishedOn = entry.publishedOn } = document;
      read.push(publishedOn === entry.publishedOn ? entry : { ...entry, ...(publishedOn && { publishedOn }) });
      if (change) changes.push(change.number);
      if (change?.quiet === 'capped') capped++;
      else if (change?.quiet === 'held' && !quiet) old++;
    }
    if (!keep || keptAt - budget.left() < KEPT_EVERY) continue;
    if (!(await keep(read))) break;
    keptAt = budget.left();
  }
  return { read, failed, changes, old, capped, late, awaiting };
}
