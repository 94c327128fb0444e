import type { Instrument } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';
import { announcementName, announcementNames } from './announcement-name.ts';
import type { Matter } from './matters.ts';
import { excerpt } from './safe-text.ts';
import { endUsesOf } from './wording.ts';

/** `2026年2月24日`. */
export const day = (date: BeijingDate): string => {
  const [year = '', month = '', d = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(d)}日`;
};

/** `2026-2-24`. */
export const briefDay = (date: BeijingDate): string => date.split('-').map(Number).join('-');

export const instruments: Readonly<Record<Instrument, string>> = {
  'country-ban': '对特定国家的两用物项出口禁令',
  'control-list': '出口管制管控名单',
  'watch-list': '关注名单',
  'unreliable-entity-list': '不可靠实体清单',
  'item-control': '物项出口管制',
  'item-list': '两用物项出口管制清单',
  'licence-catalogue': '两用物项和技术进出口许可证管理目录',
  'licensing-rule': '出口许可管理规则',
};
const lists = ['control-list', 'watch-list', 'unreliable-entity-list'] as const;
const isList = (instrument: Instrument | undefined): instrument is (typeof lists)[number] =>
  lists.some((list) => list === instrument);

export const goods: Readonly<Record<string, string>> = {
  'rare-earths': '稀土',
  'gallium-germanium': '镓、锗',
  antimony: '锑',
  'superhard-materials': '超硬材料',
  'tungsten-group': '钨、碲、铋、钼、铟',
  'graphite-batteries': '石墨及电池材料',
  drones: '无人机',
  'aerospace-structures': '航空航天结构件及发动机',
  'commercial-cryptography': '商用密码',
  'critical-minerals': '关键矿产',
};
export const goodsOf = (matter: Matter, most: number): string => {
  const names = matter.goods.map((family) => goods[family] ?? family);
  return `${names.slice(0, most).join('、')}${names.length > most ? '等' : ''}`;
};

export const entities = ({ parties, reach, doubt, abouts }: Matter): string => {
  const n = doubt === undefined ? parties.length : (abouts[0]?.statedParties ?? parties.length);
  return `${n}家${reach === 'japan' ? '日本' : ''}实体`;
};

function measures({ announcements, abouts }: Matter, brief: boolean): string {
  if (announcements.length === 0) {
    const title = abouts.length === 1 && excerpt(abouts[0]?.title ?? '', 30);
    return title ? `“${title}”` : '有关措施';
  }
  const [first] = announcements;
  if (first && announcements.length > (brief ? 1 : 6)) {
    return `${announcementName(first, 'zh')}等${announcements.length}项公告`;
  }
  return announcementNames(announcements, 'zh');
}

function subjectOf(matter: Matter): string {
  const { instrument, reach } = matter;
  if (isList(instrument)) return `${reach === 'japan' ? '日本' : ''}实体列入${instruments[instrument]}`;
  if (reach === 'japan') return '两用物项对日出口管制';
  return `${goodsOf(matter, 2) || '两用物项'}出口管制`;
}

function imposed(matter: Matter, brief: boolean): string {
  const { instrument, reach, abouts } = matter;
  const named = goodsOf(matter, brief ? 1 : 3);
  if (isList(instrument)) return `${entities(matter)}被列入${instruments[instrument]}`;
  const everywhere = reach === 'all-destinations' && !brief ? '（所有目的地，含日本）' : '';
  switch (instrument) {
    case 'country-ban': {
      const uses = abouts.flatMap(({ endUses }) => endUses);
      const military = endUsesOf(uses).some((use) => use.startsWith('military'));
      const ends = military ? '（军事相关用户和用途）' : uses.length > 0 ? '（特定用户和用途）' : '';
      return `禁止两用物项${reach === 'japan' ? '对日' : ''}出口${ends}`;
    }
    case 'item-control':
      return `对${named || '有关物项'}实施出口管制${everywhere}`;
    case 'item-list':
      return `两用物项出口管制清单调整${named ? `（${named}）` : ''}`;
    case 'licence-catalogue':
      return '两用物项许可证管理目录调整';
    case 'licensing-rule':
    case undefined:
      return `出口许可新规发布${named ? `（${named}）` : ''}`;
  }
}

/** What happens, without its date. */
export function what(matter: Matter, brief: boolean): string {
  const { kind, parties, removed, days = 0, clause, instrument } = matter;
  const which = measures(matter, brief);
  const of = isList(instrument) && !brief ? `${which}（${instruments[instrument]}）` : which;
  switch (kind) {
    case 'imposed':
      return imposed(matter, brief);
    case 'amended': {
      if (isList(instrument) && parties.length > 0 && removed.length === 0) {
        return `${entities(matter)}被补充列入${instruments[instrument]}（公告修改）`;
      }
      const moved = [
        ...(parties.length > 0 ? [`新增${parties.length}家实体`] : []),
        ...(removed.length > 0 ? [`${removed.length}家实体不再列出`] : []),
        ...(matter.terms.length > 0 ? ['内容变更'] : []),
      ];
      return `${of}作出修改${moved.length > 0 ? `：${moved.join('、')}` : ''}`;
    }
    case 'parties-removed':
      return `${entities(matter)}被移出${isList(instrument) ? instruments[instrument] : '名单'}`;
    case 'suspended':
      return `${of}暂停实施${clause ? '（部分条款）' : ''}`;
    case 'extended':
      return `${of}继续暂停实施`;
    case 'resumed':
      return `${of}恢复实施${clause ? '（部分条款）' : ''}`;
    case 'lifted':
      return `${of}停止实施`;
    case 'took-effect':
      if (matter.what === 'suspension') return `${of}开始暂停实施`;
      return matter.what === 'lifting' ? `${of}不再实施` : `${of}正式施行`;
    case 'ends-soon':
      return `${of}${matter.what === 'suspension' ? '暂停期' : '有效期'}还剩${days}天`;
    case 'lapsed':
      return matter.what === 'suspension' ? `${of}暂停期满，恢复实施` : `${of}有效期届满`;
    case 'clarified':
      return `商务部就${subjectOf(matter)}作出说明`;
    case 'reported':
      return `媒体报道：中国${matter.report?.action === 'ease' ? '放宽' : ''}${subjectOf(matter)}`;
    case 'unconfirmed':
      return `72小时仍未证实：${subjectOf(matter)}`;
    case 'unclear':
      return `请查阅原文：${subjectOf(matter)}文件内容无法确认`;
  }
}

/** From when, or until when, as it follows on `what`. */
export function when({ kind, from, until, wasUntil, what: part }: Matter, show: (day: BeijingDate) => string): string {
  switch (kind) {
    case 'imposed':
    case 'took-effect':
      if (part !== 'measure') return `，${show(from)}起`;
      return `，${show(from)}起施行${until ? `（至${show(until)}）` : ''}`;
    case 'suspended':
      return until ? `，${show(from)}至${show(until)}` : `，${show(from)}起，未定期限`;
    case 'extended':
      return `，${until ? `至${show(until)}` : '未定期限'}${wasUntil ? `（原至${show(wasUntil)}）` : ''}`;
    case 'ends-soon':
      return `，至${show(until ?? from)}`;
    case 'lapsed':
      return part === 'suspension' ? `，${show(from)}起` : `，${show(until ?? from)}止`;
    case 'reported':
    case 'clarified':
    case 'unclear':
    case 'unconfirmed':
      return `，${show(from)}`;
    case 'amended':
    case 'parties-removed':
    case 'resumed':
    case 'lifted':
      return `，${show(from)}起`;
  }
}
