import { roleCode, type Token } from './tagger.ts';
import type { Tagged } from './tag.ts';

const places = ['cn', 'jp', 'us', 'xx'] as const;
export const codes = (...names: readonly string[]): ReadonlySet<number> => new Set(names.map(roleCode));

/** Countries; `xx` is every one but China, Japan and the United States. */
export const isPlace = codes(...places);
/** Who acts or is named, and what is done by, to or with it: the words that sentences are compared by. */
export const isCore = codes(
  ...places,
  ...places.flatMap((place) => [`to.${place}`, `${place}.firms`]),
  ...['jpfirm', 'cngoods', 'of-cn', 'all'],
  ...[
    'control',
    'licence',
    'general',
    'list',
    'watch',
    'unreliable',
    'rule',
    'dual',
    'military',
    'goods',
    'export',
    'firms',
  ],
  ...['measure', 'material', 'trade'],
  ...[
    'impose',
    'listing',
    'halt',
    'ease',
    'approve',
    'extend',
    'again',
    'restart',
    'clarify',
    'plan',
    'say',
    'spokesperson',
  ],
  ...[
    'react',
    'market',
    'company',
    'opinion',
    'other',
    'rumour',
    'history',
    'not',
    'passive',
    'question',
    'background',
  ],
);
export const isVerb = codes(
  'impose',
  'listing',
  'halt',
  'ease',
  'approve',
  'extend',
  'again',
  'restart',
  'clarify',
  'plan',
  'react',
);
export const isThing = codes(
  ...['control', 'licence', 'general', 'list', 'watch', 'unreliable', 'rule', 'dual', 'goods', 'export', 'military'],
  ...['measure', 'material', 'trade', 'other', 'firms', 'market'],
);
export const isTarget = codes(...places.flatMap((place) => [`to.${place}`, `${place}.firms`]), 'jpfirm', 'all');
export const isBreak = codes('comma', 'stop', 'colon');
export const JAPANESE_FIRM = roleCode('jpfirm');

const TO = roleCode('to');
const FIRMS = roleCode('firms');
const between = codes('military', 'number', 'of');
const toPlace = new Map(places.map((place) => [roleCode(place), roleCode(`to.${place}`)]));
const firmsOf = new Map(places.map((place) => [roleCode(place), roleCode(`${place}.firms`)]));

/** Letters between a preposition or a country and the word that it goes with. */
const NEAR = { to: 5, firms: 16 };

/** One thing that is said in a few words: "to Japan", "20 Japanese defence firms", "bans". */
export interface Chunk {
  readonly code: number;
  readonly from: number;
  readonly to: number;
}

/** Joins what belongs together: a country and the word that makes it a target, or whose firms they are. */
export function chunksOf({ tokens }: Tagged): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const place = tokens[i + 1];
    const aimed = token.base === TO && place && place.from - token.to <= NEAR.to ? toPlace.get(place.base) : undefined;
    const end = firmsOf.has(token.base) ? firmsBehind(tokens, i) : undefined;
    const last = aimed === undefined ? end : i + 1;
    const code = aimed ?? (end === undefined ? token.base : (firmsOf.get(token.base) ?? token.base));
    chunks.push({ code, from: token.from, to: tokens[last ?? i]?.to ?? token.to });
    i = last ?? i;
  }
  return chunks;
}

/** Where the firms of a country end that is named at `at`: "Japanese [20] [defence] firms". */
function firmsBehind(tokens: readonly Token[], at: number): number | undefined {
  const place = tokens[at];
  for (let i = at + 1; i <= at + 3; i++) {
    const token = tokens[i];
    if (!place || !token || token.from - place.to > NEAR.firms) return undefined;
    if (token.base === FIRMS) return i;
    if (!between.has(token.base)) return undefined;
  }
  return undefined;
}

/** The chunks between commas, colons and stops. */
export function clausesOf(chunks: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const clauses: Chunk[][] = [[]];
  for (const chunk of chunks) {
    if (isBreak.has(chunk.code)) clauses.push([]);
    else clauses.at(-1)?.push(chunk);
  }
  return clauses.filter((clause) => clause.length > 0);
}
