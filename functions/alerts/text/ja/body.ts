import type { Presumption } from '../../../findings/finding.ts';
import { nameOf } from '../../names.ts';
import type { Body } from '../text.ts';
import { entities, goodsOf } from './headlines.ts';
import { days, nouns } from './nouns.ts';

const aside = (words: readonly string[]): string => (words.length > 0 ? `（${words.join('、')}）` : '');

const carried = (outlets: readonly string[]): string =>
  outlets.length > 0
    ? `${outlets.length}媒体（${outlets.slice(0, 8).join('、')}${outlets.length > 8 ? 'ほか' : ''}）`
    : '1媒体';

const outcomes: Readonly<Record<Presumption['outcome'], string>> = {
  denial: '不許可',
  'case-by-case': '個別審査',
  approval: '許可',
};
const whom: Readonly<Record<Presumption['whom'], string>> = {
  'listed-parties': '管控名单・関注名单の掲載企業・団体',
  military: '軍事ユーザー',
  other: '公告所定の場合',
};

/** 日本の輸出管理担当者向け。本文は「です・ます」、項目は体言止め。 */
export const body: Body = {
  labels: {
    change: '変更点',
    measures: '対象の措置',
    covers: '対象',
    groups: '所属グループ',
    ours: '自社該当',
    conditions: '申請義務者・条件',
    stages: '段階施行',
    clause: '対象箇所',
    stillPaused: '引き続き適用停止（最終日）',
    status: '確認状況',
    quote: '根拠',
    means: '影響',
    doNow: '対応',
    doubt: '不明な点',
    also: 'あわせて',
    page: '最新の状況',
    parties: '掲載企業・団体',
    added: '追加された企業・団体',
    removed: '記載がなくなった企業・団体',
    left: '引き続き掲載されている企業・団体',
    items: '品目',
    endUses: '需要者・用途（原文）',
    related: 'ほかの措置',
    source: '出典',
    sources: '出典',
  },
  turns: {
    edited: ({ added, removed, unstated }, terms) =>
      [
        ...(added > 0 ? [`${added}社・団体：記載なし → 記載あり`] : []),
        ...(removed > 0 ? [`${removed}社・団体：記載あり → 記載なし`] : []),
        ...terms,
        ...(unstated ? ['適用日の記載なし'] : []),
      ].join('、') || '下記の文言による改正',
    'taken-back': () => '修正前の内容に戻りました',
    restored: () => '変更なし（ページが元の内容に戻りました）',
    explained: () => '措置の変更なし（説明のみ）',
    reported: () => '現時点で法的な変更なし（報道のみ）',
    unknown: () => '原文を読むまで不明',
  },
  words: { yes: 'あり', no: 'なし', none: 'なし' },
  came: (count, first) => `${count}件追加（${first}）`,
  went: (count, first) => `${count}件削除（${first}）`,
  states: {
    unlisted: '掲載なし',
    listed: '掲載',
    delisted: '除外',
    unlicensed: 'この公告による許可は不要',
    licensed: '許可が必要',
    absent: '該当する措置なし',
    announced: '公布済み・施行前',
    'in-force': '適用中',
    applies: '適用',
    'applies-again': '再び適用',
    suspended: '適用停止',
    'suspended-open': '適用停止（期限の定めなし）',
    ended: '終了',
    expired: '満了',
    overdue: '法定の2年を経過',
  },
  state: ({ is, from, until }) =>
    `${from ? `${days.day(from)}から` : ''}${until ? `${days.day(until)}まで` : ''}${body.states[is]}`,
  buts: {
    'unless-extended': (after) => `延長がなければ${after}`,
    'day-not-stated': (after) => `${after}（施行日は公告に記載なし）`,
    'no-extension': (after) => `${after}。延長の公告は確認されていません`,
    unread: (after) => `公告の定めでは${after}。公式情報源を確認できず、延長の有無は不明です`,
  },
  covers: {
    parties: ({ who, names, below }) =>
      `${entities(who)}（${names.map((party) => nameOf(party, 'ja')).join('、')}${
        below === 'none' ? '' : `ほか。${below === 'all' ? '全件' : '読み取れた名称'}は下記`
      }）`,
    'all-items': () => 'すべての両用品目',
    goods: ({ goods }) => goodsOf(goods, 5),
    items: ({ items, hs, coded, below }) =>
      `${items}品目${hs > 0 ? `・HSコード${hs}件` : ''}${aside([...(coded ? [] : ['規制番号の記載なし']), ...(below ? ['下記'] : [])])}`,
    uses: ({ uses }) => uses.map((use) => nouns.endUses[use]).join('・'),
    reach: ({ reach }) => nouns.reaches[reach],
  },
  conditions: {
    abroad: () => '中国の輸出者に加え、国外の組織・個人も申請が必要',
    threshold: ({ percent }) => `中国原産品の価額比率${percent}％以上で対象`,
    presumption: ({ outcome, whom: of, ownedPercent, firm }) =>
      `${whom[of]}${ownedPercent === undefined ? '' : `（${ownedPercent}％以上の子会社・支店等を含む）`}は${firm || outcome === 'case-by-case' ? '' : '原則'}${outcomes[outcome]}`,
    exempt: ({ count }) => `適用除外${count}件（公告参照）`,
  },
  statuses: {
    text: ({ announcement, readAt }, name) =>
      `【確認済】${announcement ? name(announcement) : '公式文書'}の本文を${days.moment(readAt)}に確認`,
    statement: ({ readAt }) => `【確認済】商務部の発表を${days.moment(readAt)}に確認`,
    day({ announcement, checked, byLaw }, name, now) {
      const text = announcement ? name(announcement) : '下記の公式文書';
      const by = byLaw
        ? `${text}に期限の定めはなく、臨時管理の法定の上限（開始日から2年）による期日`
        : `${text}の定める期日`;
      if (byLaw && checked.read > 0 && checked.last) {
        return `【法定期限】${by}。延長の公告は見当たりません（公式情報源の最終確認${days.hour(checked.last, now)}）`;
      }
      if (checked.read > 0 && checked.last) {
        return `【確認済】${by}。これと異なる公告は見当たりません（公式情報源の最終確認${days.hour(checked.last, now)}）`;
      }
      const last = checked.last ? `最終確認${days.hour(checked.last, now)}` : '確認実績なし';
      return `【未照合】${by}。公式情報源を確認できていません（${last}）。商務部のサイトをご確認ください`;
    },
    unread: ({ readAt }) => `【公式文書・要原文確認】内容を確実に読み取れていません。取得：${days.moment(readAt)}`,
    said: ({ readAt }) => `【当局の発言】商務部が言及（取得${days.moment(readAt)}）。公告本文は未確認`,
    reported: ({ outlets }) => `【未確認】${carried(outlets)}の報道。商務部の公表は確認できていません`,
    unconfirmed: ({ outlets, report }) =>
      `【未確認のまま】${carried(outlets)}が報道（アラート#${report}）。72時間が経過しましたが、裏付けとなる公式文書は見つかっていません`,
  },
  briefStatus(one) {
    if (one.kind === 'day') return one.checked.read > 0 ? '確認済' : '未照合';
    if (one.kind === 'unread') return '要原文確認';
    if (one.kind === 'said') return '本文未確認';
    return one.kind === 'text' || one.kind === 'statement' ? '確認済' : '未確認';
  },
  briefSource(one) {
    if (one.kind === 'reported') return one.evidence === 'state-media' ? '中国国営メディア' : '報道';
    return one.kind === 'unconfirmed' ? '報道' : '商務部';
  },
  quotes: {
    text: (quoted) => `公告本文${quoted}`,
    statement: (quoted) => `商務部の発言${quoted}`,
    report: (quoted) => `報道${quoted}`,
  },
  confirms: (number, on, outlets) =>
    `${days.day(on)}のアラート#${number}（${Math.max(1, outlets.length)}媒体の報道）の内容が公式に確認されました`,
  meanings: {
    suspended:
      '停止期間中、これらの要件は適用されません。措置自体は存続し、延長がなければ期間満了の翌日から再び適用されます。ほかの措置は引き続き有効です。',
    delisted: '掲載による制限はなくなります。ほかの措置は引き続き適用されます。',
    ending: '延長されなければ、この措置は終了します。',
    overdue:
      '法定の2年が過ぎましたが、延長または終了の公告は確認できていません。管制リストに移された可能性もあります。',
    ended: 'この措置の要件は適用されなくなります。ほかの措置は引き続き有効です。',
    explained: '説明であり、これ自体で義務は変わりません。',
    'ease-reported': '商務部が公表するまで、何も緩和されません。',
    'plan-reported': '方針または観測の段階です。商務部が公表するまで、何も適用されません。',
    'explanation-reported': '説明があったとの報道です。これ自体で義務は変わりません。',
    unconfirmed: '報道だけで義務が生じることはありません。',
    unread: '原文を確認するまで分かりません。',
  },
  supposing: {
    'not-extended': (law) => `延長されない場合：${law}`,
    confirmed: (law) => `商務部が公表するまで効力はありません。報道どおり公表された場合：${law}`,
    'as-it-seems': (law) => `表題どおりの内容であれば：${law}`,
  },
  doings: {
    'control-list':
      '下記の名称を、取引先・需要者・受注残と照合してください。掲載企業・団体向けの中国原産の両用品目は、日本国内の在庫も含めて出荷を保留してください。',
    'watch-list':
      '下記の名称を、取引先・需要者と照合してください。中国の調達先に提出する用途証明と誓約を準備し、納期の長期化を見込んでください。',
    'unreliable-entity-list': '掲載企業・団体との契約・投資・渡航を、公告の内容と照合してください。',
    'country-ban':
      '該当する需要者・用途に渡り得る品目の出荷を保留し、取引先から需要者と用途を書面で確認してください。中国の調達先からも確認を求められます。',
    'item-control':
      '中国からの調達品を公告の規制番号と照合し、許可申請の時期を調達先に確認のうえ、在庫と納期を見直してください。',
    'item-list': '中国からの調達品の該非を、新しいリストで判定し直してください。',
    'licence-catalogue': '次の出荷の前に、中国からの調達品の番号を新しい目録と照合してください。',
    'licensing-rule': '申請中・申請予定の許可への影響を、中国の調達先に確認してください。',
    overdue: 'これだけを根拠に出荷せず、商務部・税関・調達先に確認し、管制リストを確認してください。',
    eased: '取引を再開する前に、ほかに適用される措置（下記）と期日を確認してください。',
    'ends-soon': '期日までに中国から出荷すべきものを今決め、許可申請を早めに行うよう調達先に依頼してください。',
    explained: '自社の取引や申請に関係するか確認してください。',
    reported:
      '影響を受け得る取引を洗い出してください。報道の社名や日付だけで判断しないでください。商務部の公表を確認したとき、または72時間たっても確認できないときに、改めてお知らせします。',
    plan: '現時点で対応は不要です。影響を受け得る取引を把握しておいてください。',
    unconfirmed: '参考にとどめ、判断の根拠にしないでください。',
    unclear: '直ちに原文（下記URL）を確認してください。読み取れた内容は不完全な可能性があります。',
  },
  notListed: (ban) =>
    `未掲載でも規制対象外とは限りません：${ban}は、日本の軍事ユーザー・軍事用途、および日本の軍事力向上に資するその他一切の需要者・用途への両用品目の輸出を禁止しています。`,
  own: {
    customers: (count) => `取引先${count}件`,
    suppliers: (count) => `仕入先${count}件`,
    parts: (count) => `部品${count}件`,
  },
  ownUnsure: '「?」は該当の可能性あり、要確認',
  oursUnread: '自社の取引先・部品リストを読み取れませんでした。手作業で確認してください',
  count: (stated, read) =>
    stated === read
      ? `公告の記載は${stated}、読み取った名称は${read}で、一致しています。`
      : `公告の記載は${stated}ですが、読み取れた名称は${read}です。一致しません。`,
  hs: (codes) => `HS ${codes.join('、')}`,
  hsNote: 'HSコードは参考です。該非は規制番号と品目の記述で決まります。',
  more: (count, where) => `… ほか${count}件：${where}`,
  elsewhere: (address) => `${address || '公告本文'}を参照`,
  standing(standing, from) {
    switch (standing.kind) {
      case 'announced':
        return `${days.day(standing.from)}施行予定`;
      case 'in-force':
        return `${from ? `${days.day(from)}から` : ''}適用中${standing.partly ? '（一部停止中）' : ''}`;
      case 'suspended':
        return `適用停止中${standing.until ? `（${days.day(standing.until)}まで）` : ''}`;
      case 'lifted':
        return `${days.day(standing.on)}終了`;
      case 'expired':
        return `${days.day(standing.on)}満了`;
      case 'unknown':
        return `${days.day(standing.since)}以降は不明`;
    }
  },
  compiled: (day) => `${day}までの公開情報による。公告本文は未確認`,
  otherMeasures: (inForce, suspended) => `このほか別の品目の措置：適用中${inForce}件、適用停止中${suspended}件`,
  watching({ sources, read, last }, now) {
    if (sources === 0 || !last) return '公式情報源の応答はまだありません。';
    const away = sources - read;
    return `公式情報源：${sources}件中${read}件が24時間以内に応答（最終確認${days.hour(last, now)}）${
      away > 0 ? `。応答のない${away}件の公表は検知が遅れます` : ''
    }。`;
  },
  why: (number, choice) =>
    `${number === undefined ? '' : `アラート#${number}。`}配信区分：${choice.join('、')}。配信停止は末尾のリンク、または登録した管理者へ。`,
  disclaimer: '変更点・対象・影響は本アラートの解釈であり、法的助言ではありません。中国語の原文が優先します。',
};
