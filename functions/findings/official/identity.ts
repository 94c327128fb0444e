import type { Document } from '../../documents/document.ts';
import { type AnnouncementNumber, announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { issuersInARow } from '../../lexicon/issuers.ts';
import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import { namedDays } from '../../lexicon/dates.ts';
import { type Folded, fold } from '../../lexicon/fold.ts';
import { catalogueIn, textOf } from './annex.ts';
import { statementTitle } from './phrases.ts';
import type { BeijingDate } from '../../time.ts';
import { type ShortNumbers, shortNumbersOf } from './citations.ts';

/** An official document, folded once, with what identifies it. */
export interface Official {
  readonly document: Document;
  readonly title: Folded;
  readonly text: Folded;
  /** The announcement's own number, as title, header block or first lines state it. */
  readonly number: AnnouncementNumber | undefined;
  readonly form: 'announcement' | 'statement' | 'other';
  /** The header's day, else the signature's, else the page's stamp where that is no misprint. */
  readonly publishedOn: BeijingDate | undefined;
  /** What 第58号公告 stands for in it. */
  readonly shortNumbers: ShortNumbers;
  /** 【实施日期】 and 【有效期至】 of the header block. */
  readonly header: { readonly effectiveOn?: BeijingDate; readonly until?: BeijingDate };
}

// 【发文日期】 may share its line with the rest of the block.
const field = (names: string): RegExp =>
  new RegExp(`(?:(?:^|\\n)\\[?(?=${names})|\\[(?=(?:${names})\\]))(?:${names})\\]?:?\\s*(?<value>[^\\n[]{2,80})`);
const numberField = field('发(?:布|文)?文?字?号|文件?号');
// 自公布之日起 counts from the day of publication, and not from that on which a text was written or signed.
const publishedField = field('发布日期|公布日期|发布时间|公布时间');
// A site's own line over its copy bears the hour, or where it has it from.
const siteLine = /来源|作者|点击|浏览|字号|字体|类型|\d{1,2}:\d\d/;
const bracketedField = /\[(?:发布日期|公布日期|发布时间|公布时间)\](?<value>[^\n[]{2,40})/;
const dayField = field('发文日期|成文日期|印发日期|签发日期');
const effectField = field('实施日期|生效日期|施行日期');
const untilField = field('有效期至|失效日期|废止日期');
const anyField =
  /^\[?(?:索引号|发布单位|发布机构|发布文号|发文字号|文号|发文机关|发文单位|公文种类|有效期|发文日期|发布日期|公布日期|发布时间|公布时间|成文日期|印发日期|签发日期|实施日期|生效日期|施行日期|有效期至|失效日期|废止日期|有效性|主题分类|主题词|体裁分类|公开方式|信息名称|名称|关键词|来源)\]?(?::|\]|$)/;

/** 【发布文号】…, 发文日期：…: a line of the block above a text, which says nothing that binds. */
export const isHeaderLine = (line: string): boolean => anyField.test(line);

export function identify(document: Document): Official {
  const text = fold(withAnnexes(document));
  const title = titleOf(document, text);
  const number = ownNumber(title.text, text.text) ?? numberOfYear(document, title.text, text.text);
  const form = number ? 'announcement' : statementTitle.test(title.text) ? 'statement' : 'other';
  const effectiveOn = dayIn(effectField, text.text);
  const until = dayIn(untilField, text.text);
  return {
    document,
    title,
    text,
    number,
    form,
    publishedOn: publicationDay(document, reposted(title.text, text.text), number),
    shortNumbers: shortNumbersOf(title.text, text.text),
    header: { ...(effectiveOn && { effectiveOn }), ...(until && { until }) },
  };
}

const bareTitle = /^(?:[^\d]{0,40}(?:\d{4}年)?第[^号]{1,8}号|(?:商务部)?(?:公告|通告|通知|令|更正))$/;

/** The title; under a bare number or 公告, with the line 关于…的公告 that stands over the text. */
function titleOf({ title }: Document, text: Folded): Folded {
  const own = fold(title);
  if (!bareTitle.test(own.text)) return own;
  const line = text.text.split('\n', 8).find((one) => !isHeaderLine(one) && /^(?:关于|公布)[^。;]{4,100}$/.test(one));
  const named = /现(?:予)?(?:公布|发布)《(?<name>.{6,80}?)》,?(?:自|。|$)/m.exec(text.text)?.groups?.['name'];
  const more = line ?? named;
  return more === undefined ? own : fold(`${title} ${more}`);
}

/** The page's text, with the text of its attachments under a heading, where they are no catalogue: lists of parties. */
function withAnnexes({ text, annexes = [] }: Document): string {
  const lists = annexes.filter(({ annex }) => annex.blocks.length > 0 && !catalogueIn(annex));
  return [text, ...lists.map(({ annex }) => `附件\n${textOf(annex.blocks)}`)].join('\n');
}

/** A number is the document's own where a line begins with it; one inside a sentence is a citation. */
function ownNumber(title: string, text: string): AnnouncementNumber | undefined {
  const stated = numberField.exec(text)?.groups?.['value'];
  const lines = [title, ...(stated ? [stated] : []), ...text.split('\n', 8)];
  for (const line of lines) {
    const first = announcementNumbers(line.slice(0, 400))[0];
    if (!first) continue;
    // 商务部公告2026年第12号将…, at the head of a sentence, is spoken of.
    const spokenOf =
      line !== title &&
      line !== stated &&
      /[。;]$|^[^\n]{90,}$/.test(line) &&
      /^(?:将|把|对|决定|规定|所|附件|于|自|中|\(|、|第)/.test(line.slice(first.to));
    if (first.from <= 1 && !spokenOf && !/^号?(?:等|的|规定|要求)/.test(line.slice(first.to))) return first.number;
    // "…的公告(商务部公告2026年第11号)", as policy libraries write titles.
    if (line === title && /^[\])]?$/.test(line.slice(first.to)) && /[[(]$/.test(line.slice(0, first.from))) {
      return first.number;
    }
  }
  return undefined;
}

/** 现将商务部公告…转发给你们: what stands over the announcement's own heading is of whoever passes it on. */
function reposted(title: string, text: string): string {
  if (!/转发|转载/.test(`${title}\n${text.slice(0, 2_000)}`)) return text;
  const heading = /\n(?:中华人民共和国)?商务部[^\n。]{0,30}公告(?:\d{4}年)?第[^\n。]{1,8}号[^\n。]{0,100}(?=\n)/.exec(
    text,
  );
  return heading ? text.slice(heading.index + 1) : text;
}

const withoutYear = new RegExp(
  `^(?<issuers>(?:中华人民共和国)?${issuersInARow})(?:第(?<first>${numeral})号(?<after>公告|令)|(?<kind>公告|令)[(]?第(?<second>${numeral})号[)]?)(?!等|的|规定|要求|所|将|、|和|及)`,
);

/** 商务部公告第33号, in the title or at the head of the text: its year is that of the day on which it was published. */
function numberOfYear(document: Document, title: string, text: string): AnnouncementNumber | undefined {
  const year = publicationDay(document, text, undefined)?.slice(0, 4);
  if (year === undefined) return undefined;
  const lines = text.split('\n', 6);
  // 商务部公告 and, on the line below it, 第五号.
  const heads = [title, ...lines.map((line, i) => (/(?:公告|令)$/.test(line) ? `${line}${lines[i + 1] ?? ''}` : line))];
  for (const head of heads) {
    const { issuers, first, after, kind, second } = withoutYear.exec(head.slice(0, 400))?.groups ?? {};
    const figure = parseNumeral(first ?? second ?? '');
    if (!issuers || !figure || (head !== title && head.length > 90)) continue;
    return announcementNumbers(`${issuers}${after ?? kind ?? ''}${year}年第${figure}号`)[0]?.number;
  }
  return undefined;
}

/**
 * The first of header, signature and stamp that is no misprint. A stamp is the day on which a site put its copy up: it
 * counts last, and not at all where its year cannot be the announcement's (2062, 2126 or 2016 for one of 2026).
 */
function publicationDay(
  { title, publishedOn }: Document,
  text: string,
  number: AnnouncementNumber | undefined,
): BeijingDate | undefined {
  const numbered = /\/(?<year>\d{4})\//.exec(number ?? '')?.groups?.['year'];
  const published = dayIn(publishedField, text);
  const isSite = siteLine.test(publishedField.exec(text)?.groups?.['value'] ?? '');
  const own = [dayIn(bracketedField, text), ...(isSite ? [] : [published]), dayIn(dayField, text)];
  // 商务部公告2028年第44号（2028年10月9日）
  const titled = dayIn(/[(](?<value>\d{4}年\d{1,2}月\d{1,2}日)[)]/, fold(title).text);
  const stamp = [titled, signatureDay(text), ...(isSite ? [published] : []), publishedOn];
  // Of a page that passes an announcement on, header and stamp are of whoever does.
  const candidates = forwarded.test(text) ? [signatureDay(text), ...own, ...stamp] : [...own, ...stamp];
  const years = numbered ? [Number(numbered), Number(numbered) + 1] : undefined;
  return candidates.find((day) => day !== undefined && (!years || years.includes(Number(day.slice(0, 4)))));
}

const forwarded = /现将[^。\n]{0,80}转发/;

const dayIn = (pattern: RegExp, text: string): BeijingDate | undefined =>
  namedDays(pattern.exec(text)?.groups?.['value'] ?? '')[0]?.day;

/** The issuer's date under the signature: the last line that is nothing but a day, or a day behind the issuer's name. */
function signatureDay(text: string): BeijingDate | undefined {
  const lines = text.split('\n');
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (line.length > 60) continue;
    const named = namedDays(line)[0];
    if (!named || named.to !== line.length) continue;
    if (named.from === 0 || /(?:部|署|局|委|机制|厅)$/.test(line.slice(0, named.from))) return named.day;
  }
  return undefined;
}
