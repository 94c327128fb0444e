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
  const all = [...text.matchAll(marks)].map((match) => ({ match, mark: styleOf(match) }));
  const goesOnAt = followed(all.map(({ mark }) => mark));
  for (const [i, { match, mark }] of all.entries()) {
    const [style, value] = mark;
    if (value === undefined) continue;
    const depth = levels.findLastIndex((level) => level.style === style);
    const level = levels[depth];
    if (
      level &&
      (value === level.count + 1 || (value === 1 && (depth > 0 || /[:\n]/.test(text[match.index - 1] ?? match[0]))))
    ) {
      level.count = value;
      levels.length = depth + 1;
    } else if (!level && (value === 1 || goesOnFrom(text, match.index, goesOnAt.has(i))))
      levels.push({ style, count: value });
    else continue;
    found.push({ at: match.index, from: match.index + match[0].length, depth: levels.length });
  }
  return found.map(({ from, depth }, i) => {
    const next = found[i + 1];
    const end = next?.at ?? endOfEntry(text, from);
    const stop = next ? Math.min(end, endOfEntry(text, from)) : end;
    return { from, to: stop, parent: next !== undefined && next.depth > depth };
  });
}

/** The marks whose next of the same style counts on by one. */
function followed(marksFound: readonly (readonly [string, number | undefined])[]): ReadonlySet<number> {
  const next = new Map<string, number | undefined>();
  const found = new Set<number>();
  for (let i = marksFound.length - 1; i >= 0; i--) {
    const [style, value] = marksFound[i] ?? [''];
    if (value !== undefined && next.get(style) === value + 1) found.add(i);
    next.set(style, value);
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
