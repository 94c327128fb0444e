import type { Language } from '../sources/source.ts';
import { withNames } from './announcement-name.ts';
import { plain } from './safe-text.ts';

type Sentence = (groups: Readonly<Record<string, string>>) => string;

const left = (words: Readonly<Record<string, string>>, ja: boolean): string =>
  words['files'] ? (ja ? `（未読の添付：${words['files']}）` : `（未读取的附件：${words['files']}）`) : '';
const files = String.raw`(?: \(attachments not read: (?<files>.*)\))?$`;
const verb: Readonly<Record<string, readonly [ja: string, zh: string]>> = {
  suspends: ['停止する', '暂停'],
  resumes: ['再開する', '恢复'],
  lifts: ['廃止する', '取消'],
  amends: ['改正する', '修改'],
  'takes parties off': ['対象者を外す', '移出相关主体的'],
  names: ['挙げる', '提及'],
};

/** Why a text is unclear, as the reading and the register put it, said in the languages that they do not speak. */
const doubts: readonly (readonly [doubt: RegExp, ja: Sentence, zh: Sentence])[] = [
  [
    /^it speaks of export control, but what it does/,
    () => '輸出管理に関する文書ですが、何を定めたのか特定できません',
    () => '文件涉及出口管制，但无法确定其具体措施',
  ],
  [
    new RegExp(`^it \\w+ (?<count>\\d+|unnamed) parties, and no name could be read${files}`),
    (g) => `対象者${Number(g['count']) ? `${g['count']}者` : ''}の名称を読み取れません${left(g, true)}`,
    (g) => `未能读取${Number(g['count']) ? `${g['count']}家` : ''}实体的名称${left(g, false)}`,
  ],
  [
    new RegExp(`^it states (?<stated>\\d+) parties, and (?<read>\\d+) names could be read${files}`),
    (g) => `本文は${g['stated']}者としていますが、読み取れた名称は${g['read']}者です${left(g, true)}`,
    (g) => `正文称${g['stated']}家，实际读取到${g['read']}家${left(g, false)}`,
  ],
  [
    /^it \w+ parties without saying of which country/,
    () => '対象者がどの国の者か書かれていません',
    () => '未写明所涉实体属于哪个国家或地区',
  ],
  [
    /^its page has changed and no longer says what it said on (?<day>[\d-]+|first reading)/,
    (g) => `掲載ページが書き換えられ、${g['day'] === 'first reading' ? '前回' : g['day']}の内容が見当たりません`,
    (g) => `页面已被修改，不再包含${g['day'] === 'first reading' ? '此前' : g['day']}的内容`,
  ],
  [
    /^two copies of (?<text>.+?) differ$/,
    (g) => `${g['text'] === 'one text' ? '同じ文書' : g['text']}の2つの掲載内容が食い違っています`,
    (g) => `${g['text'] === 'one text' ? '同一文件' : g['text']}的两份文本内容不一致`,
  ],
  [
    /^it (?<verb>suspends|resumes|lifts|amends|takes parties off|names) (?<text>.+), which this journal does not hold/,
    (g) => `${g['text']}を${verb[g['verb'] ?? '']?.[0]}内容ですが、その措置の記録がありません`,
    (g) => `文件${verb[g['verb'] ?? '']?.[1]}${g['text']}，但本系统没有该措施的记录`,
  ],
  [
    /^it names parties that no list in this journal holds/,
    () => '記録にあるどのリストにもない対象者を挙げています',
    () => '文件所列主体不在本系统记录的任何名单中',
  ],
  [
    /^it takes off a list what this journal holds on none, or on several: (?<names>.*)/,
    (g) => `リストからの解除対象が記録と一致しません：${g['names']}`,
    (g) => `移出对象与本系统记录的名单不一致：${g['names']}`,
  ],
];

/** A doubt in a reader's language; one that is not known here stays in English. */
export function doubtIn(because: string, language: Language): string {
  const said = plain(withNames(because.replace(/; the other is .*$/s, ''), language));
  if (language === 'en') return said;
  for (const [doubt, ja, zh] of doubts) {
    const groups = doubt.exec(said)?.groups;
    if (groups || doubt.test(said)) return (language === 'ja' ? ja : zh)(groups ?? {});
  }
  return said;
}
