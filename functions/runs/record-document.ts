import { UnexpectedShape } from '../errors.ts';
import { appendNext, registerOf } from './append-change.ts';
import type { Hush } from '../documents/bookmark.ts';
import type { Document, Entry } from '../documents/document.ts';
import type { PollEdge } from '../edge/edge.ts';
import type { Finding } from '../findings/finding.ts';
import { interpretLazily } from '../findings/interpret-lazily.ts';
import type { Change } from '../register/change.ts';
import { compare } from '../register/compare.ts';
import { differenceOf } from '../register/catalogue-csv.ts';
import { waitingOf, waitingSince, withinShare, witnessOf } from '../register/evidence.ts';
import { retold } from '../register/stories.ts';
import { withdrawn } from '../register/rewording.ts';
import type { Instant } from '../time.ts';
import { hushOf } from './hush.ts';

type RecordingEdge = Pick<PollEdge, 'journal' | 'archive' | 'stories' | 'waiting'>;

/**
 * Reads a document and records what it alters. Safe to repeat after a crash at any step.
 * @param quiet why nobody is told, if so; an official text of today or yesterday is told all the same, and whatever was
 * published since
 * @param entry the row that led to it, where one did: its date counts beside the page's own
 * @param again the page was read before: if it is now silent, that is news too
 * @throws UnexpectedShape for what the database refuses
 */
export async function record(
  document: Document,
  edge: RecordingEdge,
  at: Instant,
  how: { quiet?: Hush | undefined; again?: boolean; entry?: Entry } = {},
): Promise<Change | undefined> {
  try {
    return await recorded(document, edge, at, how);
  } catch (error) {
    // Whatever is in one entry that the database will not have, its siblings are read.
    if (!(error instanceof Error && error.name === 'ValidationException')) throw error;
    throw new UnexpectedShape(
      `${document.source} ${document.url}: the database refuses what it says (${error.message})`,
    );
  }
}

async function recorded(
  document: Document,
  edge: RecordingEdge,
  at: Instant,
  { quiet, again = false, entry }: { quiet?: Hush | undefined; again?: boolean; entry?: Entry },
): Promise<Change | undefined> {
  if (document.authority === 'official') await edge.archive.keep(document, at);
  const reading = await interpretLazily(document);
  if (reading.kind === 'silent' && !again) return undefined;
  // A text's own header tells its day where a list does not.
  const dated = reading.kind === 'finding' ? reading.finding.document : document;
  const hush = hushOf(dated, entry, at, quiet);
  const hushed = hush ? { quiet: hush.why } : {};
  const weak = reading.kind === 'finding' ? waitingOf(reading.finding, at) : undefined;
  const witness = weak && witnessOf(weak, await edge.waiting.since(waitingSince(at)));
  // One outlet's weak word is kept, and told when a second one says so too; it may still be of a story that was told.
  const waits = weak !== undefined && witness === undefined;
  const change = waits
    ? undefined
    : await appendNext(edge.journal, (register) => {
        const finding = reading.kind === 'finding' ? reading.finding : withdrawn(register, document);
        const draft = finding && compare(register, finding, at);
        return draft && withinShare({ ...draft, ...hushed }, register.told, at);
      });
  for (const effect of change?.effects ?? []) {
    const table = differenceOf(effect);
    if (table) await edge.archive.keepTable?.(document, 'difference.csv', table, at);
  }
  const press = reading.kind === 'finding' && document.authority !== 'official';
  const retells = press && (await count(reading.finding, edge, at, change));
  if (waits && !retells && quiet === undefined) await edge.waiting.keep(weak);
  if (change && witness) await edge.stories.carriedBy(change.number, witness.document.publisher);
  return change;
}

/**
 * Notes which outlet carried which story: an alert says how many did.
 * @returns whether there is such a story
 */
async function count(
  { document, provisions }: Finding,
  edge: RecordingEdge,
  at: Instant,
  change: Change | undefined,
): Promise<boolean> {
  let found = false;
  const told = change ? [] : (await registerOf(edge.journal)).told;
  for (const provision of provisions) {
    const story =
      change ?? (provision.action === 'report' ? retold(provision.report, { document, at }, told) : undefined);
    if (story === undefined) continue;
    found = true;
    await edge.stories.carriedBy(story.number, document.publisher);
  }
  return found;
}
