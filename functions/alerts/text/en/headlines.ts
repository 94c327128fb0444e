import type { ReportedAct } from '../../../findings/finding.ts';
import type { Family } from '../../../lexicon/goods.ts';
import { isFirst } from '../../catalogue-words.ts';
import { phrase } from '../../phrases.ts';
import type { Topic, Who } from '../../topic.ts';
import type { Headlines } from '../text.ts';
import { capital, nouns, plural } from './nouns.ts';

export const entities = ({ count, japan }: Who): string =>
  japan ? plural(count, 'Japanese entity', 'Japanese entities') : plural(count, 'entity', 'entities');

/** `rare earths, graphite and battery materials and others`. */
export function goodsOf(goods: readonly Family[], most: number, brief = false): string {
  const names = goods.map((family) => (brief && nouns.briefGoods[family]) || nouns.goods[family]);
  return names.length > most ? `${names.slice(0, most).join(', ')} and others` : names.join(', ');
}

const topics: Headlines['topics'] = {
  list({ list, who, japan }, brief) {
    const name = brief ? nouns.lists[list].brief : nouns.lists[list].whole;
    return `${who ? entities(who) : japan ? 'Japanese entities' : 'entities'} on the ${name}`;
  },
  ban: ({ japan }) => (japan ? nouns.banOnJapan : 'ban on dual-use exports'),
  japan: () => 'dual-use export controls on Japan',
  goods: ({ goods }, brief) => `export controls on ${goodsOf(goods, brief ? 1 : 3, brief)}`,
  catalogue: ({ which }) => (which === 'item-list' ? 'dual-use item list' : 'dual-use licence catalogue'),
  rules: () => 'export licensing rules',
  'dual-use': () => 'dual-use export controls',
};

const about = (topic: Topic, brief: boolean): string => phrase(topics, topic, brief);
const part = (of: { readonly part: boolean }): string => (of.part ? ' in part' : '');
/** What a control of goods asks for is what its readers look for. */
const licences = (topic: Topic, brief: boolean, otherwise: string, again = ''): string =>
  topic.kind === 'goods'
    ? `${capital(goodsOf(topic.goods, brief ? 1 : 3, brief))}: export licences needed${again}`
    : `${capital(about(topic, brief))} ${otherwise}`;
const inBrackets = (goods: readonly Family[], brief: boolean): string =>
  goods.length > 0 ? ` (${goodsOf(goods, brief ? 1 : 3, brief)})` : '';

const uses = { military: ' for military and related end uses', named: ' for named end uses', none: '' } as const;
const reported: Readonly<Record<ReportedAct, (what: string) => string>> = {
  impose: (what) => `Reported: ${what}`,
  ease: (what) => `Reported: easing of ${what}`,
  resume: (what) => `Reported: ${what} to apply again`,
  clarify: (what) => `Reported: ministry explains ${what}`,
  plan: (what) => `Reported plan: ${what}`,
};
const unconfirmed: Partial<Readonly<Record<ReportedAct, string>>> = { ease: 'easing of ', plan: 'plan for ' };

export const headlines: Headlines = {
  topics,
  headlines: {
    listed: ({ list, who, edited }, brief) =>
      `${brief ? `China ${nouns.lists[list].brief}` : `China’s ${nouns.lists[list].whole}`}: ${entities(who)} added${edited ? ' by an edit' : ''}`,
    delisted: ({ list, who, left }, brief) =>
      `China’s ${list ? (brief ? nouns.lists[list].brief : nouns.lists[list].whole) : 'list'}: ${entities(who)} removed, ${left} remain`,
    banned: (it, brief) =>
      `China bans dual-use exports${it.japan ? ' to Japan' : ''}${brief ? uses[it.uses].replace(' and ', '-') : uses[it.uses]}`,
    licensed: ({ goods, everywhere, abroad }, brief) =>
      `China requires ${abroad ? 'licences at home and abroad' : 'export licences'} for ${goodsOf(goods, brief ? 1 : 3, brief) || 'further items'}${
        everywhere && !brief ? ', all destinations, Japan included' : ''
      }`,
    revised: ({ which, goods }, brief) =>
      `China changes its ${which === 'item-list' ? 'dual-use item list' : 'dual-use licence catalogue'}${inBrackets(goods, brief)}`,
    ruled: ({ goods }, brief) => `China issues an export licensing rule${inBrackets(goods, brief)}`,
    amended: ({ topic, added, removed, terms }, brief) => {
      const moved = [
        ...(added > 0 ? [`${plural(added, 'entity', 'entities')} added`] : []),
        ...(removed > 0 ? [`${plural(removed, 'entity', 'entities')} no longer named`] : []),
        ...(terms ? ['terms changed'] : []),
      ];
      return `${capital(about(topic, brief))} amended${moved.length > 0 ? `: ${moved.join(', ')}` : ''}`;
    },
    'list-read': ({ which, counts: of }, brief) => {
      const name = which === 'item-list' ? 'item list' : brief ? 'catalogue' : 'licence catalogue';
      const done = of.edited ? ' replaced' : brief && of.against !== undefined ? '' : ' read';
      const since = of.against === undefined ? '' : brief ? ` vs ${of.against}` : ` (against ${of.against})`;
      const read = `${capital(name)}${done}${since}: `;
      return isFirst(of)
        ? `${read}${plural(of.entries, 'code', 'codes')}`
        : `${read}${plural(of.added, 'code', 'codes')} added, ${of.removed} removed, ${brief ? 'HS' : 'customs codes'} of ${of.customs} changed`;
    },
    'taken-back': ({ topic }, brief) => `${capital(about(topic, brief))}: an edit of the notice taken back`,
    restored: ({ topic }, brief) => `${capital(about(topic, brief))}: the notice can be read again, unchanged`,
    suspended: (it, brief) => `${capital(about(it.topic, brief))} suspended${part(it)}`,
    extended: (it, brief) => `Suspension of ${about(it.topic, brief)} extended`,
    shortened: (it, brief) => `Suspension of ${about(it.topic, brief)} ends earlier`,
    resumed: (it, brief) => `${capital(about(it.topic, brief))} back in force${part(it)}`,
    lifted: (it, brief) => `${capital(about(it.topic, brief))} lifted${part(it)}`,
    begun: (it, brief) => licences(it.topic, brief, 'in force'),
    'suspension-begun': (it, brief) => `Suspension of ${about(it.topic, brief)} begins`,
    ended: (it, brief) => `${capital(about(it.topic, brief))} no longer in force`,
    'suspension-ends': (it, brief) => `Suspension of ${about(it.topic, brief)} ends`,
    'measure-ends': (it, brief) => `${capital(about(it.topic, brief))} to end`,
    'suspension-over': (it, brief) => licences(it.topic, brief, 'back in force', ' again'),
    expired: (it, brief) => `${capital(about(it.topic, brief))} expired`,
    overdue: (it, brief) => `${capital(about(it.topic, brief))}: two years of the law over`,
    explained: ({ topic }, brief) => `Ministry explains ${about(topic, brief)}`,
    reported: ({ topic, act }, brief) => reported[act](about(topic, brief)),
    unconfirmed: ({ topic, act }, brief) =>
      `Not confirmed after 72 hours: ${unconfirmed[act] ?? ''}${about(topic, brief)}`,
    unclear: ({ topic }, brief) => `Manual check needed: ${brief ? '' : 'unclear text on '}${about(topic, brief)}`,
  },
  whens: {
    effect: ({ day, until, today }, show) =>
      `${today ? `; takes effect today, ${show(day)}` : ` from ${show(day)}`}${until ? ` to ${show(until)}` : ''}`,
    from: ({ day, until, today }, show) =>
      ` from ${today ? 'today, ' : ''}${show(day)}${until ? ` to ${show(until)}` : ''}`,
    'not-stated': () => '; the text states no day of effect',
    between: ({ from, until }, show) => ` ${show(from)} to ${show(until)}`,
    'open-ended': ({ from }, show) => ` from ${show(from)} until further notice`,
    until: ({ until, was }, show) =>
      `${until ? ` to ${show(until)}` : ' until further notice'}${was ? ` (was ${show(was)})` : ''}`,
    ends: ({ on, days }, show) => ` ${show(on)}, ${plural(days, 'day')} left`,
    again: ({ day, today, seen }, show) =>
      seen === 'unread'
        ? ` from ${show(day)} unless extended; NOT CHECKED`
        : ` from ${today ? 'today, ' : ''}${show(day)}${seen ? '; no extension seen' : ''}`,
    over: ({ on, seen }, show) =>
      ` on ${show(on)}${seen === 'unread' ? ' unless extended; NOT CHECKED' : seen ? '; no extension seen' : ''}`,
    seen: ({ day }, show) => `, seen ${show(day)}`,
    dated: ({ day }, show) => `, ${show(day)}`,
  },
};
