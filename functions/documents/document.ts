import type { Authority, Language } from '../sources/source.ts';
import type { BeijingDate, Instant } from '../time.ts';
import type { Annex } from './annexes/annex.ts';

/** The address of a page or article, freed of what varies between copies of one address. */
export type DocumentId = string & { readonly __brand: 'DocumentId' };

/** One announcement or article as text, with an identity and a fingerprint. */
export interface Document {
  readonly id: DocumentId;
  /** SHA-256 (hex) of title and text, blind to white space and width: the same version always bears the same one. */
  readonly fingerprint: string;
  readonly source: string;
  /** The outlet whose word it is. */
  readonly publisher: string;
  /** The outlet that the item itself claims to be from, where that counts for nothing. */
  readonly saysFrom?: string;
  readonly authority: Authority;
  readonly language: Language;
  readonly url: string;
  readonly title: string;
  /** Paragraphs, list items and table rows one a line, cells parted by tabs. Press: the feed's summary. */
  readonly text: string;
  readonly publishedOn?: BeijingDate;
  /** Press feeds say the minute; a page says only the day. */
  readonly publishedAt?: Instant;
  /** Attachments that were seen and not read. */
  readonly unread?: readonly string[];
  /** Every attachment, read or not. */
  readonly attachments?: readonly Attachment[];
  /** Attachments that were read since. */
  readonly annexes?: readonly AttachedAnnex[];
}

/** A file that a page offers. */
export interface Attachment {
  readonly name: string;
  readonly url: string;
}

/** An attachment as rows and text. */
export interface AttachedAnnex {
  readonly url: string;
  readonly annex: Annex;
}

/** A document without its text: what a journal row remembers of its cause. */
export type DocumentRef = Omit<Document, 'text' | 'unread' | 'attachments' | 'annexes'>;

/** What the journal keeps of a document: all but its words, which the archive holds. */
export function refOf(document: Document): DocumentRef {
  const { text: _text, unread: _unread, attachments: _attachments, annexes: _annexes, ...ref } = document;
  return ref;
}

/** One line of a feed or index: a pointer, never evidence (press excepted: headline and summary are all we take). */
export interface Entry {
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly publishedOn?: BeijingDate;
  readonly publishedAt?: Instant;
  /** The outlet, where an aggregator names it. */
  readonly publisher?: string;
}
