import type { Failing } from '../documents/bookmark.ts';
import { titleOnly } from '../documents/read-document.ts';
import type { Entry } from '../documents/document.ts';
import type { PollEdge } from '../edge/edge.ts';
import type { Finding } from '../findings/finding.ts';
import { interpret } from '../findings/interpret.ts';
import { compare } from '../register/compare.ts';
import type { Source } from '../sources/source.ts';
import { type Instant, minutesBetween } from '../time.ts';
import { appendNext } from './append-change.ts';
import type { Fault, WhyUnread } from './attempt.ts';
import type { Told } from './failing.ts';
import { hushOf } from './hush.ts';
import type { Hush } from '../documents/bookmark.ts';

// Servers are often away for minutes, and a page may be listed before it is there.
const PATIENCE_MINUTES = 60;

/** Whether a listed title says by itself that its text is our subject. */
export const isOurs = (source: Source, entry: Entry): boolean =>
  source.authority === 'official' && interpret(titleOnly(source, entry)).kind === 'finding';

/**
 * A listed official title that is plainly ours, and whose page cannot be found, decoded or fetched for an hour, is told as
 * unclear: what it does is not known, that it exists is. A page that is there, and laid out as none we know, is told at once.
 * The page is tried on, and told in full when it can be read.
 * @param faults what happened to pages in this poll, by address
 */
export async function tellUnread(
  source: Source,
  failing: readonly Failing[],
  faults: ReadonlyMap<string, Fault>,
  edge: Pick<PollEdge, 'journal'>,
  at: Instant,
  quiet: Hush | undefined,
): Promise<Told> {
  const after: Failing[] = [];
  const changes: number[] = [];
  for (const one of failing) {
    const fault = faults.get(one.entry.url);
    const due = fault?.settled === true || minutesBetween(one.since, at) >= PATIENCE_MINUTES;
    if (one.settled || !due || source.authority !== 'official') {
      after.push(one);
      continue;
    }
    const change = await recordUnread(source, one, fault?.why ?? 'unavailable', edge, at, quiet);
    if (change !== undefined) changes.push(change);
    after.push({ ...one, settled: true });
  }
  return { failing: after, changes };
}

async function recordUnread(
  source: Source,
  { entry, since }: Failing,
  why: WhyUnread,
  edge: Pick<PollEdge, 'journal'>,
  at: Instant,
  quiet: Hush | undefined,
): Promise<number | undefined> {
  const document = titleOnly(source, entry);
  const reading = interpret(document);
  if (reading.kind === 'silent') return undefined;
  const finding = unclear(reading.finding, since, why);
  const hush = hushOf(document, entry, at, quiet);
  const change = await appendNext(edge.journal, (register) => {
    // The announcement was read at another of its addresses: nothing is unknown but this one.
    if (finding.announcement && register.texts.histories.has(finding.announcement)) return undefined;
    const draft = compare(register, finding, at);
    return draft && { ...draft, ...(hush && { quiet: hush.why }) };
  });
  return change?.number;
}

/** What a title alone says is never a fact: it shows what to read. */
function unclear(finding: Finding, since: Instant, why: WhyUnread): Finding {
  const measure = finding.provisions
    .map((provision) =>
      'measure' in provision && typeof provision.measure === 'object' ? provision.measure : undefined,
    )
    .find((one) => one !== undefined);
  const [{ quote }] = finding.provisions;
  return {
    ...finding,
    provisions: [{ action: 'unclear', doubt: { kind: 'page-unread', since, why }, quote, ...(measure && { measure }) }],
  };
}
