import type { Folded } from '../../lexicon/fold.ts';
import { fold } from '../../lexicon/fold.ts';
import { japaneseName } from '../../lexicon/names.ts';
import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import { annexHeading, signature } from './phrases.ts';
import type { Party } from '../finding.ts';

/**
 * The parties that an annex lists, in any numbering (`1.` `1、` `（1）` `①` `一、`), one a line or run together, as a
 * table, or unnumbered; with English names in brackets, addresses and aliases where given.
 */
export function listedParties(text: Folded): readonly Party[] {
  const lines = text.text.split('\n');
  const starts = lines.flatMap((line, i) => (annexHeading.test(line) ? [i] : []));
  if (starts.length === 0) {
    // Without an annex the body's own clauses are numbered too: only those that look like names are parties.
    return partiesAt(
      text,
      0,
      numberedEntries(text.text).filter((entry) => looksLikeName(entry.body)),
    );
  }
  return starts.flatMap((start, i) => {
    const from = annexOffset(lines, start);
    const annex = text.text.slice(from, lineOffset(lines, starts[i + 1] ?? lines.length));
    const numbered = numberedEntries(annex);
    return partiesAt(text, from, numbered.length > 0 ? numbered : lineEntries(annex));
  });
}

const partiesAt = (text: Folded, offset: number, entries: readonly Span[]): readonly Party[] =>
  entries.flatMap((entry) => partyOf(text.quote(offset + entry.from, offset + entry.to)) ?? []);

/** Where an annex begins: after its heading, which may share a line with the list. */
function annexOffset(lines: readonly string[], heading: number): number {
  const line = lines[heading] ?? '';
  const word = /^附(?:件|表|录)?[:.]?/.exec(line)?.[0].length ?? 0;
  const sharesLine = numberedEntries(line.slice(word)).length > 1;
  return sharesLine ? lineOffset(lines, heading) + word : lineOffset(lines, heading + 1);
}

const lineOffset = (lines: readonly string[], count: number): number =>
  lines.slice(0, count).reduce((sum, line) => sum + line.length + 1, 0);

/** `将A公司、B公司列入…`: the names that a sentence itself gives. */
export function namedParties(words: string): readonly Party[] {
  const list = words.replace(
    /(?:等(?:\d+|[一二三四五六七八九十百]+)?(?:家|个|名)?|(?:\d+|[一二三四五六七八九十百]+)(?:家|个|名))[一-鿿]{0,14}$/,
    '',
  );
  if (!organisation.test(fold(list).text)) return [];
  return splitNames(list).flatMap((name) => partyOf(name) ?? []);
}

/** `20家日本实体`: the count a text states for the parties it is about to list. */
export function statedCount(sentence: string): number | undefined {
  const match = new RegExp(
    `(?<count>${numeral})(?:家|个|名)[^。;,]{0,14}?(?:实体|企业|公司|机构|组织|单位|子公司)`,
  ).exec(sentence);
  return match?.groups ? parseNumeral(match.groups['count'] ?? '') : undefined;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly body: string;
}

// Marks that count entries; each style is tried and the one that counts furthest wins.
const markStyles: readonly RegExp[] = [
  /(?<![\da-z.(])(?<n>\d{1,3})[.、):](?!\d)/g,
  /[(](?<n>\d{1,3})[)]/g,
  /(?:^|\n)(?<n>\d{1,3})(?=[^\d.、):年月日家])/g,
  /(?<n>[①-⑳㉑-㉟㊱-㊿])/g,
  /(?:^|\n)(?<n>[一二三四五六七八九十百]{1,4})[、.]/g,
  /[(](?<n>[一二三四五六七八九十百]{1,4})[)]/g,
];
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';
const valueOf = (mark: string): number | undefined =>
  circled.includes(mark) ? circled.indexOf(mark) + 1 : parseNumeral(mark);

function numberedEntries(text: string): readonly Span[] {
  const runs = markStyles.map((style) => countedRun([...text.matchAll(style)]));
  const best = runs.reduce((a, b) => (b.length > a.length ? b : a), []);
  return best.map((mark, i) => {
    const from = mark.index + mark[0].length;
    const to = best[i + 1]?.index ?? endOfEntry(text, from);
    return { from, to, body: text.slice(from, to) };
  });
}

/** The marks that count 1, 2, 3 … in order; a year or a house number between them does not break the row. */
function countedRun(marks: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const run: RegExpExecArray[] = [];
  for (const mark of marks) if (valueOf(mark.groups?.['n'] ?? '') === run.length + 1) run.push(mark);
  return run;
}

/** The last entry ends with its paragraph, unless the next lines are its address or aliases. */
function endOfEntry(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end >= 0 && fieldLabel.test(text.slice(end + 1, end + 12))) end = text.indexOf('\n', end + 1);
  return end < 0 ? text.length : end;
}

function lineEntries(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (looksLikeName(line) && !signature.test(line) && !/[。;]$/.test(line))
      spans.push({ from, to: from + line.length, body: line });
    from += line.length + 1;
  }
  return spans;
}

const organisation =
  /公司|株式会社|会社|大学|学院|研究|机构|集团|企业|工厂|中心|协会|财团|法人|防卫|制作所|工业|工程|技术|实验室|局$|院$|所$|\b(?:co|ltd|inc|corp|llc|gmbh|limited|corporation|company|university|institute|agency|academy|laborator|technolog|industr|systems?|group|s\.a|plc|kk)\b/;
const looksLikeName = (text: string): boolean => organisation.test(text.toLowerCase()) && text.length < 400;

const fieldLabel =
  /^(?:地址|住所|所在地|注册地|邮编|邮政编码|常用名称|别名|又称|又名|曾用名|简称|英文(?:名称?)?|日文(?:名称?)?|中文(?:名称?)?|官网|网址|电话|法定代表人|address|alias|also known as|a\.k\.a)/;
const fields =
  /(?<label>地\s*址|住\s*所|所在地|注册地|邮\s*编|邮政编码|常用名称|别\s*名|又称|又名|曾用名|简称|英文名?称?|日文名?称?|address|aliases|alias|also known as|a\.k\.a\.?)\s*[:：为]?\s*/gi;

/** One entry's words → a party; undefined when nothing in it is a name. */
function partyOf(entry: string): Party | undefined {
  const labels = [...entry.matchAll(fields)].filter(
    (match) => /[:：]\s*$/.test(match[0]) || /^[\s\t(（,，;；]/.test(entry[match.index - 1] ?? ' '),
  );
  const head = entry.slice(0, labels[0]?.index ?? entry.length);
  const detail = labels.map((match, i) => ({
    label: match.groups?.['label']?.replace(/\s/g, '').toLowerCase() ?? '',
    value: tidy(entry.slice(match.index + match[0].length, labels[i + 1]?.index ?? entry.length)),
  }));
  const valueOf = (label: RegExp): string | undefined =>
    detail.find((field) => label.test(field.label) && field.value)?.value;
  const names = splitLanguages(head);
  const en = names.en ?? valueOf(/^英文/);
  if (names.zh === undefined && en === undefined) return undefined;
  const ja = valueOf(/^日文/) ?? japaneseName(names.zh, en);
  const address = valueOf(/地址|住所|所在地|注册地|address/);
  const alias = valueOf(/常用名称|别名|又称|又名|曾用名|简称|alias|also|a\.k\.a/);
  return {
    ...(names.zh && { zh: names.zh }),
    ...(en && { en }),
    ...(ja && { ja }),
    ...(address && { address }),
    ...(alias && { aliases: splitNames(alias) }),
  };
}

const han = /[一-鿿]/;
const latin = /[A-Za-z]/;

/** `三菱造船株式会社（Mitsubishi Shipbuilding Co.）`, a table row, or two names with only a space between. */
function splitLanguages(head: string): { zh?: string; en?: string } {
  const cells = head
    .split(/\t|\n/)
    .map(tidy)
    .filter((cell) => !/^\d*$/.test(cell));
  if (cells.length > 1) {
    const zh = cells.find((cell) => han.test(cell));
    const en = cells.find((cell) => !han.test(cell) && latin.test(cell));
    return zh && !en ? splitLanguages(zh) : { ...(zh && { zh: stripBrackets(zh) }), ...(en && { en }) };
  }
  const words = cells[0] ?? '';
  const open = words.search(/[（(]/);
  const inner = open < 0 ? undefined : balanced(words, open);
  if (inner && latin.test(inner) && !han.test(inner)) {
    const zh = tidy(words.slice(0, open));
    return han.test(zh) ? { zh, en: tidy(inner) } : { en: words };
  }
  const pair = /^(?<zh>.*[一-鿿）)])[\s,，/]+(?<en>[A-Za-z][^一-鿿]{3,})$/.exec(words);
  if (pair?.groups) return { zh: tidy(pair.groups['zh'] ?? ''), en: tidy(pair.groups['en'] ?? '') };
  if (han.test(words)) return { zh: words };
  return latin.test(words) ? { en: words } : {};
}

function balanced(words: string, open: number): string {
  let depth = 0;
  for (let i = open; i < words.length; i++) {
    if (/[（(]/.test(words[i] ?? '')) depth++;
    if (/[）)]/.test(words[i] ?? '') && --depth === 0) return words.slice(open + 1, i);
  }
  return words.slice(open + 1);
}

const stripBrackets = (name: string): string => {
  const open = name.search(/[（(]/);
  return open > 0 && latin.test(name.slice(open)) ? tidy(name.slice(0, open)) : name;
};

/** Names parted by 、 ， ； and 和, but never inside brackets. */
function splitNames(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= list.length; i++) {
    const character = list[i] ?? '、';
    if (/[（(]/.test(character)) depth++;
    else if (/[）)]/.test(character)) depth--;
    else if ((depth <= 0 && /[、，；;]/.test(character)) || i === list.length) {
      parts.push(list.slice(from, i));
      from = i + 1;
    }
  }
  return parts
    .flatMap((part) => part.split(/(?<=公司|会社|大学|研究所|）)[和及与]/))
    .map(tidy)
    .filter(Boolean);
}

const tidy = (words: string): string =>
  words.replace(/\s+/g, ' ').replace(/^[\s、，,;；.．:：]+|[\s、，;；。:：]+$/g, '');
