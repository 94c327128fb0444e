import type { Annex } from '../documents/annexes/annex.ts';
import type { AttachedAnnex, Attachment, DocumentId } from '../documents/document.ts';
import type { Validators } from '../documents/page.ts';
import type { Instant } from '../time.ts';

/** Attachments of one document that are to be read. */
export interface WantedAnnexes {
  readonly document: DocumentId;
  readonly files: readonly Attachment[];
  readonly since: Instant;
}

/** What a poll asks of the function that reads attachments, and what it finds of its work. */
export interface Annexes {
  /** Asking twice asks once. */
  want(wanted: WantedAnnexes): Promise<void>;
  /** Those of a document that were read, or will not be. */
  of(document: DocumentId): Promise<readonly AttachedAnnex[]>;
}

/** What became of reading one file apart from everything else. */
export type Isolated =
  { readonly annex: Annex } | { readonly failed: 'too-slow' | 'too-large' | 'broken'; readonly words: string };

/** How far one attachment is. */
export interface AnnexState {
  readonly state: 'done' | 'failed';
  readonly tries: number;
  /** When it was last asked for. */
  readonly at: Instant;
  /** What was read of it, where it was. */
  readonly kept?: KeptAnnex;
}

/** A reading in the table, and the file that it is of. */
export interface KeptAnnex {
  readonly hash: string;
  /** SHA-256 of the file's bytes. */
  readonly mark: string;
  readonly validators: Validators;
}
