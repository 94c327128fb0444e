import type { Citation } from '../../lexicon/announcement-numbers.ts';
import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import { controlCodesNamed } from '../control-codes.ts';
import type { MeasureId } from '../finding.ts';
import type { Proposition } from './propositions.ts';

/** What a proposition acts on: an announcement, or a part of one. */
export interface TargetPart {
  readonly measure: MeasureId;
  readonly clause?: string;
  /** The words about this one, where a row names several. */
  readonly words: string;
}

/** The announcements that a proposition names by number, each once, with the part that is meant. */
export function targetsIn({ text, cites }: Pick<Proposition, 'text' | 'cites'>): readonly TargetPart[] {
  const found = new Map<string, TargetPart>();
  const ends = rowEnds(cites, text.length);
  for (const [i, citation] of cites.entries()) {
    const words = text.slice(citation.to, Math.min(ends[i] ?? text.length, citation.to + 300));
    const clause = clauseAfter(words);
    found.set(citation.number + (clause ?? ''), {
      measure: citation.number as string as MeasureId,
      words,
      ...(clause && { clause }),
    });
  }
  return [...found.values()];
}

/** For each citation, where the next row of numbers begins; the numbers of one row share their place. */
function rowEnds(cites: readonly Citation[], end: number): readonly number[] {
  const ends: number[] = [];
  let later = end;
  for (let i = cites.length - 1; i >= 0; i--) {
    const from = cites[i]?.from ?? 0;
    ends[i] = later;
    if (cites[i - 1]?.from !== from) later = from;
  }
  return ends;
}

const part = `第[(]?${numeral}[)]?(?:条|款|项|点|部分)(?:第?[(]?${numeral}[)]?(?:条|款|项|点))*`;
const codes = '\\d[a-e]\\d{3}(?:\\.[a-z\\d]{1,2})*项?';
/** 中3B901.a项、3E901.a项: entries of a list of goods. */
const entriesPattern = new RegExp(`^(?:中|所列|项下)?(?:的)?(?<clause>${codes}(?:[、,和及]${codes})*)`);
const clausePattern = new RegExp(`^(?:中)?(?:的)?(?<clause>${part}(?:[、和及]${part})*)`);

/** 第二款 right behind the number and its title, or the part that 中关于…的规定 or 所附…相关内容 names. */
function clauseAfter(words: string): string | undefined {
  const bare = words.replace(/^(?:\([^)]*\)|《[^》]*》)+/, '');
  const clause =
    clausePattern.exec(bare)?.groups?.['clause'] ??
    entriesPattern.exec(bare)?.groups?.['clause'] ??
    /^[》"]?(?:中)?(?:的)?(?<part>部分(?:内容|条款|规定|措施|物项))/.exec(bare)?.groups?.['part'];
  if (clause) return clause;
  const coded = codedPart.exec(bare)?.groups?.['codes'];
  if (coded) return `${controlCodesNamed(coded).join('、')}项`;
  const about = /^中?(?:有关|关于|涉及)(?<what>[^,;。]{1,40}?)的(?:规定|内容|条款|部分)/.exec(bare)?.[0];
  return about ?? /^所附《?[^,;]{2,40}/.exec(bare)?.[0];
}

/** 中3B901.a项、3E901.a项的出口管制, 附件所列2B352.d项: entries by their codes. */
const aCode = String.raw`第?\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*项?`;
const codedPart = new RegExp(
  `^[》")]*(?:附[件表])?(?:中|所列|的|有关|关于|涉及|对|里)*(?<codes>${aCode}(?:(?:[、,和及与]|以及)${aCode})*)`,
);

/** 附件第2项、第9项、第14项: entries of an annex by their places. */
export function placesIn(text: string): readonly number[] {
  const places = new RegExp(
    `附件(?:所列)?(?<row>第[(]?${numeral}[)]?(?:项|家|号|位)(?:[、,和及]第?[(]?${numeral}[)]?(?:项|家|号|位))*)`,
  ).exec(text);
  if (!places?.groups) {
    // 附件前三家
    const first = new RegExp(`(?:附件|所列)[^,。]{0,6}?前(?<count>${numeral})(?:家|项|位|名)`).exec(text)?.groups?.[
      'count'
    ];
    const count = parseNumeral(first ?? '') ?? 0;
    return count > 0 && count <= 1_000 ? Array.from({ length: count }, (_, i) => i + 1) : [];
  }
  return [...(places.groups['row'] ?? '').matchAll(new RegExp(numeral, 'g'))].flatMap(
    ([figure]) => parseNumeral(figure) ?? [],
  );
}

/** 《关于加强两用物项对日本出口管制的公告》: announcements named by their titles alone. */
export const titlesIn = (text: string): readonly string[] =>
  [...text.matchAll(/《(?<title>[^》]{8,120}(?<![法例]))》/g)].map((match) => match.groups?.['title'] ?? '');
