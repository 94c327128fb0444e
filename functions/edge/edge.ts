import type { Bookmark } from '../documents/bookmark.ts';
import type { Annex } from '../documents/annexes/annex.ts';
import type { Document, DocumentId } from '../documents/document.ts';
import type { Answer, Ask } from '../documents/page.ts';
import type { Change } from '../register/change.ts';
import type { Waiting } from '../register/evidence.ts';
import type { OurLists } from '../screening/own.ts';
import type { SourceState } from '../sources/health.ts';
import type { Language, Source } from '../sources/source.ts';
import type { BeijingDate, Instant } from '../time.ts';
import type { Annexes, AnnexState, Isolated, KeptAnnex, WantedAnnexes } from './wanted-annexes.ts';

/** What each function may do to the world, and no more: the types follow the permissions. */
export interface Clock {
  now(): Instant;
}

export interface Journal {
  /** Every Change, oldest first, by a consistent read. */
  changes(): Promise<readonly Change[]>;
  /** @throws JournalMoved when that number is taken */
  append(change: Change): Promise<void>;
}

/** What spares a process that has just started the reading of thousands of rows. */
export interface JournalPacks {
  /** Writes each full five hundred Changes that are in no pack yet into one. @returns how many it wrote */
  pack(): Promise<number>;
}

/** A bookmark and the revision it was read at: who writes must have read the latest. */
export interface Kept {
  readonly bookmark: Bookmark | undefined;
  readonly revision: number;
}

/** What reading attachments may do: fetch them, read them apart from everything else, and keep what was read. */
export interface AnnexEdge extends Clock {
  get(ask: Ask): Promise<Answer>;
  wanted(): Promise<readonly WantedAnnexes[]>;
  states(document: DocumentId): Promise<ReadonlyMap<string, AnnexState>>;
  /** Reads a file within bounds of time and memory. */
  read(bytes: Uint8Array): Promise<Isolated>;
  keep(
    document: DocumentId,
    url: string,
    annex: Annex,
    file: Pick<KeptAnnex, 'mark' | 'validators'>,
    at: Instant,
  ): Promise<void>;
  /** Notes that a file was asked for again; what was read of it stays. */
  checked(document: DocumentId, url: string, kept: KeptAnnex, at: Instant): Promise<void>;
  failed(
    document: DocumentId,
    url: string,
    state: { readonly tries: number; readonly at: Instant; readonly why: string },
  ): Promise<void>;
}

export interface PollEdge extends Clock {
  get(ask: Ask): Promise<Answer>;
  readonly bookmarks: {
    of(source: string): Promise<Kept>;
    /** @returns false when another poller of this source wrote since; its bookmark stands */
    remember(source: Source, bookmark: Bookmark, revision: number): Promise<boolean>;
  };
  readonly journal: Journal;
  /** Government pages vanish; ours stay. Keeping a version twice keeps it once. */
  readonly archive: {
    keep(document: Document, at: Instant): Promise<void>;
    /** Keeps a table (CSV) that a version of a document gave rise to. */
    keepTable?(document: Document, name: string, csv: string, at: Instant): Promise<void>;
  };
  readonly annexes: Annexes;
  /** Notes that an outlet carried a reported story. */
  readonly stories: { carriedBy(change: number, outlet: string): Promise<void> };
  readonly waiting: {
    /** Reports kept since then that wait for a second outlet. */
    since(at: Instant): Promise<readonly Waiting[]>;
    /** Keeping a report twice keeps it once. */
    keep(waiting: Waiting): Promise<void>;
  };
}

/** How far alerts were delivered. */
export interface DeliveryMark {
  /** Every Change up to this one was published, or was quiet. */
  readonly upTo: number;
  /** Publications that failed while those behind them went out. */
  readonly owed: readonly Debt[];
  /** What the operator was last told of each source. */
  readonly told: Readonly<Record<string, string>>;
  /** Since when each source that has no record yet is waited for. */
  readonly since?: Readonly<Record<string, Instant>>;
}

/** An alert that has not gone out in a language. */
export interface Debt {
  readonly change: number;
  readonly language: Language;
  /** Since when SNS refuses it in every form. */
  readonly refusedSince?: Instant;
}

/** One act of publishing, as an audit asks for it. */
export interface Told {
  readonly change: number;
  readonly at: Instant;
  readonly languages: readonly Language[];
  /** Confirmed subscriptions of the topic then, of which filter policies choose; missing: SNS did not say. */
  readonly subscriptions?: number;
}

/** How the sources stood at a moment. */
export interface PastHealth {
  readonly at: Instant;
  readonly states: readonly Pick<
    SourceState,
    'id' | 'publisher' | 'authority' | 'state' | 'checkedAt' | 'failingSince' | 'failures'
  >[];
}

export interface Message {
  readonly subject: string;
  /** The body by protocol: `default` for queues, functions and web hooks. */
  readonly bodies: { readonly default: string; readonly email: string; readonly sms: string };
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
}

/** Subscriptions of both topics, as hashes of their addresses: whether somebody is there needs nobody's address. */
export interface Confirmed {
  readonly subscribers: readonly string[];
  readonly operators: readonly string[];
}

export interface NotifyEdge extends Clock {
  readonly journal: Pick<Journal, 'changes'>;
  readonly stories: { outlets(change: number): Promise<readonly string[]> };
  readonly health: { all(): Promise<readonly SourceState[]> };
  readonly deliveries: {
    mark(): Promise<DeliveryMark>;
    /** Takes the right to publish until then. @returns false while another run holds it */
    claim(until: Instant): Promise<boolean>;
    /** Moves the mark; `upTo` only ever grows. */
    move(mark: DeliveryMark): Promise<void>;
    /** Gives that right back; another run's is left alone. */
    release(until: Instant): Promise<void>;
  };
  /** Notes for audits what was published, and to how many. */
  noteTold(told: Told): Promise<void>;
  /** The deployment's own customers, suppliers and parts; undefined where it keeps none. */
  ownLists(): Promise<OurLists | undefined>;
  /** The address of the deployment's own site, without a slash at its end; undefined where it has none. */
  readonly site?: string;
  publish(message: Message): Promise<void>;
  tellOperator(subject: string, text: string): Promise<void>;
  /** Who is subscribed and has confirmed. */
  confirmed(): Promise<Confirmed>;
  pause(milliseconds: number): Promise<void>;
}

export interface CalendarEdge extends Clock {
  readonly journal: Journal & JournalPacks;
  readonly days: {
    /** The last Beijing day whose dates were looked at. */
    last(): Promise<BeijingDate | undefined>;
    /** Keeps for audits how the sources stand; the first word of a day stands. */
    keepHealth(day: BeijingDate, at: Instant, states: readonly SourceState[]): Promise<void>;
    /** Moves the mark on; back, where it lies beyond today. */
    move(day: BeijingDate, today: BeijingDate): Promise<void>;
  };
  readonly health: NotifyEdge['health'];
}

/** One period of the digest, and the languages that it has yet to be sent in. */
export interface DigestMark {
  readonly from: Instant;
  readonly to: Instant;
  readonly owed: readonly Language[];
}

export interface DigestEdge extends Clock {
  readonly journal: Pick<Journal, 'changes'>;
  readonly health: NotifyEdge['health'];
  readonly digests: {
    /** The last period that was claimed. */
    last(): Promise<DigestMark | undefined>;
    /**
     * Takes the right to send a period until then: a new one in the place of the one that ends at `before`, or again what is
     * still owed of one. @returns false when another run has it
     */
    claim(mark: DigestMark, before: Instant | undefined, until: Instant): Promise<boolean>;
    /** Notes what is left to be sent. */
    move(mark: DigestMark): Promise<void>;
    /** The same, and gives the right back. */
    release(mark: DigestMark): Promise<void>;
  };
  publish(message: Message): Promise<void>;
}

/** One file of the register's pages. */
export interface PublishedFile {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export interface SiteEdge extends Clock {
  readonly journal: Pick<Journal, 'changes'>;
  readonly health: NotifyEdge['health'];
  /** Where the pages are read, without a slash at the end. */
  readonly address: string;
  /** The script of the page that asks, as browsers take it. */
  script(): string;
  /** The hash of each file that was written, by its path. */
  written(): Promise<Readonly<Record<string, string>>>;
  /** @param seconds how long browsers may keep it */
  write(file: PublishedFile, seconds: number): Promise<void>;
  remember(hashes: Readonly<Record<string, string>>): Promise<void>;
  /** Has the copies at the edge of the network forgotten. @param mark the same for a repeat of the same call */
  forget(paths: readonly string[], mark: string): Promise<void>;
}
