import { type CatalogueEntry, wordsAlone } from '../findings/catalogue.ts';

/** What a list of controlled items changed against an older one, by control code. */
export interface CatalogueDifference {
  readonly added: readonly CatalogueEntry[];
  readonly removed: readonly CatalogueEntry[];
  /** Customs codes came or went, or the goods have another name. */
  readonly changed: readonly ChangedEntry[];
  /** The newer entries of which nothing but the description changed. */
  readonly described: readonly CatalogueEntry[];
}

export interface ChangedEntry {
  readonly code: string;
  /** The newer entry. */
  readonly entry: CatalogueEntry;
  readonly hsAdded: readonly string[];
  readonly hsRemoved: readonly string[];
  /** The new name, where it changed. */
  readonly name?: string;
}

/** Compares two lists. Rows that bear one code are one entry; rows without a code are told apart by their names. */
export function catalogueDifference(
  older: readonly CatalogueEntry[],
  newer: readonly CatalogueEntry[],
): CatalogueDifference {
  const [before, after] = [byCode(older), byCode(newer)];
  const described: CatalogueEntry[] = [];
  const changed = [...after].flatMap(([key, { entry, hsCodes, names, descriptions }]): ChangedEntry[] => {
    const was = before.get(key);
    if (!was) return [];
    const hsAdded = [...hsCodes].filter((code) => !was.hsCodes.has(code));
    const hsRemoved = [...was.hsCodes].filter((code) => !hsCodes.has(code));
    const renamed = [...names.keys()].join() !== [...was.names.keys()].join();
    if (hsAdded.length + hsRemoved.length === 0 && !renamed) {
      if (isReworded(was.descriptions, descriptions)) described.push(entry);
      return [];
    }
    return [{ code: entry.code, entry, hsAdded, hsRemoved, ...(renamed && { name: [...names.values()].join('；') }) }];
  });
  return {
    added: [...after].flatMap(([key, { entry }]) => (before.has(key) ? [] : [entry])),
    removed: [...before].flatMap(([key, { entry }]) => (after.has(key) ? [] : [entry])),
    changed,
    described,
  };
}

/** Where either list was read without descriptions, nothing is known of a change. */
const isReworded = (before: ReadonlySet<string>, after: ReadonlySet<string>): boolean =>
  before.size > 0 && after.size > 0 && (before.size !== after.size || [...before].some((words) => !after.has(words)));

interface Gathered {
  readonly entry: CatalogueEntry;
  readonly hsCodes: Set<string>;
  /** Names as written, by the form in which they are compared. */
  readonly names: Map<string, string>;
  /** As compared. */
  readonly descriptions: Set<string>;
}

function byCode(entries: readonly CatalogueEntry[]): ReadonlyMap<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  for (const entry of entries) {
    const name = plain(entry.name);
    const key = entry.code || `name ${name}`;
    const known = gathered.get(key) ?? {
      entry: { ...entry, hsCodes: [] },
      hsCodes: new Set<string>(),
      names: new Map<string, string>(),
      descriptions: new Set<string>(),
    };
    for (const code of entry.hsCodes) known.hsCodes.add(code);
    known.names.set(name, entry.name);
    const description = wordsAlone(entry.description);
    if (description !== '') known.descriptions.add(description);
    gathered.set(key, { ...known, entry: { ...known.entry, hsCodes: [...known.hsCodes] } });
  }
  return gathered;
}

/** One form for width, case and white space: how a name was set is no change of it. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
