import { matchesOf } from '../../lexicon/matches.ts';
import { knownParties } from '../../lexicon/parties.ts';
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
  new RegExp(
    `(?:对|向|输往|输|出口至|出口到|销往|运往|针对)(?<place>${alternatives})(?!方面?表示|(?:及|和|等)?(?:其他|其它|在内的)(?:各)?国家)`,
    'g',
  ),
  // 以日本为目的国 · 目的国含日本
  new RegExp(`(?:以|目的(?:国|地)(?:[(]地区[)])?(?:为|含|包括|是))(?<place>${alternatives})`, 'g'),
  // 最终用户位于日本的…, 收货人为日本企业
  new RegExp(`(?:用户|收货人|进口商|目的港)(?:为|是|位于|在)(?<place>${alternatives})`, 'g'),
  // 20家日本实体 · 日本军事用户
  new RegExp(`(?<place>${alternatives})(?=(?:[、,和及与](?:${alternatives}))*${party})`, 'g'),
  // 日本三菱重工…等 before 列入
  new RegExp(`(?:将|把)(?<place>${alternatives})`, 'g'),
];
const short = new Map(places.flatMap((place) => [...place.short].map((character) => [character, place.code] as const)));
const aimedShort = new RegExp(
  `(?:对|输|赴|销|涉)(?<place>[${[...short.keys()].join('')}])(?:出口|采取|实施|管制|出|两用|军|稀土|措施|的|部分|通用|许可|有关|民用|供应|禁|限)`,
  'g',
);
/** 对日, 涉日, 赴日 before anything that does not make another word of it (对日方, 对日常, 对日前). */
const aimedJapan = /(?:对|输|赴|销|涉)日(?![方常程益前后期均元产渐趋内本夜])/;
/** A row of destinations: 法国、德国、韩国、日本. */
const row = new RegExp(
  `(?:目的(?:国|地)|国家|地区)[^。\\n]{0,40}[:\\n][^。]{0,10}(?<row>(?:${alternatives})(?:[、,和及](?:${alternatives}))+)`,
  'g',
);
const codeOf = new Map<string, Place['code']>(names);

/** The places that a folded Chinese text aims its measures at. */
export function aimsOf(text: string): ReadonlySet<Place['code']> {
  const long = aimed
    .flatMap((pattern) => matchesOf(pattern, text))
    .map((match) => codeOf.get(match.groups?.['place'] ?? ''));
  const brief = matchesOf(aimedShort, text).map((match) => short.get(match.groups?.['place'] ?? ''));
  const rows = matchesOf(row, text).flatMap((match) =>
    (match.groups?.['row'] ?? '').split(/[、,和及]/).map((name) => codeOf.get(name)),
  );
  const japan = aimedJapan.test(text) ? (['jp'] as const) : [];
  return new Set([...long, ...brief, ...japan, ...rows].filter((code) => code !== undefined));
}

/** Japan wins over others named beside it; nobody named means everybody, for measures that bind by destination. */
export function reachOf(aims: ReadonlySet<Place['code']>): Reach {
  return aims.has('jp') ? 'japan' : aims.size > 0 ? 'elsewhere' : 'all-destinations';
}

/** 二、日本实体：, 日本：1.甲株式会社 — a part of a list of several countries. */
const japaneseHeading =
  /(?:^|[\n。;:])(?:[一二三四五六七八九十]{1,3}、|[(][^()]{1,4}[)])?日本(?:实体|企业|公司|机构)?[:(]/;

/** 6家台湾地区实体: whose they are, whatever other countries the text names as their customers. */
const counted = new RegExp(
  `(?:\\d+|[一二三四五六七八九十百]+)(?:家|个|名)(?<places>(?:${alternatives})(?:[、,和及与](?:${alternatives}))*)${party}`,
  'g',
);

/** A list of parties reaches whom it names; undefined when nothing tells their country. */
export function reachOfParties(text: string, parties: readonly Party[]): Reach | undefined {
  const japanese =
    japaneseHeading.test(text) ||
    parties.some(({ zh = '', ja, address = '' }) => ja ?? /株式会社|日本|防卫省|自卫队/.test(zh + address));
  const own = matchesOf(counted, text).flatMap((match) => (match.groups?.['places'] ?? '').split(/[、,和及与]/));
  if (own.length > 0 && !japanese && !own.some((name) => codeOf.get(name) === 'jp')) return 'elsewhere';
  const aims = aimsOf(text);
  if (japaneseHeading.test(text) || aims.has('jp')) return 'japan';
  if (aims.size > 0) return reachOf(aims);
  return japanese ? 'japan' : undefined;
}

// The four lists of 2026, and the ban of 6 January.
const japanese: ReadonlySet<string> = new Set(['mofcom/2026/1', ...knownParties.map(({ measure }) => measure)]);

/** Whether an announcement is known to be aimed at Japan, whatever a text says that names it. */
export const isKnownOfJapan = (measure: string): boolean => japanese.has(measure);
