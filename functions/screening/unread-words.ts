import type { BeijingDate } from '../time.ts';
import type { AnswerLanguage } from './duties.ts';

/** How an answer says what it does not rest on. Titles and sources' own words stay as they are. */
interface UnreadWords {
  compiled(count: number): string;
  beyond(last: BeijingDate): string;
  goodsUnread(title: string): string;
  goodsInPart(lines: number, title: string): string;
  suspended(until: BeijingDate | undefined, title: string): string;
  unknown(since: BeijingDate, title: string): string;
  unclear(title: string): string;
  silent(publisher: string, id: string, since: string | undefined): string;
}

export const unreadWords: Readonly<Record<AnswerLanguage, UnreadWords>> = {
  en: {
    compiled: (count) =>
      `${count === 1 ? '1 measure is' : `${count} measures are`} compiled from public sources, and the texts not read by this watch`,
    beyond: (last) => `those sources end on ${last}; what came later is known only as far as this watch read it`,
    goodsUnread: (title) => `its list of goods was not read: ${title}`,
    goodsInPart: (lines, title) =>
      `its list of goods was read in part (${lines} ${lines === 1 ? 'line' : 'lines'}): ${title}`,
    suspended: (until, title) => `suspended${until ? ` to ${until}` : ''}: ${title}`,
    unknown: (since, title) => `not known since ${since}: ${title}`,
    unclear: (title) => `could not be read in full: ${title}`,
    silent: (publisher, id, since) => `${publisher} (${id}) has not answered${since ? ` since ${since}` : ''}`,
  },
  ja: {
    compiled: (count) => `${count}件の措置は公開資料から作成したもので、本文は本システムで未確認`,
    beyond: (last) => `その資料は${last}まで。以後は本システムが読んだ範囲でのみ判明`,
    goodsUnread: (title) => `品目リストは未確認：${title}`,
    goodsInPart: (lines, title) => `品目リストは一部のみ確認（${lines}行）：${title}`,
    suspended: (until, title) => `適用停止中${until ? `（${until}まで）` : ''}：${title}`,
    unknown: (since, title) => `${since}以降の適用の有無は不明：${title}`,
    unclear: (title) => `全文は読み取れず：${title}`,
    silent: (publisher, id, since) => `${publisher}（${id}）は${since ? `${since}以降` : ''}応答なし`,
  },
  zh: {
    compiled: (count) => `${count}项措施据公开资料编入，本系统未读取原文`,
    beyond: (last) => `上述资料截至${last}；其后仅以本系统读取的内容为限`,
    goodsUnread: (title) => `物项清单未读取：${title}`,
    goodsInPart: (lines, title) => `物项清单仅读取一部分（${lines}行）：${title}`,
    suspended: (until, title) => `暂停实施${until ? `（至${until}）` : ''}：${title}`,
    unknown: (since, title) => `${since}起是否实施不明：${title}`,
    unclear: (title) => `未能完整读取：${title}`,
    silent: (publisher, id, since) => `${publisher}（${id}）${since ? `自${since}起` : ''}无响应`,
  },
};
