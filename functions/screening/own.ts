/** Something of the reader's own: a customer, a supplier, a part or material. One id may have several names. */
export interface Own {
  readonly id: string;
  /** Its name, code or description: what would be asked. */
  readonly name: string;
}

export const ownKinds = ['customers', 'suppliers', 'parts'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** What a deployment watches for itself. */
export type OurLists = Readonly<Record<OwnKind, readonly Own[]>>;

/** One of the reader's own that a Change touches; not certain: look at it. */
export interface OwnHit {
  readonly id: string;
  readonly certain: boolean;
}

export type Hits = Readonly<Record<OwnKind, readonly OwnHit[]>>;

export const isAny = (hits: Hits): boolean => ownKinds.some((kind) => hits[kind].length > 0);
