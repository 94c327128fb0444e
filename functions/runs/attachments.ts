import type { Awaiting, Hush } from '../documents/bookmark.ts';
import type { Document, Entry } from '../documents/document.ts';
import { fingerprintWith } from '../documents/fingerprint.ts';
import type { PollEdge } from '../edge/edge.ts';
import { interpretLazily } from '../findings/interpret-lazily.ts';
import { beijingDay, type Instant } from '../time.ts';

/** A document together with those of its attachments that were read since: what is unread of them is named still. */
export async function withAnnexes(document: Document, edge: Pick<PollEdge, 'annexes'>): Promise<Document> {
  if (document.authority !== 'official' || !document.attachments?.length) return document;
  const { attachments, authority, unread: _unread, ...rest } = document;
  const annexes = (await edge.annexes.of(document.id)).filter(({ url }) =>
    attachments.some((file) => file.url === url),
  );
  if (annexes.length === 0) return document;
  const read = new Set(annexes.filter(({ annex }) => annex.blocks.length > 0).map(({ url }) => url));
  const unread = attachments.filter(({ url }) => !read.has(url)).map(({ name, url }) => `${name} (${url})`);
  const fingerprint = fingerprintWith(
    document.fingerprint,
    annexes.map(({ annex }) => annex),
  );
  return { ...rest, fingerprint, authority, attachments, annexes, ...(unread.length > 0 && { unread }) };
}

/**
 * Asks for the attachments of an announcement that concerns us to be read.
 * @returns what to wait for; undefined where nothing is left to read
 */
export async function askForAnnexes(
  document: Document,
  entry: Entry,
  edge: Pick<PollEdge, 'annexes'>,
  at: Instant,
  quiet: Hush | undefined,
): Promise<Awaiting | undefined> {
  const { authority, attachments = [], annexes = [] } = document;
  if (authority !== 'official' || attachments.length === 0 || annexes.length === attachments.length) return undefined;
  if ((await interpretLazily(document)).kind === 'silent') return undefined;
  const host = new URL(document.url).host;
  const near = attachments.filter(({ url }) => new URL(url).host === host);
  if (near.length === 0 || annexes.length >= near.length) return undefined;
  await edge.annexes.want({ document: document.id, files: near, since: at });
  const since = beijingDay(at);
  return { entry, document: document.id, files: near.length, read: annexes.length, since, ...(quiet && { quiet }) };
}
