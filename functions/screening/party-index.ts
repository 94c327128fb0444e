import { distance } from 'fastest-levenshtein';
import type { Party } from '../findings/finding.ts';
import { folded } from '../lexicon/fold.ts';
import { knownParents, knownParties, type KnownParty } from '../lexicon/parties.ts';
import type { Listing, Restriction } from '../register/restriction.ts';
import type { How } from './answer.ts';
import { type NameKey, nameKey, nameVariants } from './name-key.ts';

/** Where a name of the index comes from: the notice, or the lexicon. */
type Kind = 'printed' | 'other' | 'former' | 'short' | 'parent';

interface Entry extends NameKey {
  readonly name: string;
  readonly kind: Kind;
  readonly restriction: Restriction;
  readonly listing: Listing;
}

/** A listing that a name met, and how. */
export interface Hit {
  readonly restriction: Restriction;
  readonly listing: Listing;
  readonly how: How;
  readonly matched: string;
}

/** The names of all listed parties of a register, made ready for asking. */
export interface PartyIndex {
  readonly byCore: ReadonlyMap<string, readonly Entry[]>;
  /** Entries by the first word of theirs, and Han or kana ones by their first two characters: what may stand within. */
  readonly byStart: ReadonlyMap<string, readonly Entry[]>;
  /** By length of the core. */
  readonly byLength: ReadonlyMap<number, readonly Entry[]>;
}

export function partyIndex(restrictions: Iterable<Restriction>): PartyIndex {
  const entries = [...restrictions].flatMap((restriction) =>
    restriction.listings.flatMap((listing) => entriesOf(restriction, listing)),
  );
  const direct = entries.filter(({ kind }) => kind !== 'parent');
  return {
    byCore: Map.groupBy(entries, ({ core }) => core),
    byStart: Map.groupBy(direct.filter(standsAlone), startOf),
    byLength: Map.groupBy(
      direct.filter(({ kind, core }) => kind !== 'short' && editsAllowed(core) > 0),
      ({ core }) => core.length,
    ),
  };
}

const known = new Map(knownParties.flatMap((one) => [[folded(one.zh), one] as const, [folded(one.en), one] as const]));
const parentsOf = (party: KnownParty): readonly string[] =>
  knownParents.filter(({ of }) => of.includes(`${party.measure}#${party.no}`)).flatMap(({ names }) => names);

/** The lexicon's entry for a party, by the names that the notice prints. */
export const lexiconOf = ({ zh, en }: Party): KnownParty | undefined =>
  (zh && known.get(folded(zh))) || (en && known.get(folded(en))) || undefined;

function entriesOf(restriction: Restriction, listing: Listing): readonly Entry[] {
  const { zh, en, ja, aliases = [] } = listing.party;
  const lexicon = lexiconOf(listing.party);
  const names: readonly (readonly [Kind, readonly (string | undefined)[]])[] = [
    ['printed', [zh, en]],
    ['other', [ja, ...aliases, lexicon?.ja, ...(lexicon?.also ?? [])]],
    ['former', lexicon?.former ?? []],
    ['short', lexicon?.short ?? []],
    ['parent', lexicon ? parentsOf(lexicon) : []],
  ];
  // A short name stands for its owner, who has one legal form: 光和興業 is 光和興業株式会社 here.
  const form = [ja, lexicon?.ja, zh].flatMap((name) => (name ? (nameKey(name).form ?? []) : []))[0];
  const seen = new Set<string>();
  return names.flatMap(([kind, written]) =>
    written.flatMap((name) =>
      name === undefined
        ? []
        : nameVariants(name).flatMap((variant): readonly Entry[] => {
            const key = nameKey(variant);
            const mark = `${key.core}/${key.form ?? ''}`;
            if (key.core === '' || seen.has(mark)) return [];
            seen.add(mark);
            return [
              { ...key, ...(form && kind !== 'parent' && { form }), name: variant.trim(), kind, restriction, listing },
            ];
          }),
    ),
  );
}

/** Every listing that a name may mean, the surest way of each only. */
export function partiesNamed(name: string, index: PartyIndex): readonly Hit[] {
  const keys = nameVariants(name)
    .map(nameKey)
    .filter(({ core }) => core !== '');
  const sames = keys.map((key) => same(key, name, index));
  const hits = [...inAgreement(sames), ...keys.flatMap((key) => within(key, index))];
  // Only where a measure is met by no surer way; what another measure lists takes no answer away.
  const met = new Set(hits.map(({ restriction }) => restriction));
  const faint = keys.flatMap((key) => [...partOf(key, index), ...near(key, index)]);
  return surest([...hits, ...faint.filter(({ restriction }) => !met.has(restriction))]);
}

/**
 * A name and what stands in its brackets are one party where both mean it: 宇宙航空研究開発機構（JAXA）. Else the brackets tell
 * one company from another, Nitto Denko (Shanghai) from Nitto Denko, and the name only stands within the question.
 */
function inAgreement([whole = [], bare = [], ...inner]: readonly (readonly Hit[])[]): readonly Hit[] {
  const agrees = ({ listing }: Hit): boolean => inner.some((hits) => hits.some((one) => one.listing === listing));
  const parts = [...bare, ...inner.flat()].map((hit) =>
    certainHow.includes(hit.how) && !(agrees(hit) && bare.some(({ listing }) => listing === hit.listing))
      ? { ...hit, how: 'contains' as const }
      : hit,
  );
  return [...whole, ...parts];
}

const certainHow: readonly How[] = ['exact', 'folded', 'other-name', 'former-name'];

function same(key: NameKey, name: string, { byCore }: PartyIndex): readonly Hit[] {
  return (byCore.get(key.core) ?? []).map((entry) => hit(entry, howSame(key, name.trim(), entry)));
}

function howSame(key: NameKey, name: string, entry: Entry): How {
  if (entry.kind === 'parent') return 'parent';
  // 有限会社 and 株式会社 of one name are two companies.
  if (key.form && entry.form && key.form !== entry.form) return 'other-legal-form';
  if (entry.kind === 'former') return 'former-name';
  if (entry.kind === 'short') return 'abbreviation';
  if (entry.name === name) return entry.kind === 'printed' ? 'exact' : 'other-name';
  return entry.kind === 'printed' ? 'folded' : 'other-name';
}

const HAN_OR_KANA = /^[\p{Script=Han}\p{Script=Katakana}ー]/u;

/** A name that, standing among other words, still means its owner: no word of everyday, and long enough. */
function standsAlone({ core, kind, name }: Entry): boolean {
  if (kind === 'short') return false;
  if (HAN_OR_KANA.test(core)) return core.length >= 4 || isShortPrinted({ core, kind });
  return kind === 'printed' ? core.length >= 3 : core.length >= 6 || /^[A-Z]{3,}$/.test(name);
}

/** 斯巴鲁, 引能仕: a transliteration of three characters, which means its owner only where a name begins with it. */
const isShortPrinted = ({ core, kind }: Pick<Entry, 'core' | 'kind'>): boolean =>
  kind === 'printed' && core.length === 3 && /^\p{Script=Han}+$/u.test(core);

const startOf = ({ core, words }: NameKey): string => (HAN_OR_KANA.test(core) ? core.slice(0, 2) : (words[0] ?? ''));

function within(key: NameKey, { byStart }: PartyIndex): readonly Hit[] {
  const starts = key.words.flatMap((word) =>
    HAN_OR_KANA.test(word) ? [...word].map((_, i) => word.slice(i, i + 2)) : [word],
  );
  const spaced = ` ${key.words.join(' ')} `;
  return [...new Set(starts)].flatMap((start) =>
    (byStart.get(start) ?? [])
      .filter(({ core, words, kind }) => {
        if (core.length >= key.core.length) return false;
        if (isShortPrinted({ core, kind })) return key.core.startsWith(core);
        return HAN_OR_KANA.test(core) ? key.core.includes(core) : spaced.includes(` ${words.join(' ')} `);
      })
      .map((entry) => hit(entry, 'contains')),
  );
}

/** 三菱重工航空: most of a listed name. */
function partOf({ core }: NameKey, { byLength }: PartyIndex): readonly Hit[] {
  if (core.length < (HAN_OR_KANA.test(core) ? 5 : 8)) return [];
  const longest = Math.floor(core.length / 0.7);
  return lengths(core.length + 1, longest).flatMap((length) =>
    (byLength.get(length) ?? []).filter((entry) => entry.core.startsWith(core)).map((entry) => hit(entry, 'part-of')),
  );
}

/**
 * Spelling mistakes that a name of this length may bear. Short names differ from other companies' by one character, so
 * that none is allowed there: 日東電工, 日新電機.
 */
function editsAllowed(core: string): number {
  const letters = HAN_OR_KANA.test(core) ? core.length * 1.6 : core.length;
  return letters < 8 ? 0 : letters < 14 ? 1 : 2;
}

function near({ core }: NameKey, { byLength }: PartyIndex): readonly Hit[] {
  const most = editsAllowed(core);
  if (most === 0) return [];
  return lengths(core.length - most, core.length + most).flatMap((length) =>
    (byLength.get(length) ?? [])
      .filter((entry) => distance(entry.core, core) <= Math.min(most, editsAllowed(entry.core)))
      .filter((entry) => sameHan(entry.core, core))
      .map((entry) => hit(entry, 'near')),
  );
}

/** Another Han character is another word, not a slip: 日産自動車 is not 日野自動車. Only long names bear one. */
function sameHan(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => text.replace(/[^\p{Script=Han}]/gu, ''));
  return x === y || (x !== undefined && x.length >= LONG);
}

const LONG = 7; // characters

const lengths = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

const hit = ({ restriction, listing, name }: Entry, how: How): Hit => ({ restriction, listing, how, matched: name });

const order: readonly How[] = [
  'exact',
  'folded',
  'other-name',
  'former-name',
  'other-legal-form',
  'abbreviation',
  'contains',
  'part-of',
  'parent',
  'near',
];

function surest(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<Listing, Hit>();
  for (const one of hits) {
    const before = best.get(one.listing);
    if (!before || order.indexOf(one.how) < order.indexOf(before.how)) best.set(one.listing, one);
  }
  return [...best.values()].sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how));
}
