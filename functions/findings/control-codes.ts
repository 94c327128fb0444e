// 两用物项出口管制清单: category 0-9, kind A-E, three figures, then subitems: 1C117.c, 6C902.d.1. Behind an item's number
// (1.0B908) too, and with its characters apart (6 A 908 . b).
const controlCode =
  /(?:(?<![a-z\d.-])|(?<=(?:^|[\n;。)\t])\d{1,3}\.))(?<code>\d(?:[a-e]| [a-e] |\. ?[a-e]\. ?)\d{3}(?: ?\. ?(?:[a-z]|\d{1,2})(?![a-z\d]))*)(?![a-z\d-]| (?:v|a|w|k|mm|nm|hz)\b)/g;
const anyCode = /\d[ .]{0,2}[a-e][ .]{0,2}\d{3}/;

/** A control code that words name, and where. */
interface Mention {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Every mention of a control code, in its order. */
export const mentionsIn = (folded: string): readonly Mention[] =>
  anyCode.test(folded)
    ? [...folded.matchAll(controlCode)].map((match) => ({
        code: spell(match.groups?.['code'] ?? ''),
        from: match.index,
        to: match.index + match[0].length,
      }))
    : [];

/** Every control code that words name, once each, as the list writes them (`1C117.c`). */
export const controlCodesNamed = (folded: string): readonly string[] =>
  unique(mentionsIn(folded).map(({ code }) => code));

/** The control codes that words list by themselves, without those that they name to leave out or to look up. */
export const controlCodes = (folded: string): readonly string[] => listedCodes([[folded]])[0] ?? [];

/**
 * The control codes that a text lists, line by line; a row of a table by its cells. A code is an entry at the head of a line,
 * a sentence or a cell, right behind the name of its goods in a bracket, behind the verb that controls it (对3A901实施管制),
 * and in a row with another entry; any other only tells of an entry (与9A001项有关的). Words without one entry list whatever
 * they name, and do not say to leave out.
 */
export function listedCodes(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const kept = lines.map((cells) => cells.map(withoutLeftOut));
  const read = kept.map((cells) => cells.flatMap(entriesIn));
  const entries = read.map((codes, i) => (isHeading(codes, read, kept[i] ?? [], i) ? [] : codes));
  const known = new Set(entries.flat().map(entryOf));
  // 生产6C002项的技术 beside 6C002.a: the entry itself, or another part of it.
  if (known.size > 0)
    return kept.map((cells, i) => {
      if (entries[i]?.length !== read[i]?.length) return [];
      const parts = cells.flatMap((words) => controlCodesNamed(withoutReferences(words).replace(spokenOf, '')));
      return unique([...(entries[i] ?? []), ...parts.filter((code) => known.has(entryOf(code)))]);
    });
  const named = kept.map((cells) => cells.map((words) => withoutReferences(words).replace(exceptions, '')));
  const told = named.map((cells) => unique(cells.flatMap((words) => controlCodesNamed(words.replace(spokenOf, '')))));
  // 转移9A912项所列叶片的，应当申请许可: what entries list is all that is spoken of.
  return told.some(({ length }) => length > 0) ? told : named.map((cells) => unique(cells.flatMap(controlCodesNamed)));
}

/** 3A911 高温超导线材, over 3A911.a and 3A911.b: the name of what follows, and no entry beside it. */
function isHeading(
  codes: readonly string[],
  all: readonly (readonly string[])[],
  cells: readonly string[],
  at: number,
): boolean {
  const [code, another] = codes;
  if (code?.length !== 5 || another !== undefined || cells.some((words) => words.length > 60 || /\d{8}/.test(words)))
    return false;
  const next = all.slice(at + 1, at + 20).find(({ length }) => length > 0)?.[0];
  return next?.startsWith(`${code}.`) ?? false;
}

const entryOf = (code: string): string => code.slice(0, 5);

const mark = '(?:[一二三四五六七八九十]{1,3}、|[(]?[\\d一二三四五六七八九十]{1,4}[).、]|[①-㊿]|[·•*-]|"|编[号码]:?)';
const atHead = new RegExp(`(?:^|[\\n。;:])(?:${mark}){0,3}(?:\\d{1,4} ?)?$`);
const inBracket = /[一-鿿a-z)"]\((?:(?:管制|管控|物项|清单|参考)?(?:编码|编号|代码)[为:]?)?$/;
const governed =
  /(?:(?<!针)对|[将把]|(?<![未不非已])(?:列入|纳入)(?:.{0,12}的)?|增加|新增|增列|取消|删除|删去|解除|停止|不予(?:许可|批准)|(?:编码|编号|代码)(?:为|是|:)|[一二三四五六七八九十]是)(?:第)?$/;
const joins = /^项?(?:\([^()]{0,60}\)|[一-鿿]{1,10}(?=[、,]))?(?:、|,|和|与|及|以及|或者?|至|到|~|-)(?:第)?$/;

/** The codes of words that stand where entries do. */
function entriesIn(words: string): readonly string[] {
  const found: string[] = [];
  let last: Mention | undefined;
  for (const mention of mentionsIn(words)) {
    const before = words.slice(Math.max(0, mention.from - 40), mention.from);
    const joined = last !== undefined && joins.test(words.slice(last.to, mention.from));
    const entry = joined || atHead.test(before) || inBracket.test(before) || governed.test(before);
    last = entry ? mention : undefined;
    if (entry) found.push(mention.code);
  }
  return found;
}

// (不包括3C003、3C004所列的…), 参见4D001的说明: what is named to be left out, or looked up, is not listed.
const exceptions =
  /(?:不包括|不含|除|参见|详见|参照|见|同(?=\d[a-e]\d)|符合|适用|满足|涉及|未列入|有别于|不同于|与(?=\d[a-e]\d))[^,;。()\n]{0,60}?(?=所列|的说明|的定义|外|项|[,;。()\n]|$)/g;

const row = String.raw`\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*(?:(?:[、,或和及与至]|以及)\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*)*`;
const elsewhere = new RegExp(
  `(?<=非|[已未](?:被|经)?(?:按照?|依照?|由|在|列入|纳入|归入)|(?<!不)(?:按照?|依照?)|不属于|属于原?)${row}(?=项|下|所|的|管制|执行|,|。|;|[)]|$)`,
  'g',
);
const notOf = new RegExp(`(?<=非)${row}(?=项|下|所|的)`, 'g');

/** 非1C226项下管制的, 已纳入3B001项管制的, 按3B001项执行: what other entries control; blanked, so that all keeps its place. */
export const withoutReferences = (folded: string): string =>
  folded.replace(elsewhere, (words) => '·'.repeat(words.length));

/** The codes of entries by which goods are told from what is controlled already: 非1C226项下管制的碳化钨. */
export const codesLeftOut = (folded: string): readonly string[] =>
  unique([...folded.matchAll(notOf)].flatMap(([words]) => controlCodesNamed(words)));

// 制备1C955所列物项的技术: another entry, by which this one is told.
const spokenOf =
  /(?<![对将、及和与\d.a-z])\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*(?:[、和及与至]\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*)*项?(?:所列|所述|所指)(?!.{0,20}实施)/g;

// …除外: said of its own clause. 仍按《…清单》执行, 不适用本公告: said of what the sentence is about.
const clauseLeftOut =
  /除外|以外|预留|暂不列|不列入|不(?:再)?重复(?:管制|列入)|不在(?:管制|控制)(?:范围|之列)|继续(?:实施|按)|无改动|没有变化|(?:[保维]持)?不变|不[作予](?:更正|调整|修改|变更)/;
const sentenceLeftOut =
  /不适用本(?:公告|决定)|不受本(?:公告|决定)|不在本(?:公告|决定)[^,;。]{0,6}(?:范围|之列)|仍(?:然|旧)?(?:按|适用|依)|不属于本(?:公告|决定)/;
const leftOut = new RegExp(`${clauseLeftOut.source}|${sentenceLeftOut.source}`);
const aCode = /\d ?[a-e] ?\d{3}|(?<!\d)\d{8}(?:\d\d)?(?!\d)/;

/** A bracket or clause that leaves something out goes with its codes; where it names none, its whole sentence may. */
export function withoutLeftOut(folded: string): string {
  if (!leftOut.test(folded)) return folded;
  return folded
    .replace(/\([^()\n]{1,300}\)/g, (aside) => (leftOut.test(aside) ? '' : aside))
    .split(/(?<=[;。\n])/)
    .map((sentence) => {
      if (!leftOut.test(sentence) || !aCode.test(sentence)) return sentence;
      const clauses = sentence.split(/(?<=,)/);
      const alone = clauses.some((clause) => sentenceLeftOut.test(clause) && !aCode.test(clause));
      if (alone) return '';
      // 但1C234所列锆除外(参考海关商品编号:…): the customs codes are those of the whole.
      const asides = (clause: string): string => (clause.match(/\([^()]*\d{8}[^()]*\)/g) ?? []).join('');
      return clauses.map((clause) => (leftOut.test(clause) && aCode.test(clause) ? asides(clause) : clause)).join('');
    })
    .join('');
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
const spell = (code: string): string =>
  code.replaceAll(' ', '').replace(/^(\d)\.?([a-e])\.?/, (_, d: string, k: string) => d + k.toUpperCase());
