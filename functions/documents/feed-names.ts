/** What an element of an item is to us; everything else is passed over. */
export type Part = 'title' | 'link' | 'id' | 'date' | 'summary' | 'outlet' | 'caption';

/** The namespaces that a prefix stands for at one place of a document, by prefix; '' is the default. */
export type Namespaces = Readonly<Partial<Record<string, string>>>;

type Vocabulary = 'core' | 'dc' | 'dcterms' | 'content' | 'xhtml' | 'media' | 'other';

/** RSS and Atom in all their versions are one vocabulary: feeds mix them. */
const vocabularies: readonly (readonly [Vocabulary, RegExp])[] = [
  ['core', /^$|www\.w3\.org\/2005\/atom$|purl\.org\/atom\/ns$|purl\.org\/rss\/[12]\.0$|netscape\.com\/(?:rdf\/simple|publish\/formats\/rss)|(?:backend\.userland\.com|blogs\.law\.harvard\.edu\/tech|cyber\.(?:law\.)?harvard\.edu)\/(?:rss|2\.0)|purl\.org\/net\/rss1\.1$/],
  ['dc', /purl\.org\/dc\/elements\/1\.[01]$/],
  ['dcterms', /purl\.org\/dc\/terms$/],
  ['content', /purl\.org\/rss\/1\.0\/modules\/content$/],
  ['xhtml', /www\.w3\.org\/1999\/xhtml$/],
  ['media', /search\.yahoo\.com\/mrss$|itunes\.com\/dtds\/podcast-1\.0\.dtd$/],
]; // prettier-ignore

/** Prefixes that feeds use without declaring them. */
const customary: Readonly<Partial<Record<string, Vocabulary>>> = {
  atom: 'core',
  a10: 'core',
  rss: 'core',
  dc: 'dc',
  dcterms: 'dcterms',
  dct: 'dcterms',
  content: 'content',
  media: 'media',
  itunes: 'media',
};

/** The parts of an item, best first: a date of publication before one of change, a summary before the whole text. */
const parts: Readonly<Record<Part, readonly string[]>> = {
  title: ['core title', 'dc title'],
  link: ['core link'],
  id: ['core guid', 'core id', 'dc identifier'],
  date: [
    ...['core pubdate', 'core published', 'core issued', 'dcterms issued', 'dc date', 'core date', 'dcterms date'],
    ...['dcterms available', 'core created', 'dcterms created', 'core updated', 'core modified', 'dcterms modified'],
  ],
  summary: ['core description', 'core summary', 'content encoded', 'core content', 'dc description', 'xhtml body'],
  outlet: ['core source'],
  caption: ['media title'],
};

const partOf = new Map(
  Object.entries(parts).flatMap(([part, names]) =>
    names.map((name, rank) => [name, { part: part as Part, rank }] as const),
  ),
);

/**
 * What an element is: an item, a part of one with its rank among its like, or nothing of ours. Namespaces tell, not prefixes;
 * a root's unknown default namespace is taken for the feed's own.
 * @param name as written, in lower case
 */
export function meaningOf(name: string, namespaces: Namespaces): Meaning {
  const within = (known.get(namespaces) ?? known.set(namespaces, new Map()).get(namespaces)) as Map<string, Meaning>;
  if (within.has(name)) return within.get(name);
  const meaning = readMeaning(name, namespaces);
  within.set(name, meaning);
  return meaning;
}

type Meaning = 'item' | { readonly part: Part; readonly rank: number } | undefined;

/** All items of a feed lie within the same namespaces, and have the same dozen elements. */
const known = new WeakMap<Namespaces, Map<string, Meaning>>();

function readMeaning(name: string, namespaces: Namespaces): Meaning {
  const colon = name.indexOf(':');
  const [prefix, local] = colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
  const vocabulary = vocabularyOf(prefix, namespaces);
  if (vocabulary === 'core' && (local === 'item' || local === 'entry')) return 'item';
  return partOf.get(`${vocabulary} ${local}`);
}

function vocabularyOf(prefix: string, namespaces: Namespaces): Vocabulary {
  const uri = namespaces[prefix];
  if (uri === undefined) return prefix === '' ? 'core' : (customary[prefix] ?? 'other');
  const plain = uri
    .trim()
    .toLowerCase()
    .replace(/[#/]+$/, '');
  const known = vocabularies.find(([, pattern]) => pattern.test(plain))?.[0];
  return known ?? (namespaces['root'] === uri && prefix === '' ? 'core' : 'other');
}

/** The namespaces in force inside an element, given those around it. */
export function namespacesIn(
  attributes: Readonly<Partial<Record<string, string>>>,
  around: Namespaces | undefined,
): Namespaces {
  const declared = declaredIn(attributes);
  if (declared.length === 0 && around) return around;
  const here = Object.fromEntries(declared.map(([name, uri]) => [name === 'xmlns' ? '' : name.slice(6), uri]));
  return around ? { ...around, ...here } : { ...here, ...(here[''] !== undefined && { root: here[''] }) };
}

function declaredIn(attributes: Readonly<Partial<Record<string, string>>>): readonly (readonly [string, string])[] {
  const declared: [string, string][] = [];
  for (const name in attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) declared.push([name, attributes[name] ?? '']);
  }
  return declared;
}
