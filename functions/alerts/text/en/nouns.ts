import type { BeijingDate } from '../../../time.ts';
import { clocks } from '../clocks.ts';
import type { Days, Marks, Nouns } from '../text.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `24 Feb 2026`. */
const day = (date: BeijingDate): string => {
  const [year = '', month = '', of = ''] = date.split('-');
  return `${Number(of)} ${months[Number(month) - 1] ?? month} ${year}`;
};

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

export const days: Days = {
  day,
  brief: day,
  moment(at) {
    const { tokyo, beijing } = clocks(at);
    const inBeijing = beijing.day === tokyo.day ? beijing.time : `${day(beijing.day)} ${beijing.time}`;
    return `${day(tokyo.day)} ${tokyo.time} Tokyo (${inBeijing} Beijing)`;
  },
  hour(at, now) {
    const { tokyo } = clocks(at);
    const today = clocks(now).tokyo.day === tokyo.day;
    return today ? `${tokyo.time} Tokyo` : `${day(tokyo.day)} ${tokyo.time} Tokyo`;
  },
  near(away) {
    if (away === 0) return ' (today)';
    return away > 0 ? ` (in ${plural(away, 'day')})` : ` (${plural(-away, 'day')} ago)`;
  },
};

export const marks: Marks = {
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  stop: '. ',
  space: ' ',
  ellipsis: '...',
  aside: (text) => ` (${text})`,
  quoted: (text) => `“${text}”`,
  section: (title) => `== ${title} ==`,
};

export const nouns: Nouns = {
  instruments: {
    'country-ban': 'dual-use export ban on a country',
    'control-list': 'export control list (管控名单)',
    'watch-list': 'watch list (关注名单)',
    'unreliable-entity-list': 'unreliable entity list (不可靠实体清单)',
    'item-control': 'export licences for goods',
    'item-list': 'dual-use item list (管制清单)',
    'licence-catalogue': 'dual-use licence catalogue (许可证管理目录)',
    'licensing-rule': 'export licensing rule',
  },
  lists: {
    'control-list': { whole: 'export control list', brief: 'control list' },
    'watch-list': { whole: 'watch list', brief: 'watch list' },
    'unreliable-entity-list': { whole: 'unreliable entity list', brief: 'unreliable entity list' },
  },
  banOnJapan: 'ban on dual-use exports to Japan',
  goods: {
    'rare-earths': 'rare earths',
    'gallium-germanium': 'gallium and germanium',
    antimony: 'antimony',
    'superhard-materials': 'superhard materials',
    'tungsten-group': 'tungsten, tellurium, bismuth, molybdenum, indium',
    chemicals: 'controlled chemicals',
    'graphite-batteries': 'graphite and battery materials',
    drones: 'drones',
    'aerospace-structures': 'aerospace parts and engines',
    'commercial-cryptography': 'commercial cryptography',
    'critical-minerals': 'critical minerals',
  },
  briefGoods: { 'tungsten-group': 'tungsten and related metals' },
  endUses: {
    'military-users': 'military users',
    'military-uses': 'military uses',
    'military-strength': 'any other end user or use that helps raise military strength',
    'mass-destruction': 'weapons of mass destruction',
    terrorism: 'terrorism',
  },
  reaches: {
    japan: 'exports to Japan',
    'all-destinations': 'all destinations, Japan included',
    elsewhere: 'exports to other countries',
  },
  terms: {
    instrument: 'kind of measure',
    reach: 'destinations',
    effectiveOn: 'in force from',
    until: 'in force until',
    extraterritorial: 'third countries covered',
    codes: 'codes',
    goods: 'goods',
    endUses: 'end uses',
    announcement: 'announcement',
    items: 'items',
    conditions: 'conditions of licences',
    staged: 'stages',
  },
  urgency: { immediate: 'URGENT', routine: 'Notice' },
  evidence: {
    'official-text': 'official text',
    'official-statement': 'official statement',
    'state-media': 'state media',
    press: 'press',
    'trade-body': 'trade body',
  },
};
