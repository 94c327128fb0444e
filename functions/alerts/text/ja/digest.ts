import { type DigestText, OFTEN } from '../text.ts';
import { days } from './nouns.ts';

export const digest: DigestText = {
  title: '週報',
  labels: {
    changes: '変更一覧',
    due: '今後90日の予定',
    inForce: '現在の措置',
    trouble: '応答のない情報源',
  },
  subject: (n, from, to) => `週報：${n === 0 ? '変更なし' : `変更${n}件`}、${days.day(from)}～${days.day(to)}`,
  headline: (n, from, to) =>
    n === 0
      ? `${days.day(from)}～${days.day(to)}、日本に関係する中国の両用品目輸出管理の変更は見つかりませんでした。`
      : `${days.day(from)}～${days.day(to)}、日本に関係する中国の両用品目輸出管理の変更は${n}件でした。`,
  watched({ sources, polls, failed, silent, blindHours, hours, down }) {
    if (sources === 0) return '【監視できていません】公式情報源をまだ一度も確認できていません。';
    const checks = `公式情報源${sources}件、確認のべ${polls.toLocaleString('en')}回、失敗${failed}回`;
    const away = down > 0 ? `現在応答のない情報源は${down}件です。` : '';
    if (blindHours >= 1) {
      const long =
        blindHours >= 48 ? `${Math.round(hours / 24)}日間のうち${Math.round(blindHours / 24)}日` : `${blindHours}時間`;
      return `【監視に空白】すべての公式情報源が${long}応答しませんでした（${checks}）。${away}その間の公表は、この週報に含まれない可能性があります。`;
    }
    if (failed > polls * OFTEN) return `【監視に断続的な空白】${checks}。${away}空白の間の公表は検知が遅れます。`;
    return `期間を通じて監視できました：${checks}。${
      silent === undefined
        ? '一度も応答のない情報源があります。'
        : away || `全件が直近${silent}分以内に応答しています。`
    }`;
  },
  quiet: (n) =>
    `このほか、アラートを送らずに記録したもの${n}件（導入時の読み込み、または大量掲載・1日の上限超過のための保留）。`,
  nothing: 'なし。',
  due: (day, away, what) => `${days.day(day)}｜${away}日後｜${what}`,
  standings: (inForce, japan, suspended, announced) =>
    `適用中${inForce}件（うち日本を対象とするもの${japan}件）、適用停止中${suspended}件、施行前${announced}件。`,
  trouble: (publisher, since) => `${publisher}：${since ? `${days.moment(since)}から` : ''}応答なし`,
};
