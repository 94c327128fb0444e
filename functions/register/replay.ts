import type { DocumentId, DocumentRef } from '../documents/document.ts';
import type { MeasureId, Provision } from '../findings/finding.ts';
import type { Change } from './change.ts';
import type { Restriction } from './restriction.ts';

/** One version of a document, as it was read. */
export interface PastReading {
  readonly document: DocumentRef;
  readonly provisions: readonly Provision[];
  /** Something in it could not be settled then; a text read later may settle it. */
  readonly unsettled: boolean;
}

/** The journal, replayed: what stands, what was read, what was told. */
export interface Register {
  /** The number of the last Change; 0 for an empty journal. */
  readonly upTo: number;
  readonly restrictions: ReadonlyMap<MeasureId, Restriction>;
  /** Official readings by announcement number, else by document; oldest first. */
  readonly readings: ReadonlyMap<string, readonly PastReading[]>;
  /** The key in `readings` under which a document was last read. */
  readonly keyOf: ReadonlyMap<DocumentId, string>;
  /** Fingerprints of every version that the journal holds. */
  readonly versions: ReadonlySet<string>;
  /** Changes that a report may belong to, oldest first: reports, clarifications, and the ministry's own. */
  readonly told: readonly Change[];
}

export const emptyRegister: Register = {
  upTo: 0,
  restrictions: new Map(),
  readings: new Map(),
  keyOf: new Map(),
  versions: new Set(),
  told: [],
};

/**
 * Folds Changes, in their order, into a register.
 * @param before a register that the Changes follow on; it is left as it was
 */
export function replay(changes: readonly Change[], before: Register = emptyRegister): Register {
  const restrictions = new Map(before.restrictions);
  const readings = new Map(before.readings);
  const keyOf = new Map(before.keyOf);
  const versions = new Set(before.versions);
  const told = [...before.told];
  for (const change of changes) {
    for (const effect of change.effects) {
      if ('restriction' in effect) restrictions.set(effect.restriction.id, effect.restriction);
    }
    if (change.effects.length > 0) told.push(change);
    if (!('document' in change.cause)) continue;
    const { document, announcement } = change.cause;
    versions.add(document.fingerprint);
    if (document.authority !== 'official') continue;
    const key = readingKey(document.id, announcement);
    const unsettled = change.effects.length === 0 || change.effects.some(({ kind }) => kind === 'unclear');
    const reading = { document, provisions: change.provisions, unsettled };
    readings.set(key, [...(readings.get(key) ?? []), reading]);
    keyOf.set(document.id, key);
  }
  return { upTo: changes.at(-1)?.number ?? before.upTo, restrictions, readings, keyOf, versions, told };
}

/** An announcement is one whatever URL bears it; what has no number is known by its address. */
export const readingKey = (document: DocumentId, announcement: string | undefined): string => announcement ?? document;
