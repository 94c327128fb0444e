import type { Doubt, DoubtedAct } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { Language } from '../sources/source.ts';
import { announcementName } from './announcement-name.ts';
import { plain } from './safe-text.ts';

type Phrase<K extends Doubt['kind']> = (doubt: Extract<Doubt, { kind: K }>) => string;
type Phrases = { readonly [K in Doubt['kind']]: Phrase<K> };

const name = (id: string, language: Language): string => {
  const number = id.replace(/#.*$/, '');
  return announcementName(number as AnnouncementNumber, language) || number;
};

const acts: Readonly<Record<DoubtedAct, Readonly<Record<Language, string>>>> = {
  suspend: { en: 'suspends', ja: '停止する', zh: '暂停' },
  resume: { en: 'resumes', ja: '再開する', zh: '恢复' },
  lift: { en: 'lifts', ja: '廃止する', zh: '取消' },
  amend: { en: 'amends', ja: '改正する', zh: '修改' },
  'remove-parties': { en: 'takes parties off', ja: '対象者を外す', zh: '移出相关主体的' },
};

const en: Phrases = {
  'clause-not-understood': () => 'it speaks of export control, but what it does could not be established',
  count: ({ stated, read, unread }) =>
    (read === 0
      ? `it names ${stated ?? 'some'} parties, and no name could be read`
      : `it states ${stated ?? 'no number of'} parties, and ${read} names could be read`) +
    (unread.length > 0 ? ` (attachments not read: ${unread.join(', ')})` : ''),
  'no-country': () => 'it names parties without saying of which country',
  'unread-attachment': ({ files }) => `its list is in an attachment that was not read: ${files.join(', ')}`,
  'page-changed': ({ since }) => `its page has changed and no longer says what it said on ${since ?? 'first reading'}`,
  'wording-changed': ({ before, after }) => `its wording changed, from “${before}” to “${after}”`,
  'copies-differ': ({ announcement, other }) =>
    `two copies of ${announcement ? name(announcement, 'en') : 'one text'} differ; the other is at ${other}`,
  'unknown-target': ({ act, target }) => `it ${acts[act].en} ${name(target, 'en')}, which this journal does not hold`,
  'unknown-parties': ({ names }) =>
    names.length > 0
      ? `it names parties that no list in this journal holds, or that several hold: ${names.join(', ')}`
      : 'it names parties that no list in this journal holds',
  'page-unread': () => 'its title is plainly about these controls, and its page cannot be read',
  'characters-lost': () => 'characters of its text are lost',
  other: ({ words }) => words,
};

const left = (files: readonly string[], ja: boolean): string =>
  files.length === 0 ? '' : ja ? `（未読の添付：${files.join('、')}）` : `（未读取的附件：${files.join('、')}）`;

const ja: Phrases = {
  'clause-not-understood': () => '輸出管理に関する文書ですが、何を定めたのか特定できません',
  count: ({ stated, read, unread }) =>
    (read === 0
      ? `対象者${stated ? `${stated}者` : ''}の名称を読み取れません`
      : `本文は${stated ?? '不明'}者としていますが、読み取れた名称は${read}者です`) + left(unread, true),
  'no-country': () => '対象者がどの国の者か書かれていません',
  'unread-attachment': ({ files }) => `一覧が未読の添付にあります${left(files, true)}`,
  'page-changed': ({ since }) => `掲載ページが書き換えられ、${since ?? '前回'}の内容が見当たりません`,
  'wording-changed': ({ before, after }) => `文言が変わりました：「${before}」→「${after}」`,
  'copies-differ': ({ announcement, other }) =>
    `${announcement ? name(announcement, 'ja') : '同じ文書'}の2つの掲載内容が食い違っています（もう一方：${other}）`,
  'unknown-target': ({ act, target }) => `${name(target, 'ja')}を${acts[act].ja}内容ですが、その措置の記録がありません`,
  'unknown-parties': ({ names }) =>
    names.length > 0
      ? `対象者が記録のリストと一致しません：${names.join('、')}`
      : '記録にあるどのリストにもない対象者を挙げています',
  'page-unread': () => '表題から輸出管理の文書とみられますが、ページを読み取れません',
  'characters-lost': () => '本文の文字が失われています',
  other: ({ words }) => words,
};

const zh: Phrases = {
  'clause-not-understood': () => '文件涉及出口管制，但无法确定其具体措施',
  count: ({ stated, read, unread }) =>
    (read === 0
      ? `未能读取${stated ? `${stated}家` : ''}实体的名称`
      : `正文称${stated ?? '若干'}家，实际读取到${read}家`) + left(unread, false),
  'no-country': () => '未写明所涉实体属于哪个国家或地区',
  'unread-attachment': ({ files }) => `清单载于未读取的附件${left(files, false)}`,
  'page-changed': ({ since }) => `页面已被修改，不再包含${since ?? '此前'}的内容`,
  'wording-changed': ({ before, after }) => `措辞有变：“${before}”→“${after}”`,
  'copies-differ': ({ announcement, other }) =>
    `${announcement ? name(announcement, 'zh') : '同一文件'}的两份文本内容不一致（另一份：${other}）`,
  'unknown-target': ({ act, target }) => `文件${acts[act].zh}${name(target, 'zh')}，但本系统没有该措施的记录`,
  'unknown-parties': ({ names }) =>
    names.length > 0
      ? `所涉主体与本系统记录的名单不一致：${names.join('、')}`
      : '文件所列主体不在本系统记录的任何名单中',
  'page-unread': () => '标题显示涉及出口管制，但页面无法读取',
  'characters-lost': () => '正文有文字缺失',
  other: ({ words }) => words,
};

const phrases: Readonly<Record<Language, Phrases>> = { en, ja, zh };

/** A doubt in a reader's language; addresses and names in it are defused by whoever prints it. */
export function doubtIn(doubt: Doubt, language: Language): string {
  // Each kind's phrase takes that kind; the pair cannot come apart, which TypeScript cannot follow through the index.
  const phrase = phrases[language][doubt.kind] as (doubt: Doubt) => string;
  return plain(phrase(doubt));
}
