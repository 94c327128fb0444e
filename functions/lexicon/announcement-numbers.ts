import { issuersInARow } from './issuers.ts';
import { matchesOf } from './matches.ts';
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
// (No. 54 with GACC, No. 61 alone, No. 62 alone, all October 2025), whoever signs beside it.
const series: readonly (readonly [issuer: RegExp, name: string])[] = [
  [/^不可靠实体清单工作机制/, 'uel'],
  [/^商务部/, 'mofcom'],
  [/^海关总署/, 'gacc'],
  [/^国务院/, 'state-council'],
  [/^(?:科技部|科学技术部)/, 'most'],
  [/./, 'other'],
];
const year = '(?<year>\\d{4}|[〇零○o一二三四五六七八九]{4})';
// Each number of a row may carry its title: 第55号(公布对…的决定)、第56号(…).
const titled = '(?:\\([^()]{0,120}\\)|《[^》]{0,120}》)+';
const named = new RegExp(
  `(?:中华人民共和国)?(?<issuers>${issuersInARow})?(?:(?:联合)?(?:发布|公布)(?:的)?(?=公告))?(?<kind>公告|令|通告)?[\\[(]?${year}[年\\])]{1,2}第?` +
    `(?<numbers>${numeral}(?:号?(?:[、,和及与]|以及)(?:公告)?第?${numeral}|号${titled}(?:[、,和及与]|以及)第${numeral}(?=号))*)号(?<after>公告|令|通告)?`,
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
  if (!/号|no|number/.test(folded)) return [];
  const found: Citation[] = [];
  for (const match of announced(matchesOf(named, folded))) {
    const groups = match.groups ?? {};
    const yearValue = parseNumeral((groups['year'] ?? '').replaceAll('o', '〇'));
    if (yearValue === undefined) continue;
    const prefix = seriesOf(groups['issuers'], groups['kind'] ?? groups['after']);
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
  for (const match of matchesOf(stateCouncilOrder, folded)) {
    const number = `state-council-order/${match.groups?.['number'] ?? ''}` as AnnouncementNumber;
    found.push({ number, from: match.index, to: match.index + match[0].length });
  }
  for (const match of matchesOf(english, folded)) {
    const { number, number2, year: first, year2 } = match.groups ?? {};
    const id = `mofcom/${first ?? year2 ?? ''}/${Number(number ?? number2)}` as AnnouncementNumber;
    found.push({ number: id, from: match.index, to: match.index + match[0].length });
  }
  return found.sort((a, b) => a.from - b.from);
}

function seriesOf(issuers: string | undefined, kind: string | undefined): string {
  const name = series.find(([pattern]) => pattern.test(issuers ?? '商务部'))?.[1] ?? 'mofcom';
  return kind === '令' ? `${name}-order` : name;
}

/** `2025年第55号、2024年第46号公告`: the word that makes these announcements stands once for the whole row. */
function announced(matches: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const rows: RegExpExecArray[][] = [];
  let end = -Infinity;
  for (const match of matches) {
    if (match.index - end <= 2) rows.at(-1)?.push(match);
    else rows.push([match]);
    end = match.index + match[0].length;
  }
  const said = ({ groups }: RegExpExecArray): boolean =>
    [groups?.['kind'], groups?.['after'], groups?.['issuers']].some((word) => word !== undefined);
  return rows.filter((row) => row.some(said)).flat();
}
