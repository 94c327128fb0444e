import type { MeasureId, Party } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';
import { among } from './party-names.ts';
import { isMeasureOf, type Restriction } from './restriction.ts';

type Held = ReadonlyMap<MeasureId, Restriction>;

/** Restrictions on their way to a Change: what was in the register, and what this document made of it so far. */
export class Restrictions {
  readonly #before: Held;
  readonly #unread: Held;
  readonly #now = new Map<MeasureId, Restriction>();
  constructor({ restrictions, unread }: { readonly restrictions: Held; readonly unread: Held }) {
    this.#before = restrictions;
    this.#unread = unread;
  }
  /** A measure whose text was read, or compiled. */
  get(id: MeasureId): Restriction | undefined {
    const now = this.#now.get(id);
    return (now?.unread ? undefined : now) ?? this.#before.get(id);
  }
  /** The same, also under an identity that it had before its page was renumbered: its copies may not have been. */
  everKnownAs(id: MeasureId): Restriction | undefined {
    return this.get(id) ?? this.all().find(({ formerly }) => formerly?.includes(id));
  }
  all(): readonly Restriction[] {
    return [...new Map([...this.#before, ...this.#now]).values()].filter(({ unread }) => !unread);
  }
  /** What is known of a measure by those texts alone that move it. */
  unread(id: MeasureId): Restriction | undefined {
    const known = [...this.#unread.values(), ...[...this.#now.values()].filter(({ unread }) => unread)];
    return known.findLast((one) => isMeasureOf(id, one.id));
  }
  /** Sets a measure's next version; every Change raises it by one, however many provisions touch it. */
  set(next: Restriction): Restriction {
    const before = next.unread ? this.#unread.get(next.id) : this.#before.get(next.id);
    const restriction = { ...next, version: (before?.version ?? 0) + 1 };
    this.#now.set(next.id, restriction);
    return restriction;
  }
}

/** The parties among some whose listing has not ended. */
export function heldOf(restriction: Restriction, parties: readonly Party[]): readonly Party[] {
  const held = among(restriction.listings.filter(({ until }) => !until).map(({ party }) => party));
  return parties.filter(held);
}

/** A restriction whose listings of some parties end on a day. */
export function withoutParties(restriction: Restriction, parties: readonly Party[], on: BeijingDate): Restriction {
  const leaves = among(parties);
  const listings = restriction.listings.map((listing) =>
    !listing.until && leaves(listing.party) ? { ...listing, until: on } : listing,
  );
  return { ...restriction, listings };
}
