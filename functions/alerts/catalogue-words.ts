import type { CatalogueLine, Effect, Term } from '../register/change.ts';
import type { Language } from '../sources/source.ts';
import { plain } from './safe-text.ts';

type CatalogueTerm = Extract<Term, { name: 'catalogue' }>;

// Lines of each kind that a message shows; the archive holds them all.
const SHOWN = 12;

interface Words {
  readonly read: (entries: number) => string;
  readonly counts: (added: number, removed: number, customs: number, renamed: number, against: number) => string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly more: (count: number) => string;
  readonly unread: (files: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    read: (entries) => `its list was read: ${entries} control codes`,
    counts: (added, removed, customs, renamed, against) =>
      `its list was read: ${added} ${added === 1 ? 'code' : 'codes'} added, ${removed} removed, ${customs} ${customs === 1 ? 'code has' : 'codes have'} other customs codes${renamed > 0 ? `, ${renamed} renamed` : ''} against ${against}`,
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    more: (count) => `and ${count} more`,
    unread: (files) => `the list is in an attachment that is not read yet: ${files}`,
  },
  ja: {
    read: (entries) => `目録を読み取りました：管制コード${entries}件`,
    counts: (added, removed, customs, renamed, against) =>
      `目録を読み取りました：${against}年版と比べて管制コードの追加${added}件、削除${removed}件、税関商品コードの変更${customs}件${renamed > 0 ? `、名称の変更${renamed}件` : ''}`,
    added: '追加',
    removed: '削除',
    changed: '変更',
    more: (count) => `ほか${count}件`,
    unread: (files) => `目録は添付ファイルにあり、まだ読み取れていません：${files}`,
  },
  zh: {
    read: (entries) => `目录已读取：管制编码${entries}个`,
    counts: (added, removed, customs, renamed, against) =>
      `目录已读取：与${against}年相比，新增编码${added}个，删除${removed}个，海关商品编号变化${customs}个${renamed > 0 ? `，名称变化${renamed}个` : ''}`,
    added: '新增',
    removed: '删除',
    changed: '变化',
    more: (count) => `另有${count}个`,
    unread: (files) => `目录在附件中，尚未读取：${files}`,
  },
};

/** `its list was read: 12 codes added, 3 removed, 41 codes have other customs codes against 2026; added: 1C902.a …` */
export function catalogueWords(
  { entries, against, added, removed, changed }: CatalogueTerm,
  language: Language,
): string {
  const say = words[language];
  if (against === undefined) return say.read(entries);
  const customs = changed.filter(({ hsAdded, hsRemoved }) => hsAdded || hsRemoved).length;
  const renamed = changed.filter((line) => line.renamed).length;
  const list = (name: string, lines: readonly CatalogueLine[]): readonly string[] => {
    if (lines.length === 0) return [];
    const more = lines.length > SHOWN ? [say.more(lines.length - SHOWN)] : [];
    return [`${name}: ${[...lines.slice(0, SHOWN).map(shownLine), ...more].join(', ')}`];
  };
  return [
    say.counts(added.length, removed.length, customs, renamed, against),
    ...list(say.added, added),
    ...list(say.removed, removed),
    ...list(say.changed, changed),
  ].join('; ');
}

const shownLine = ({ code, text }: CatalogueLine): string => plain(`${code} ${text.slice(0, 24)}`);

/** Says that a new measure's list is still unread; '' where it has none. */
export function unreadListWords(effect: Effect, language: Language): string {
  const files = effect.kind === 'imposed' ? (effect.restriction.annexUnread ?? []) : [];
  return files.length === 0 ? '' : words[language].unread(files.map(plain).join(', '));
}
