import type { Document, Entry } from '../documents/document.ts';
import { articleAsk, pressDocument, readArticle } from '../documents/read-document.ts';
import type { PollEdge } from '../edge/edge.ts';
import { UnexpectedShape } from '../errors.ts';
import type { Source } from '../sources/source.ts';
import type { Instant } from '../time.ts';
import { type Budget, timeForRequest } from './budget.ts';

/** Of the press, headline and summary are the document; a ministry's page is fetched, over one redirect stub at most. */
export async function documentOf(
  source: Source,
  entry: Entry,
  edge: Pick<PollEdge, 'get'>,
  at: Instant,
  budget: Budget,
): Promise<Document> {
  if (source.format === 'feed') return pressDocument(source, entry);
  let url = entry.url;
  for (const last of [false, true]) {
    const time = timeForRequest(budget) ?? 0;
    const answer = await edge.get({ ...articleAsk(source, url), ...(time !== Infinity && { within: time }) });
    if (answer.kind === 'unchanged') break;
    const read = readArticle(source, entry, answer, at);
    if (!('moved' in read)) return read;
    if (last) break;
    url = read.moved;
  }
  throw new UnexpectedShape(`${source.id}: ${entry.url} leads from one empty page to another; open it and see`);
}
