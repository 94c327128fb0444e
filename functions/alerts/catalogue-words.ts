import type { CatalogueLine, Effect, Term } from '../register/change.ts';
import type { Language } from '../sources/source.ts';
import { excerpt, plain } from './safe-text.ts';

export type CatalogueTerm = Extract<Term, { name: 'catalogue' }>;

/** What a list that was read changed, in figures. */
export interface CatalogueCounts {
  readonly entries: number;
  /** The year of the list before; absent: there is none, or the list is compared with itself. */
  readonly against?: number;
  /** The list had been read before, and its file was replaced. */
  readonly edited: boolean;
  readonly added: number;
  readonly removed: number;
  /** Codes whose customs codes changed. */
  readonly customs: number;
  readonly renamed: number;
  readonly described: number;
}

export function countsOf({
  entries,
  against,
  edited,
  added,
  removed,
  changed,
  described,
}: CatalogueTerm): CatalogueCounts {
  return {
    entries,
    ...(against !== undefined && { against }),
    edited: edited ?? false,
    added: added.length,
    removed: removed.length,
    customs: changed.filter(({ hsAdded, hsRemoved }) => hsAdded ?? hsRemoved).length,
    renamed: changed.filter((line) => line.renamed).length,
    described: described?.length ?? 0,
  };
}

// Lines of each kind that the first screen shows; the lists under it show more, the archive all.
const SHOWN = 5;

interface Words {
  readonly read: (counts: CatalogueCounts) => string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly more: (count: number) => string;
  readonly unread: (files: string) => string;
}

const codes = (count: number): string => `${count} ${count === 1 ? 'code' : 'codes'}`;
const where = (count: number, words: string): readonly string[] => (count > 0 ? [words] : []);

const words: Readonly<Record<Language, Words>> = {
  en: {
    read: (of) =>
      isFirst(of)
        ? `its list was read: ${codes(of.entries)}`
        : [
            `${of.edited ? 'its list was replaced' : 'its list was read'}: ${codes(of.added)} added`,
            `${of.removed} removed`,
            `customs codes of ${of.customs} changed`,
            ...where(of.renamed, `${of.renamed} renamed`),
            ...where(of.described, `${of.described} described otherwise`),
          ].join(', ') + (of.against === undefined ? '' : ` against ${of.against}`),
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    more: (count) => `and ${count} more`,
    unread: (files) => `the list is in an attachment that is not read yet: ${files}`,
  },
  ja: {
    read: (of) =>
      isFirst(of)
        ? `目録を読み取りました：管制コード${of.entries}件`
        : [
            `${of.edited ? '目録の添付ファイルが差し替えられました' : '目録を読み取りました'}：${
              of.against === undefined ? '' : `${of.against}年版と比べて`
            }管制コードの追加${of.added}件`,
            `削除${of.removed}件`,
            `税関商品コードの変更${of.customs}件`,
            ...where(of.renamed, `名称の変更${of.renamed}件`),
            ...where(of.described, `記述の変更${of.described}件`),
          ].join('、'),
    added: '追加',
    removed: '削除',
    changed: '変更',
    more: (count) => `ほか${count}件`,
    unread: (files) => `目録は添付ファイルにあり、まだ読み取れていません：${files}`,
  },
  zh: {
    read: (of) =>
      isFirst(of)
        ? `目录已读取：管制编码${of.entries}个`
        : [
            `${of.edited ? '目录附件已被替换' : '目录已读取'}：${
              of.against === undefined ? '' : `与${of.against}年相比，`
            }新增编码${of.added}个`,
            `删除${of.removed}个`,
            `海关商品编号变化${of.customs}个`,
            ...where(of.renamed, `名称变化${of.renamed}个`),
            ...where(of.described, `描述变化${of.described}个`),
          ].join('，'),
    added: '新增',
    removed: '删除',
    changed: '变化',
    more: (count) => `另有${count}个`,
    unread: (files) => `目录在附件中，尚未读取：${files}`,
  },
};

/** There is nothing to compare it with. */
export const isFirst = ({ against, edited }: CatalogueCounts): boolean => against === undefined && !edited;

/** `its list was read: 12 codes added, 3 removed, customs codes of 41 changed against 2026; added: 1C902.a …` */
export function catalogueWords(term: CatalogueTerm, language: Language): string {
  const say = words[language];
  const list = (name: string, lines: readonly CatalogueLine[]): readonly string[] => {
    if (lines.length === 0) return [];
    const more = lines.length > SHOWN ? [say.more(lines.length - SHOWN)] : [];
    return [`${name}: ${[...lines.slice(0, SHOWN).map(shownLine), ...more].join(', ')}`];
  };
  return [
    say.read(countsOf(term)),
    ...list(say.added, term.added),
    ...list(say.removed, term.removed),
    ...list(say.changed, term.changed),
  ].join('; ');
}

const shownLine = ({ code, text }: CatalogueLine): string => plain(`${code} ${text.slice(0, 24)}`.trim());

/** A list's changes by kind, each with its title and a line a code, what Japan's makers buy most first. */
export function catalogueSections(
  { added, removed, changed, described = [] }: CatalogueTerm,
  language: Language,
): readonly (readonly [title: string, lines: readonly string[]])[] {
  const say = titles[language];
  return [
    [say.added, added.map((line) => lineOf(line, [...(line.hsAdded ?? [])]))],
    [say.removed, removed.map((line) => lineOf(line, [...(line.hsAdded ?? [])]))],
    [say.changed, changed.map((line) => lineOf(line, movedCodes(line), line.renamed ? say.renamed : ''))],
    [say.described, described.map((line) => lineOf(line, []))],
  ];
}

const movedCodes = ({ hsAdded = [], hsRemoved = [] }: CatalogueLine): readonly string[] => [
  ...hsAdded.map((code) => `+${code}`),
  ...hsRemoved.map((code) => `-${code}`),
];

const lineOf = ({ code, text }: CatalogueLine, customs: readonly string[], remark = ''): string =>
  [excerpt(code, 40), customs.length > 0 ? `HS ${excerpt(customs.join(' '), 160)}` : '', excerpt(text, 80), remark]
    .filter(Boolean)
    .join(' | ');

const titles = {
  en: {
    added: 'Codes added',
    removed: 'Codes removed',
    changed: 'Codes whose customs codes or names changed',
    described: 'Codes whose descriptions alone changed',
    renamed: 'new name',
  },
  ja: {
    added: '追加された管制コード',
    removed: '削除された管制コード',
    changed: '税関商品コードまたは名称が変わった管制コード',
    described: '記述だけが変わった管制コード',
    renamed: '名称変更',
  },
  zh: {
    added: '新增编码',
    removed: '删除编码',
    changed: '海关商品编号或名称变化的编码',
    described: '仅描述变化的编码',
    renamed: '名称变化',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** Says that a new measure's list is still unread; '' where it has none. */
export function unreadListWords(effect: Effect, language: Language): string {
  const files = effect.kind === 'imposed' ? (effect.restriction.annexUnread ?? []) : [];
  return files.length === 0 ? '' : words[language].unread(files.map(plain).join(', '));
}
