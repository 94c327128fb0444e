import type { Instrument } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';
import { announcementNames, briefName } from './announcement-name.ts';
import type { Matter } from './matters.ts';
import { excerpt } from './safe-text.ts';
import { endUsesOf } from './wording.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `24 Feb 2026`. */
export const day = (date: BeijingDate): string => {
  const [year = '', month = '', d = ''] = date.split('-');
  return `${Number(d)} ${months[Number(month) - 1] ?? month} ${year}`;
};
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const instruments: Readonly<Record<Instrument, string>> = {
  'country-ban': 'dual-use export ban on a country',
  'control-list': 'export control list (管控名单)',
  'watch-list': 'watch list (关注名单)',
  'unreliable-entity-list': 'unreliable entity list (不可靠实体清单)',
  'item-control': 'export control of items',
  'item-list': 'dual-use item list (管制清单)',
  'licence-catalogue': 'dual-use licence catalogue (许可证管理目录)',
  'licensing-rule': 'export licensing rule',
};
const lists: Partial<Record<Instrument, string>> = {
  'control-list': 'export control list',
  'watch-list': 'watch list',
  'unreliable-entity-list': 'unreliable entity list',
};

export const goods: Readonly<Record<string, string>> = {
  'rare-earths': 'rare earths',
  'gallium-germanium': 'gallium and germanium',
  antimony: 'antimony',
  'superhard-materials': 'superhard materials',
  'tungsten-group': 'tungsten, tellurium, bismuth, molybdenum, indium',
  'graphite-batteries': 'graphite and battery materials',
  drones: 'drones',
  'aerospace-structures': 'aerospace parts and engines',
  'commercial-cryptography': 'commercial cryptography',
  'critical-minerals': 'critical minerals',
};
export const goodsOf = (matter: Matter, most: number): string => {
  const names = matter.goods.map((family) => goods[family] ?? family);
  return names.length > most ? `${names.slice(0, most).join(', ')} and others` : names.join(', ');
};

export const entities = ({ parties, reach, doubt, abouts }: Matter): string => {
  const n = doubt === undefined ? parties.length : (abouts[0]?.statedParties ?? parties.length);
  return reach === 'japan' ? plural(n, 'Japanese entity', 'Japanese entities') : plural(n, 'entity', 'entities');
};

/** The measures that a matter moves: by number, by title, or by count where the numbers are too many. */
function measures({ announcements, abouts }: Matter, brief: boolean): string {
  if (announcements.length === 0) {
    const title = abouts.length === 1 && excerpt(abouts[0]?.title ?? '', 40);
    return title ? `“${title}”` : 'a measure';
  }
  const [first] = announcements;
  if (first && announcements.length > (brief ? 1 : 6)) {
    return `${briefName(first, 'en')} and ${announcements.length - 1} more`;
  }
  if (first && brief) return briefName(first, 'en');
  return announcementNames(announcements, 'en');
}

function subjectOf(matter: Matter): string {
  const { instrument, reach } = matter;
  const list = instrument && lists[instrument];
  if (list) return reach === 'japan' ? `Japanese entities on the ${list}` : `entities on the ${list}`;
  if (reach === 'japan') return 'dual-use export controls on Japan';
  const named = goodsOf(matter, 2);
  return named ? `export controls on ${named}` : 'dual-use export controls';
}

/** `China’s export control list`; where room is short `China control list`. */
const listHead = (list: string, brief: boolean): string =>
  brief ? `China ${list.replace('export ', '')}` : `China’s ${list}`;

function imposed(matter: Matter, brief: boolean): string {
  const { instrument, reach, abouts } = matter;
  const list = instrument && lists[instrument];
  const named = brief
    ? goodsOf(matter, 1).replace(/^tungsten, .*indium/, 'tungsten and related metals')
    : goodsOf(matter, 3);
  if (list) return `${listHead(list, brief)}: ${entities(matter)} added`;
  const everywhere = reach === 'all-destinations' && !brief ? ', all destinations, Japan included' : '';
  switch (instrument) {
    case 'country-ban': {
      const uses = abouts.flatMap(({ endUses }) => endUses);
      const military = endUsesOf(uses).some((use) => use.startsWith('military'));
      const ends = military
        ? brief
          ? ' for military-related end uses'
          : ' for military and related end uses'
        : uses.length > 0
          ? ' for named end uses'
          : '';
      return `China bans dual-use exports${reach === 'japan' ? ' to Japan' : ''}${ends}`;
    }
    case 'item-control':
      return `China requires export licences for ${named || 'further items'}${everywhere}`;
    case 'item-list':
      return `China changes its dual-use item list${named ? ` (${named})` : ''}`;
    case 'licence-catalogue':
      return 'China changes its dual-use licence catalogue';
    case 'control-list':
    case 'watch-list':
    case 'unreliable-entity-list':
    case 'licensing-rule':
    case undefined:
      return `China issues an export licensing rule${named ? ` (${named})` : ''}`;
  }
}

/** What happens, without its date. */
export function what(matter: Matter, brief: boolean): string {
  const { kind, parties, removed, days = 0, clause, instrument } = matter;
  const list = instrument && lists[instrument];
  const which = measures(matter, brief);
  const of = list && !brief ? `${which} (${list})` : which;
  switch (kind) {
    case 'imposed':
      return imposed(matter, brief);
    case 'amended': {
      if (list && parties.length > 0 && removed.length === 0) {
        return `${listHead(list, brief)}: ${entities(matter)} added by an edit`;
      }
      const moved = [
        ...(parties.length > 0 ? [`${plural(parties.length, 'entity', 'entities')} added`] : []),
        ...(removed.length > 0 ? [`${plural(removed.length, 'entity', 'entities')} no longer named`] : []),
        ...(matter.terms.length > 0 ? ['terms changed'] : []),
      ];
      return `${of} amended${moved.length > 0 ? `: ${moved.join(', ')}` : ''}`;
    }
    case 'parties-removed':
      return `${listHead(list ?? 'list', brief)}: ${entities(matter)} removed`;
    case 'suspended':
      return `${of} suspended${clause ? ' in part' : ''}`;
    case 'extended':
      return `Suspension of ${of} extended`;
    case 'resumed':
      return `${of} back in force${clause ? ' in part' : ''}`;
    case 'lifted':
      return `${of} lifted`;
    case 'took-effect':
      if (matter.what === 'suspension') return `Suspension of ${of} begins`;
      return `${of} ${matter.what === 'lifting' ? 'no longer in force' : 'now in force'}`;
    case 'ends-soon':
      return `${matter.what === 'suspension' ? `Suspension of ${of}` : of}: ${plural(days, 'day')} left`;
    case 'lapsed':
      return matter.what === 'suspension' ? `Suspension of ${of} is over: back in force` : `${of} expired`;
    case 'clarified':
      return `Ministry explains ${subjectOf(matter)}`;
    case 'reported':
      return `Reported${matter.report?.action === 'ease' ? ', easing' : ''}: ${subjectOf(matter)}`;
    case 'unconfirmed':
      return `Not confirmed after 72 hours: ${subjectOf(matter)}`;
    case 'unclear':
      return `Read it${brief ? '' : ' yourself'}: unclear text on ${subjectOf(matter)}`;
  }
}

/** From when, or until when, as it follows on `what`. */
export function when({ kind, from, until, wasUntil, what: part }: Matter, show: (day: BeijingDate) => string): string {
  switch (kind) {
    case 'suspended':
      return until ? ` ${show(from)} to ${show(until)}` : ` from ${show(from)} until further notice`;
    case 'extended':
      return `${until ? ` to ${show(until)}` : ' until further notice'}${wasUntil ? ` (was ${show(wasUntil)})` : ''}`;
    case 'ends-soon':
      return `, ends ${show(until ?? from)}`;
    case 'lapsed':
      return part === 'suspension' ? ` from ${show(from)}` : ` on ${show(until ?? from)}`;
    case 'reported':
    case 'clarified':
    case 'unclear':
    case 'unconfirmed':
      return `, ${show(from)}`;
    case 'imposed':
    case 'amended':
    case 'parties-removed':
    case 'resumed':
    case 'lifted':
    case 'took-effect':
      return ` from ${show(from)}${until && kind !== 'lifted' ? ` to ${show(until)}` : ''}`;
  }
}
