import { parseNumeral } from '../../lexicon/numerals.ts';

/** One entry of a numbered list, by its place in the text; `parent`: others stand under it. */
export interface Entry {
  readonly from: number;
  readonly to: number;
  readonly parent: boolean;
}

const stems = '甲乙丙丁戊己庚辛壬癸';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';
const han = '[一二三四五六七八九十百千]{1,7}';

// Each style counts by itself. A figure inside a word or an address (3-10-7) is no mark.
const marks = new RegExp(
  [
    `(?<![\\da-z.(-])(?<dot>\\d{1,5})[.、](?!\\d)`,
    `[(](?<round>\\d{1,5})[)]`,
    `(?<![\\da-z.(-])(?<half>\\d{1,5})[)]`,
    `(?:^|\\n)(?<bare>\\d{1,5})(?=[^\\d.、):年月日家户个\\n])`,
    `(?<circle>[${circled}])`,
    `(?:^|\\n|(?<=[。;:]))(?<han>${han})[、.]`,
    `[(](?<roundHan>${han})[)]`,
    `(?:^|\\n)(?<stem>[${stems}])[、.]`,
  ].join('|'),
  'g',
);

const styles = ['dot', 'round', 'half', 'bare', 'circle', 'han', 'roundHan', 'stem'];

const valueOf = (mark: string): number | undefined =>
  stems.includes(mark)
    ? stems.indexOf(mark) + 1
    : circled.includes(mark)
      ? circled.indexOf(mark) + 1
      : parseNumeral(mark);

interface Level {
  readonly style: string;
  count: number;
}

/**
 * The entries of a numbered list, nested or not. A mark counts when it goes on with the row of its style, or begins one: by
 * one, or as a list that goes on with another's numbers (21、… 22、…). Anything else that looks like a mark (a year, a house
 * number) belongs to the words.
 */
export function entriesOf(text: string): readonly Entry[] {
  const levels: Level[] = [];
  const found: { at: number; from: number; depth: number }[] = [];
  const all = marksIn(text);
  const goesOnAt = followed(all);
  for (const [i, { at, to, style, value }] of all.entries()) {
    const depth = levels.findLastIndex((level) => level.style === style);
    const level = levels[depth];
    if (
      level &&
      (value === level.count + 1 || (value === 1 && (depth > 0 || /[:\n]/.test(text[at - 1] ?? text.slice(at, to)))))
    ) {
      level.count = value;
      levels.length = depth + 1;
    } else if (!level && (value === 1 || goesOnFrom(text, at, goesOnAt.has(i)))) levels.push({ style, count: value });
    else continue;
    found.push({ at, from: to, depth: levels.length });
  }
  return found.map(({ from, depth }, i) => {
    const next = found[i + 1];
    const end = next?.at ?? endOfEntry(text, from);
    const stop = next ? Math.min(end, endOfEntry(text, from)) : end;
    return { from, to: stop, parent: next !== undefined && next.depth > depth };
  });
}

interface Mark {
  readonly at: number;
  readonly to: number;
  readonly style: string;
  readonly value: number;
}

/** Every mark with its number, without its match: a page may have hundreds of thousands. */
function marksIn(text: string): readonly Mark[] {
  const found: Mark[] = [];
  for (const match of text.matchAll(marks)) {
    const [style, value] = styleOf(match);
    if (value !== undefined) found.push({ at: match.index, to: match.index + match[0].length, style, value });
  }
  return found;
}

/** The marks whose next of the same style counts on by one. */
function followed(all: readonly Mark[]): ReadonlySet<number> {
  const next = new Map<string, number>();
  const found = new Set<number>();
  for (let i = all.length - 1; i >= 0; i--) {
    const mark = all[i];
    if (!mark) continue;
    // Only a list that does not begin with one needs to be looked for.
    if (mark.value > 1 && next.get(mark.style) === mark.value + 1) found.add(i);
    next.set(mark.style, mark.value);
  }
  return found;
}

/** A mark above one begins a list where it begins a line, and the next counts on or nothing stands before it. */
function goesOnFrom(text: string, at: number, isFollowed: boolean): boolean {
  if (isFollowed) return text[at] === '\n' || /(?:^|[\n:"])$/.test(text.slice(Math.max(0, at - 1), at));
  return at < 4 && /^[\s"]*$/.test(text.slice(0, at));
}

function styleOf(match: RegExpExecArray): readonly [string, number | undefined] {
  const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
  const style = styles.find((name) => groups[name] !== undefined) ?? '';
  return [style, valueOf(groups[style] ?? '')];
}

/** An entry ends with its sentence or its line, unless the next lines are its address or aliases, or go on with it. */
function endOfEntry(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  const stop = text.slice(from, end < 0 ? from + longest : end).indexOf('。');
  if (stop >= 0) return from + stop;
  while (end >= 0 && goesOn.test(text.slice(end + 1, end + 16))) end = text.indexOf('\n', end + 1);
  return end < 0 ? text.length : end;
}

// A name with its addresses is shorter.
const longest = 2_000;

const goesOn =
  /^(?:地址|住所|所在地|注册地|邮编|邮政编码|常用名称|别名|又称|又名|曾用名|简称|英文|日文|官网|网址|电话|法定代表人|address|alias|also known as|a\.k\.a|[(])/;
