import { Misconfigured } from '../functions/errors.ts';
import { parseSource, type Source } from '../functions/sources/source.ts';

/** Which sources a deployment polls, as its settings say it. */
export interface Choice {
  /** Ids to poll although the catalogue leaves them off. */
  readonly on: readonly string[];
  readonly off: readonly string[];
  /** Whole Sources that the catalogue lacks. */
  readonly added: readonly unknown[];
  /** Minutes between polls, by id. */
  readonly every: Readonly<Record<string, number>>;
}

// The name of a schedule, and the longest rhythm that an alarm can still watch.
const LONGEST_ID = 64;
const SLOWEST = 1_440;
// The notifier reads every source's record at each ring: 5,000 of them are 60 MB, a third of its time.
const MOST_SOURCES = 5_000;

/** @returns the sources to poll, at their rhythms; and one line per fault, naming the field, its value and what is allowed */
export function chooseSources(
  catalogue: readonly Source[],
  { on, off, added, every }: Choice,
): { readonly sources: readonly Source[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const known = [...catalogue];
  for (const [i, value] of added.entries()) {
    const where = `watch.sources.added[${i}]`;
    try {
      const source = parseSource(value, where);
      if (known.some(({ id }) => id === source.id)) {
        faults.push(`${where}.id: "${source.id}" is taken; allowed is an id that no other source has`);
      }
      if (source.id.length > LONGEST_ID) {
        faults.push(`${where}.id: "${source.id}"; allowed are ${LONGEST_ID} characters`);
      }
      if (source.every > SLOWEST) faults.push(`${where}.every: ${source.every}; allowed are 1 to ${SLOWEST} minutes`);
      known.push(source);
    } catch (error) {
      if (!(error instanceof Misconfigured)) throw error;
      faults.push(error.message);
    }
  }
  const ids = new Set(known.map(({ id }) => id));
  for (const [field, named] of Object.entries({ on, off, every: Object.keys(every) })) {
    for (const id of named.filter((id) => !ids.has(id))) {
      faults.push(
        `watch.sources.${field}: "${id}" is no source; allowed are the ids in functions/sources/catalogue.ts`,
      );
    }
  }
  for (const id of on.filter((id) => off.includes(id))) {
    faults.push(`watch.sources.on: "${id}" is also in watch.sources.off; allowed is one of them`);
  }
  const sources = known
    .filter(({ id, off: reason }) => !off.includes(id) && (reason === undefined || on.includes(id)))
    .map((source): Source => ({ ...source, every: every[source.id] ?? source.every }));
  if (sources.length === 0) faults.push('watch.sources.off: every source; allowed is to leave at least one on');
  if (sources.length > MOST_SOURCES) {
    faults.push(`watch.sources: ${sources.length} sources are on; allowed are ${MOST_SOURCES}: use two watches`);
  }
  return { sources, faults };
}
