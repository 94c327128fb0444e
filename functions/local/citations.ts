import { announcementNumbers } from '../lexicon/announcement-numbers.ts';
import { folded } from '../lexicon/fold.ts';

/** A labelled document: the announcements that it amends, suspends or repeals, as people write them. */
interface Labelled {
  readonly id: string;
  readonly relevant: boolean;
  readonly role?: string;
  readonly facts?: { readonly cites?: Readonly<Record<string, readonly string[]>> };
}

/**
 * How many of the announcements that labelled documents act on were cited with their issuer's own number
 * (`mofcom/2006/50`, whoever signed beside MOFCOM), and what differs.
 */
export function scoreIssuers(
  gold: readonly string[],
  findings: readonly string[],
): { readonly right: number; readonly of: number; readonly misses: readonly string[] } {
  const found = new Map(
    findings.map((line) => {
      const { id, cites = [] } = JSON.parse(line) as { id: string; cites?: readonly string[] };
      return [id, cites] as const;
    }),
  );
  const pairs = gold.flatMap((line) => {
    const { id, relevant, role, facts } = JSON.parse(line) as Labelled;
    if (!relevant || role !== 'primary') return [];
    const words = Object.values(facts?.cites ?? {}).flat();
    const numbers = words.flatMap((one) => announcementNumbers(folded(one)).map(({ number }) => number));
    return [...new Set(numbers)].map((number) => ({ id, number, right: (found.get(id) ?? []).includes(number) }));
  });
  const misses = pairs.filter(({ right }) => !right).map(({ id, number }) => `cites ${id}: missed ${number}`);
  return { right: pairs.length - misses.length, of: pairs.length, misses };
}
