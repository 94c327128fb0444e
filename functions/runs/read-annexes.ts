import { createHash } from 'node:crypto';
import { type Annex, annexBounds, unreadAnnex } from '../documents/annexes/annex.ts';
import type { Attachment } from '../documents/document.ts';
import type { Page } from '../documents/page.ts';
import type { AnnexEdge } from '../edge/edge.ts';
import type { AnnexState, KeptAnnex, WantedAnnexes } from '../edge/wanted-annexes.ts';
import { SourceUnavailable, UnexpectedShape } from '../errors.ts';
import { type Instant, minutesBetween } from '../time.ts';
import { type Budget, unlimited } from './budget.ts';

/** One run in one line, for the log. */
export interface AnnexReport {
  /** Addresses that were read, or will not be. */
  readonly read: readonly string[];
  readonly faults: readonly string[];
}

// A page goes up before its file: it is asked for at every run for two days, then daily, for a month. A file that was read is
// asked for daily as long: it may be replaced at its address, as the page may be edited.
const [OFTEN, DAILY, LONGEST] = [2 * 24 * 60, 24 * 60 - 5, 30 * 24 * 60]; // minutes
// A file that ends the function each time is given up.
const MOST_CRASHES = 3;
// Milliseconds that one file may take: two minutes to come, one to be read.
const WORST = 185_000;

/** What came of asking for a file: it was read (anew), it could not be, or it is as it was. */
type Outcome = 'read' | 'same' | { readonly fault: string };

/**
 * Fetches and reads the attachments that polls asked for: those that are not read yet, and once a day those that are. What cannot
 * be fetched is tried again; what cannot be read is kept as unread, with why, unless it takes the place of what could be.
 */
export async function readAnnexes(edge: AnnexEdge, budget: Budget = unlimited): Promise<AnnexReport> {
  const read: string[] = [];
  const faults: string[] = [];
  let tried = 0;
  for (const wanted of await edge.wanted()) {
    if (minutesBetween(wanted.since, edge.now()) > LONGEST) continue;
    const states = await edge.states(wanted.document);
    for (const file of wanted.files) {
      const state = states.get(file.url);
      if (!isDue(wanted, state, edge.now())) continue;
      // The next run goes on.
      if (tried++ > 0 && budget.left() < WORST) return { read, faults };
      const outcome = state?.kept
        ? await readAgain(wanted, file, state.kept, edge)
        : await readFirst(wanted, file, state, edge);
      if (outcome === 'read') read.push(file.url);
      else if (outcome !== 'same') faults.push(outcome.fault);
    }
  }
  return { read, faults };
}

function isDue({ since }: WantedAnnexes, state: AnnexState | undefined, at: Instant): boolean {
  if (!state) return true;
  const isOften = state.state === 'failed' && minutesBetween(since, at) < OFTEN;
  return isOften || minutesBetween(state.at, at) >= DAILY;
}

/** A file that nothing was read of yet. */
async function readFirst(
  { document }: WantedAnnexes,
  file: Attachment,
  state: AnnexState | undefined,
  edge: AnnexEdge,
): Promise<Outcome> {
  const { url } = file;
  const tries = (state?.tries ?? 0) + 1;
  const at = edge.now();
  const failed = async (why: string, count: number): Promise<Outcome> => {
    await edge.failed(document, url, { tries: count, at, why });
    return { fault: why };
  };
  const answer = await fetched(file, {}, edge);
  if ('fault' in answer) return failed(answer.fault, tries - 1);
  if ('unread' in answer) {
    await edge.keep(document, url, answer.unread, { mark: '', validators: {} }, at);
    return 'read';
  }
  if (answer.kind === 'unchanged') return { fault: `${url}: unchanged, and never read` };
  // Noted before it is read: a file that ends the function would end every run after it.
  await failed('the reader did not come back', tries);
  const annex =
    tries > MOST_CRASHES
      ? unreadAnnex('unknown', 'broken', 'the reader did not come back')
      : await annexIn(answer.bytes, edge);
  if (isPage(annex, url)) return failed(`${url}: expected ${file.name}, found a web page; the next run tries again`, 0);
  await edge.keep(document, url, annex, fileOf(answer), at);
  return 'read';
}

/** A file that was read: where others stand at its address now, they are read in its place. */
async function readAgain(
  { document }: WantedAnnexes,
  file: Attachment,
  kept: KeptAnnex,
  edge: AnnexEdge,
): Promise<Outcome> {
  const { url, name } = file;
  const at = edge.now();
  // Noted before it is read: a file that ends the function does so once a day.
  await edge.checked(document, url, kept, at);
  const answer = await fetched(file, kept.validators, edge);
  if ('fault' in answer) return { fault: answer.fault };
  if ('unread' in answer)
    return kept.mark === '' ? 'same' : { fault: `${url}: ${name} was replaced by a file too large` };
  if (answer.kind === 'unchanged' || fileOf(answer).mark === kept.mark) return 'same';
  const annex = await annexIn(answer.bytes, edge);
  if (annex.blocks.length === 0 || isPage(annex, url)) {
    const why = annex.unread[0]?.why ?? 'a web page';
    return { fault: `${url}: ${name} was replaced by what cannot be read (${why}); what was read before stays` };
  }
  await edge.keep(document, url, annex, fileOf(answer), at);
  return 'read';
}

type Fetched = Page | { readonly kind: 'unchanged' } | { readonly unread: Annex } | { readonly fault: string };

async function fetched({ url }: Attachment, validators: KeptAnnex['validators'], edge: AnnexEdge): Promise<Fetched> {
  try {
    return await edge.get({ url, hosts: [new URL(url).host], validators });
  } catch (error) {
    if (!(error instanceof SourceUnavailable) && !(error instanceof UnexpectedShape)) throw error;
    if (error instanceof SourceUnavailable && error.cause_ === 'too-large')
      return { unread: unreadAnnex('unknown', 'too-large', `more than ${annexBounds.bytes} bytes`) };
    return { fault: error.message };
  }
}

async function annexIn(bytes: Uint8Array, edge: AnnexEdge): Promise<Annex> {
  const outcome = await edge.read(bytes);
  return 'annex' in outcome ? outcome.annex : unreadAnnex('unknown', outcome.failed, outcome.words);
}

const fileOf = ({ bytes, validators }: Page): Pick<KeptAnnex, 'mark' | 'validators'> => ({
  mark: createHash('sha256').update(bytes).digest('hex'),
  validators,
});

/** A server that has no file may answer with a page that says so. */
const isPage = (annex: Annex, url: string): boolean =>
  annex.kind === 'html' && !/\.html?(?:[?#]|$)/i.test(url) && !annex.blocks.some(({ kind }) => kind === 'row');
