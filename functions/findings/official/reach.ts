import { type Place, places } from '../../lexicon/places.ts';
import type { Party, Reach } from '../finding.ts';

const names = places.flatMap((place) => place.zh.map((name) => [name, place.code] as const));
const alternatives = names
  .map(([name]) => name)
  .sort((a, b) => b.length - a.length)
  .join('|');
const party =
  '(?:地区)?(?:的|籍)?(?:军事|军方|军工|国防)?(?:实体|企业|公司|机构|组织|用户|最终用户|个人|军队|子公司|供应商)';
const aimed = [
  // 对美国出口 · 对原产于日本的…(trade remedies are told apart before)
  new RegExp(`(?:对|向|输往|输|出口至|出口到|销往|运往|针对)(?<place>${alternatives})(?!方面?表示)`, 'g'),
  // 20家日本实体 · 日本军事用户
  new RegExp(`(?<place>${alternatives})${party}`, 'g'),
  // 日本三菱重工…等 before 列入
  new RegExp(`(?:将|把)(?<place>${alternatives})`, 'g'),
];
const short = new Map(
  places.flatMap((place) => [...(place.short ?? '')].map((character) => [character, place.code] as const)),
);
const aimedShort = new RegExp(
  `(?:对|输|赴|销)(?<place>[${[...short.keys()].join('')}])(?:出口|采取|实施|管制|出|两用|军|稀土|措施|的)`,
  'g',
);
const codeOf = new Map<string, Place['code']>(names);

/** The places that a folded Chinese text aims its measures at. */
export function aimsOf(text: string): ReadonlySet<Place['code']> {
  const long = aimed
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => codeOf.get(match.groups?.['place'] ?? ''));
  const brief = [...text.matchAll(aimedShort)].map((match) => short.get(match.groups?.['place'] ?? ''));
  return new Set([...long, ...brief].filter((code) => code !== undefined));
}

/** Japan wins over others named beside it; nobody named means everybody, for measures that bind by destination. */
export function reachOf(aims: ReadonlySet<Place['code']>): Reach {
  return aims.has('jp') ? 'japan' : aims.size > 0 ? 'elsewhere' : 'all-destinations';
}

/** A list of parties reaches whom it names; undefined when nothing tells their country. */
export function reachOfParties(text: string, parties: readonly Party[]): Reach | undefined {
  const aims = aimsOf(text);
  if (aims.size > 0) return reachOf(aims);
  const japanese = parties.some(
    ({ zh = '', ja, address = '' }) => ja ?? /株式会社|日本|防卫省|自卫队/.test(zh + address),
  );
  return japanese ? 'japan' : undefined;
}

const foreignSubject = new RegExp(`^(?:${alternatives})(?!(?:实体|企业|公司)[^,]{0,20}(?:列入|移出))`);

/** A headline about what another country does, on a ministry page all the same (国际动态). */
export const isForeignNews = (title: string): boolean => foreignSubject.test(title);
