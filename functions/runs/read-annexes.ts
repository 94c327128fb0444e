import { annexBounds, unreadAnnex } from '../documents/annexes/annex.ts';
import type { Attachment } from '../documents/document.ts';
import type { AnnexEdge, AnnexState, WantedAnnexes } from '../edge/edge.ts';
import { SourceUnavailable, UnexpectedShape } from '../errors.ts';
import { type Instant, minutesBetween } from '../time.ts';

/** One run in one line, for the log. */
export interface AnnexReport {
  /** Addresses that were read, or will not be. */
  readonly read: readonly string[];
  readonly faults: readonly string[];
}

// A page goes up before its file: it is asked for at every run for two days, then daily, for a month.
const [OFTEN, DAILY, LONGEST] = [2 * 24 * 60, 24 * 60 - 5, 30 * 24 * 60]; // minutes
// A file that ends the function each time is given up.
const MOST_CRASHES = 3;

/**
 * Fetches and reads the attachments that polls asked for and that are not read yet. What cannot be fetched is tried again;
 * what cannot be read is kept as unread, with why.
 */
export async function readAnnexes(edge: AnnexEdge): Promise<AnnexReport> {
  const read: string[] = [];
  const faults: string[] = [];
  for (const wanted of await edge.wanted()) {
    if (minutesBetween(wanted.since, edge.now()) > LONGEST) continue;
    const states = await edge.states(wanted.document);
    for (const file of wanted.files) {
      const state = states.get(file.url);
      if (!isDue(wanted, state, edge.now())) continue;
      const fault = await readOne(wanted, file, state, edge);
      if (fault === undefined) read.push(file.url);
      else faults.push(fault);
    }
  }
  return { read, faults };
}

function isDue({ since }: WantedAnnexes, state: AnnexState | undefined, at: Instant): boolean {
  if (!state) return true;
  if (state.state === 'done') return false;
  return minutesBetween(since, at) < OFTEN || minutesBetween(state.at, at) >= DAILY;
}

/** @returns why it could not be read this time */
async function readOne(
  { document }: WantedAnnexes,
  { url, name }: Attachment,
  state: AnnexState | undefined,
  edge: AnnexEdge,
): Promise<string | undefined> {
  const tries = (state?.tries ?? 0) + 1;
  const at = edge.now();
  let bytes: Uint8Array;
  try {
    const answer = await edge.get({ url, hosts: [new URL(url).host] });
    if (answer.kind === 'unchanged') return `${url}: unchanged, and never read`;
    bytes = answer.bytes;
  } catch (error) {
    if (!(error instanceof SourceUnavailable) && !(error instanceof UnexpectedShape)) throw error;
    if (error instanceof SourceUnavailable && error.cause_ === 'too-large') {
      await edge.keep(document, url, unreadAnnex('unknown', 'too-large', `more than ${annexBounds.bytes} bytes`), at);
      return undefined;
    }
    await edge.failed(document, url, { tries: state?.tries ?? 0, at, why: error.message });
    return error.message;
  }
  // Noted before it is read: a file that ends the function would end every run after it.
  await edge.failed(document, url, { tries, at, why: 'the reader did not come back' });
  const outcome =
    tries > MOST_CRASHES
      ? ({ failed: 'broken', words: 'the reader did not come back' } as const)
      : await edge.read(bytes);
  const annex = 'annex' in outcome ? outcome.annex : unreadAnnex('unknown', outcome.failed, outcome.words);
  const isPage =
    annex.kind === 'html' && !/\.html?(?:[?#]|$)/i.test(url) && !annex.blocks.some(({ kind }) => kind === 'row');
  if (isPage) {
    const why = `${url}: expected ${name}, found a web page; the next run tries again`;
    await edge.failed(document, url, { tries: 0, at, why });
    return why;
  }
  await edge.keep(document, url, annex, at);
  return undefined;
}
