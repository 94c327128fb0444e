import type { Instant } from '../time.ts';
import { doubtIn } from './doubts.ts';
import { guidance } from './guidance-ja.ts';
import { briefDay, day, entities, goods, goodsOf, instruments, what, when } from './headline-ja.ts';
import type { Matter } from './matters.ts';
import { nameOf } from './names.ts';
import { clocks, endUsesOf, shownTerm, type Status, type Wording } from './wording.ts';

const endUses = {
  'military-users': '軍事ユーザー',
  'military-uses': '軍事用途',
  'military-strength': '軍事力の向上に資するその他一切の需要者・用途',
  'mass-destruction': '大量破壊兵器',
  terrorism: 'テロ目的',
} as const;

const carried = (outlets: readonly string[]): string =>
  outlets.length > 0
    ? `${outlets.length}媒体（${outlets.slice(0, 8).join('、')}${outlets.length > 8 ? 'ほか' : ''}）`
    : '1媒体';

function status(status: Status): string {
  switch (status.kind) {
    case 'confirmed':
      return `【確認済】${status.evidence === 'official-text' ? '公式文書（公告本文）' : '当局の公式発言'}による`;
    case 'by-date':
      return '【確認済】公式文書の定める期日の到来（新たな公告なし）';
    case 'unread':
      return '【公式・要原文確認】公式文書だが、内容を確実に読み取れていない';
    case 'said':
      return '【当局発言】商務部が言及。公告本文は未確認';
    case 'reported':
      return `【未確認】${carried(status.outlets)}の報道。商務部は未発表`;
    case 'unconfirmed':
      return `【未確認のまま】${carried(status.outlets)}が報道${status.number ? `（アラート#${status.number}）` : ''}。72時間経過後も、裏付けとなる商務部の文書は見つかっていない`;
  }
}

function change({ kind, from, until, wasUntil, what: part, parties, removed, terms, instrument }: Matter): string {
  switch (kind) {
    case 'imposed':
      if (parties.length > 0) return `掲載なし → ${day(from)}から掲載`;
      return instrument === 'item-control'
        ? `この公告による許可は不要 → ${day(from)}から許可が必要`
        : `該当する措置なし → ${day(from)}から適用`;
    case 'amended': {
      const moved = [
        ...(parties.length > 0 ? [`${parties.length}社・団体：記載なし → 記載あり`] : []),
        ...(removed.length > 0 ? [`${removed.length}社・団体：記載あり → 記載なし`] : []),
        ...terms
          .map(shownTerm)
          .map(({ name, before, after }) => `${termWords[name] ?? name}：${value(before)} → ${value(after)}`),
      ];
      return moved.join('、') || '下記引用のとおり改正';
    }
    case 'parties-removed':
      return `掲載 → ${day(from)}から除外`;
    case 'suspended':
      return `適用中 → ${day(from)}から${until ? `${day(until)}まで` : ''}停止${until ? '' : '（期限の定めなし）'}`;
    case 'extended':
      return `${wasUntil ? day(wasUntil) : '？'}まで停止 → ${until ? `${day(until)}まで停止` : '停止（期限の定めなし）'}`;
    case 'resumed':
      return `停止中 → ${day(from)}から再び適用`;
    case 'lifted':
      return `適用中 → ${day(from)}から終了`;
    case 'took-effect':
      if (part === 'measure') return `公表済み・施行前 → ${day(from)}施行`;
      return `適用中 → ${day(from)}から${part === 'lifting' ? '終了' : '停止'}`;
    case 'ends-soon':
      return part === 'suspension'
        ? `${day(until ?? from)}まで停止 → 延長がなければ${day(from)}から再び適用`
        : `${day(until ?? from)}まで適用 → 延長がなければ満了`;
    case 'lapsed':
      return part === 'suspension'
        ? `${day(until ?? from)}まで停止 → ${day(from)}から再び適用（新たな公告なし）`
        : `${day(until ?? from)}まで適用 → 満了`;
    case 'clarified':
      return '措置の変更なし（説明のみ）';
    case 'reported':
    case 'unconfirmed':
      return '現時点で法的な変更なし（報道のみ）';
    case 'unclear':
      return '原文を読むまで不明';
  }
}

const termWords: Readonly<Record<string, string>> = {
  instrument: '措置の種類',
  reach: '仕向地',
  effectiveOn: '施行日',
  until: '期限',
  extraterritorial: '第三国への適用',
  codes: 'コード',
  true: 'あり',
  false: 'なし',
  japan: '日本',
  'all-destinations': '全仕向地',
  elsewhere: '他国',
  '': 'なし',
  ...instruments,
};
const value = (text: string): string => termWords[text] ?? text;
const reachWords = {
  japan: '日本向け',
  'all-destinations': '日本を含む全仕向地',
  elsewhere: '他国向け',
} as const;

function covers(matter: Matter): string {
  const { parties, abouts, reach, report } = matter;
  const items = abouts.flatMap((about) => about.items);
  const hs = new Set(items.flatMap(({ hsCodes }) => hsCodes)).size;
  const uses = endUsesOf([...abouts.flatMap((about) => about.endUses), ...(report?.endUses ?? [])]);
  const names = parties.slice(0, 3).map((party) => nameOf(party, 'ja'));
  const ban = matter.instrument === 'country-ban' && abouts.length > 0;
  const parts = [
    ...(parties.length > 0
      ? [
          `${entities(matter)}（${names.join('、')}${parties.length > 3 ? `ほか。${matter.doubt === undefined ? '全件' : '読み取れた名称'}は下記` : ''}）`,
        ]
      : []),
    ...(ban && items.length === 0 ? ['すべての両用物項'] : []),
    ...(matter.goods.length > 0 ? [goodsOf(matter, 5)] : []),
    ...(items.length > 0 ? [`${items.length}品目・HSコード${hs}件（下記）`] : []),
    ...(uses.length > 0 ? [uses.map((use) => endUses[use]).join('・')] : []),
    ...(reach && parties.length === 0 ? [reachWords[reach]] : []),
  ];
  return parts.join('、') || '原文を参照してください';
}

/** `2月24日11:02`、当日は`11:02`、日本時間。 */
const hour = (at: Instant | undefined, now?: Instant): string => {
  if (!at) return 'なし';
  const { tokyo } = clocks(at);
  if (now && clocks(now).tokyo.day === tokyo.day) return tokyo.time;
  return `${day(tokyo.day).replace(/^\d+年/, '')}${tokyo.time}`;
};

/** 日本の輸出管理担当者向け。見出しは体言止め、本文は「です・ます」。 */
export const wordingJa: Wording = {
  language: 'ja',
  labels: {
    change: '変更点', status: '確度', effective: '時期', covers: '対象', thirdCountries: '第三国からの移転', means: '影響',
    doNow: '対応', also: '同じ公告の他の内容', parties: '対象者', removed: '記載がなくなった者', items: '品目',
    endUses: '需要者・用途（原文）', clause: '対象箇所', quote: '商務部の原文', reading: '当方の読み',
    because: '不明な点', related: '関連する措置', source: '出典', publisher: '発行元', title: '表題', address: 'URL', published: '公表',
    retrieved: '取得', evidence: '証拠の段階', archive: '保存版のSHA-256', number: '記録番号', freshness: '公式サイトの確認状況',
    why: 'このメールについて', report: '報道の原文', changes: '変更一覧', due: '今後30日の予定',
    inForce: '現在の措置', digest: '週報', trouble: '取得できていない情報源',
  }, // prettier-ignore
  urgency: { immediate: '至急', routine: 'お知らせ' },
  evidence: {
    'official-text': '公式文書',
    'official-statement': '当局の公式発言',
    'state-media': '中国国営メディア',
    press: '報道機関',
    'trade-body': '業界団体・日本の官公庁',
  },
  instruments,
  banOnJapan: '両用物項の対日輸出禁止',
  reaches: reachWords,
  goods,
  endUses,
  terms: termWords,
  comma: '、',
  colon: '：',
  stop: '。',
  ellipsis: '…',
  aside: (text) => `（${text}）`,
  quoted: (text) => `「${text}」`,
  day,
  briefDay,
  moment(at) {
    const { tokyo, beijing } = clocks(at);
    const inBeijing = beijing.day === tokyo.day ? beijing.time : `${day(beijing.day)}${beijing.time}`;
    return `${day(tokyo.day)}${tokyo.time}（日本時間。北京時間${inBeijing}）`;
  },
  near: (days) => (days === 0 ? '（本日）' : days > 0 ? `（${days}日後）` : `（${-days}日前）`),
  section: (title) => `■ ${title}`,
  what,
  when,
  change,
  status,
  briefStatus: ({ kind }) =>
    kind === 'confirmed' || kind === 'by-date'
      ? '確認済'
      : kind === 'unread'
        ? '要原文確認'
        : kind === 'said'
          ? '本文未確認'
          : '未確認',
  briefSource: (one) =>
    one.kind === 'reported'
      ? one.evidence === 'state-media'
        ? '中国国営メディア'
        : '報道'
      : one.kind === 'unconfirmed'
        ? '報道'
        : '商務部',
  confirms: (number, on, outlets) =>
    `${day(on)}のアラート#${number}で報道段階としてお伝えした内容（${carried(outlets)}）が、公式に確認されました。`,
  effective: (matter) => when(matter, day).replace(/^[ ,、，]+/, ''),
  covers,
  thirdCountries: (covered) =>
    covered
      ? '対象。日本を含むどの国・地域からでも、中国原産品の移転・提供が対象になります'
      : '読み取れた範囲では記載なし',
  guidance,
  notListed: (ban) =>
    `リストに載っていなくても安全とは限りません。${ban}は、掲載の有無にかかわらず、日本の軍事ユーザー・軍事用途、および日本の軍事力向上に資するその他一切の需要者・用途への両用物項の輸出を禁止しています。`,
  count: (stated, read) =>
    stated === read
      ? `公告の記載：${stated}、読み取り：${read}。一致しています。`
      : `公告の記載：${stated}、読み取り：${read}。一致しません。原文を確認してください。`,
  hs: (codes) => `HS ${codes.join('、')}`,
  hsNote: 'HSコードは参考です。該非は規制コードと品目の記述で決まります。',
  because: (doubt) => doubtIn(doubt, 'ja'),
  more: (count, where) => `… ほか${count}件：${where}`,
  elsewhere: (address) => `${address || '公告本文'}を参照`,
  standing(standing, from) {
    switch (standing.kind) {
      case 'announced':
        return `${day(standing.from)}施行予定`;
      case 'in-force':
        return `${day(from)}から適用中${standing.partly ? '（一部停止中）' : ''}`;
      case 'suspended':
        return `停止中${standing.until ? `（${day(standing.until)}まで）` : ''}`;
      case 'lifted':
        return `${day(standing.on)}終了`;
      case 'expired':
        return `${day(standing.on)}満了`;
      case 'unknown':
        return `${day(standing.since)}以降の状況は未確認`;
    }
  },
  health: ({ state, checkedAt, changedAt, failingSince }, at) =>
    `${state === 'down' ? '応答なし。' : ''}最終確認${hour(checkedAt, at)}、最終更新${hour(changedAt, at)}${state !== 'ok' && failingSince ? `、${hour(failingSince, at)}から失敗` : ''}`,
  otherSources: (count, silent) =>
    `その他の情報源${count}件：${silent === 0 ? 'すべて応答あり' : `${silent}件が応答なし`}`,
  noSources: '公式サイトの応答はまだありません。',
  noRelated: '記録なし。',
  why: (choice) =>
    `dual-use-watchの日本語アラートにご登録いただいているためお送りしています（このアラートの区分：${choice.join('、')}）。配信停止は末尾のリンク、または登録した管理者にお申し出ください。`,
  disclaimer: '情報提供であり、法的助言ではありません。中国語の原文が優先します。',
  digestSubject: (n, from, to) => `週報：${n === 0 ? '変更なし' : `変更${n}件`}、${day(from)}～${day(to)}`,
  digestHeadline: (n, from, to) =>
    n === 0
      ? `${day(from)}～${day(to)}、日本に関係する中国の両用物項輸出管理に変更はありませんでした。`
      : `${day(from)}～${day(to)}、日本に関係する中国の両用物項輸出管理の変更は${n}件でした。`,
  watched: ({ sources, polls, failed, since, silent }) =>
    sources === 0
      ? '公式サイトはまだ確認できていません。'
      : `公式サイト${sources}件を、${hour(since)}以降のべ${polls.toLocaleString('en')}回確認（失敗${failed}回）。${silent === undefined ? '一度も応答のないサイトがあります。' : `最後の応答が最も古いサイトで${silent}分前です。`}`,
  quiet: (n) => `このほか、アラートを送らずに記録したもの${n}件（導入時の読み込み、または大量掲載のための保留）。`,
  nothing: 'なし。',
  standings: (inForce, japan, suspended, announced) =>
    `適用中${inForce}件（うち日本を名指しするもの${japan}件）、停止中${suspended}件、施行前${announced}件。`,
};
