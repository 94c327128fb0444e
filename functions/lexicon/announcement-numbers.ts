import { numeral, parseNumeral } from './numerals.ts';

/**
 * The identity of an announcement, whatever URL bears it: `mofcom/2026/11`, `uel/2025/10` (the unreliable-entity
 * mechanism counts by itself), `mofcom-order/2026/3`, `state-council-order/792`.
 */
export type AnnouncementNumber = string & { readonly __brand: 'AnnouncementNumber' };

/** One announcement named in a folded text, and where. */
export interface Citation {
  readonly number: AnnouncementNumber;
  readonly from: number;
  readonly to: number;
}

// Whoever is named first counts the number; joint announcements led by MOFCOM stand in MOFCOM's own yearly row
// (No. 54 with GACC, No. 61 alone, No. 62 alone, all October 2025).
const series: readonly (readonly [issuer: RegExp, name: string])[] = [
  [/^不可靠实体清单工作机制/, 'uel'],
  [/^海关总署/, 'gacc'],
  [/^国务院(?:关税)?/, 'state-council'],
  [/^(?:科技部|科学技术部)/, 'most'],
  [
    /^(?:工业和信息化部|国家密码(?:管理)?局|国家国防科技工业局|国防科工局|国家原子能机构|外交部|财政部|生态环境部)/,
    'other',
  ],
];
const issuer =
  '(?:不可靠实体清单工作机制|商务部|海关总署|工业和信息化部|国家密码(?:管理)?局|中央军委装备发展部|国家国防科技工业局|国防科工局|' +
  '国家原子能机构|国务院关税税则委员会|国务院|科技部|科学技术部|外交部|财政部|生态环境部|国家发展和?改革委(?:员会)?|公安部)';
const year = '(?<year>\\d{4}|[〇零○o一二三四五六七八九]{4})';
// Each number of a row may carry its title: 第55号(公布对…的决定)、第56号(…).
const titled = '(?:\\([^()]{0,120}\\)|《[^》]{0,120}》)+';
const named = new RegExp(
  `(?:中华人民共和国)?(?<issuers>${issuer}(?:[、,和]?${issuer})*)?(?<kind>公告|令)?\\[?${year}[年\\]]{1,2}第?` +
    `(?<numbers>${numeral}(?:号?(?:[、,和及与]|以及)(?:公告)?第?${numeral}|号${titled}(?:[、,和及与]|以及)第${numeral}(?=号))*)号(?<after>公告)?`,
  'g',
);
const stateCouncilOrder = /(?:中华人民共和国)?国务院令第?(?<number>\d{1,4})号/g;
const english =
  /\b(?:announcement|notice|bulletin)s?,? (?:no\.?|number) ?(?<number>\d{1,3})(?: of|,| in)? ?[([]?(?<year>20\d\d)\b|\b(?:announcement|notice) ?[([]?(?<year2>20\d\d)[)\]]?,? (?:no\.?|number) ?(?<number2>\d{1,3})\b/g;

/**
 * Every announcement number in a folded text, in its order, in any of the forms on record: `商务部公告2026年第11号`,
 * `2025年第55号、56号、57号公告`, `工作机制公告〔2025〕10号`, `商务部令二〇二五年第7号`, `Announcement No. 1 of 2026`.
 */
export function announcementNumbers(folded: string): readonly Citation[] {
  const found: Citation[] = [];
  const matches = [...folded.matchAll(named)];
  for (const [i, match] of matches.entries()) {
    const groups = match.groups ?? {};
    const yearValue = parseNumeral((groups['year'] ?? '').replaceAll('o', '〇'));
    if (yearValue === undefined || !isAnnouncement(matches, i)) continue;
    const prefix = seriesOf(groups['issuers'], groups['kind']);
    const numbers = (groups['numbers'] ?? '').replaceAll(new RegExp(titled, 'g'), '');
    for (const figure of numbers.matchAll(new RegExp(numeral, 'g'))) {
      const number = parseNumeral(figure[0]);
      if (number === undefined || number === 0) continue;
      found.push({
        number: `${prefix}/${yearValue}/${number}` as AnnouncementNumber,
        from: match.index,
        to: match.index + match[0].length,
      });
    }
  }
  for (const match of folded.matchAll(stateCouncilOrder)) {
    const number = `state-council-order/${match.groups?.['number'] ?? ''}` as AnnouncementNumber;
    found.push({ number, from: match.index, to: match.index + match[0].length });
  }
  for (const match of folded.matchAll(english)) {
    const { number, number2, year: first, year2 } = match.groups ?? {};
    const id = `mofcom/${first ?? year2 ?? ''}/${Number(number ?? number2)}` as AnnouncementNumber;
    found.push({ number: id, from: match.index, to: match.index + match[0].length });
  }
  return found.sort((a, b) => a.from - b.from);
}

function seriesOf(issuers: string | undefined, kind: string | undefined): string {
  const name = series.find(([pattern]) => pattern.test(issuers ?? ''))?.[1] ?? 'mofcom';
  return kind === '令' ? `${name}-order` : name;
}

/** `2025年第55号、2024年第46号公告`: the word that makes these announcements stands once for the whole row. */
function isAnnouncement(matches: readonly RegExpExecArray[], i: number): boolean {
  const said = ({ groups }: RegExpExecArray): boolean =>
    [groups?.['kind'], groups?.['after'], groups?.['issuers']].some((word) => word !== undefined);
  const joined = (a: RegExpExecArray | undefined, b: RegExpExecArray | undefined): boolean =>
    a !== undefined && b !== undefined && b.index - (a.index + a[0].length) <= 2;
  let first = i;
  let last = i;
  while (joined(matches[first - 1], matches[first])) first--;
  while (joined(matches[last], matches[last + 1])) last++;
  return matches.slice(first, last + 1).some(said);
}
