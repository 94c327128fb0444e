import type { Instant } from '../time.ts';
import { doubtIn } from './doubts.ts';
import { guidance } from './guidance-en.ts';
import { day, entities, goods, goodsOf, instruments, plural, what, when } from './headline-en.ts';
import type { Matter } from './matters.ts';
import { nameOf } from './names.ts';
import { clocks, endUsesOf, shownTerm, type Status, type Wording } from './wording.ts';

const carried = (outlets: readonly string[]): string =>
  outlets.length > 0
    ? `${plural(outlets.length, 'outlet')} (${outlets.slice(0, 8).join(', ')}${outlets.length > 8 ? ', …' : ''})`
    : '1 outlet';

function status(status: Status): string {
  switch (status.kind) {
    case 'confirmed':
      return `CONFIRMED by ${status.evidence === 'official-text' ? 'the official text' : 'an official statement'}`;
    case 'by-date':
      return 'CONFIRMED: a date set by the official text; no new announcement';
    case 'unread':
      return 'OFFICIAL, but not read for certain';
    case 'said':
      return 'SAID by the ministry; the announcement itself has not been seen yet';
    case 'reported':
      return `REPORTED by ${carried(status.outlets)}, NOT CONFIRMED by MOFCOM`;
    case 'unconfirmed':
      return `STILL NOT CONFIRMED: reported by ${carried(status.outlets)}${status.number ? ` (alert #${status.number})` : ''}; in 72 hours we found no text of MOFCOM that bears it out`;
  }
}

const endUses = {
  'military-users': 'military users',
  'military-uses': 'military uses',
  'military-strength': 'any other end user or use that helps raise military strength',
  'mass-destruction': 'weapons of mass destruction',
  terrorism: 'terrorism',
} as const;

function change({ kind, from, until, wasUntil, what: part, parties, removed, terms, instrument }: Matter): string {
  const listed = parties.length > 0;
  switch (kind) {
    case 'imposed':
      if (listed) return `not on the list → on the list from ${day(from)}`;
      return instrument === 'item-control'
        ? `no licence needed by this text → licence needed from ${day(from)}`
        : `no such rule → in force from ${day(from)}`;
    case 'amended': {
      const moved = [
        ...(listed ? [`${plural(parties.length, 'entity', 'entities')} not named → named`] : []),
        ...(removed.length > 0 ? [`${plural(removed.length, 'entity', 'entities')} named → no longer named`] : []),
        ...terms
          .map(shownTerm)
          .map(({ name, before, after }) => `${termWords[name] ?? name}: ${value(before)} → ${value(after)}`),
      ];
      return moved.join('; ') || 'amended by the words quoted below';
    }
    case 'parties-removed':
      return `on the list → off the list from ${day(from)}`;
    case 'suspended':
      return `in force → suspended from ${day(from)}${until ? ` to ${day(until)}` : ', no end named'}`;
    case 'extended':
      return `suspended to ${wasUntil ? day(wasUntil) : '?'} → ${until ? `to ${day(until)}` : 'no end named'}`;
    case 'resumed':
      return `suspended → in force again from ${day(from)}`;
    case 'lifted':
      return `in force → ended from ${day(from)}`;
    case 'took-effect':
      if (part === 'measure') return `announced → in force from ${day(from)}`;
      return part === 'lifting' ? `in force → ended from ${day(from)}` : `in force → suspended from ${day(from)}`;
    case 'ends-soon':
      return part === 'suspension'
        ? `suspended to ${day(until ?? from)} → in force again from ${day(from)}, unless extended`
        : `in force to ${day(until ?? from)} → expired after it, unless extended`;
    case 'lapsed':
      return part === 'suspension'
        ? `suspended to ${day(until ?? from)} → in force again from ${day(from)}, with no new announcement`
        : `in force to ${day(until ?? from)} → expired`;
    case 'clarified':
      return 'nothing; the ministry explains';
    case 'reported':
    case 'unconfirmed':
      return 'nothing yet; reports change no law';
    case 'unclear':
      return 'not known until somebody reads it';
  }
}

const termWords: Readonly<Record<string, string>> = {
  instrument: 'kind of measure',
  reach: 'destinations',
  effectiveOn: 'in force from',
  until: 'in force until',
  extraterritorial: 'third countries covered',
  codes: 'codes',
  true: 'yes',
  false: 'no',
  japan: 'Japan',
  'all-destinations': 'all destinations',
  elsewhere: 'other countries',
  '': 'none',
  ...instruments,
};
const value = (text: string): string => termWords[text] ?? text;

function covers(matter: Matter): string {
  const { parties, abouts, reach, report } = matter;
  const items = abouts.flatMap((about) => about.items);
  const hs = new Set(items.flatMap(({ hsCodes }) => hsCodes)).size;
  const uses = endUsesOf([...abouts.flatMap((about) => about.endUses), ...(report?.endUses ?? [])]);
  const names = parties.slice(0, 3).map((party) => nameOf(party, 'en'));
  const ban = matter.instrument === 'country-ban' && abouts.length > 0;
  const parts = [
    ...(parties.length > 0
      ? [
          `${entities(matter)}: ${names.join('; ')}${parties.length > 3 ? `; … (${matter.doubt === undefined ? 'all' : 'those we read'} below)` : ''}`,
        ]
      : []),
    ...(ban && items.length === 0 ? ['all dual-use items'] : []),
    ...(matter.goods.length > 0 ? [goodsOf(matter, 5)] : []),
    ...(items.length > 0
      ? [`${plural(items.length, 'item')}${hs > 0 ? ` with ${plural(hs, 'HS code')}` : ''} (below)`]
      : []),
    ...(uses.length > 0 ? [uses.map((use) => endUses[use]).join(', ')] : []),
    ...(reach && parties.length === 0 ? [reachWords[reach]] : []),
  ];
  return parts.join('; ') || 'see the original';
}
const reachWords = {
  japan: 'Japan',
  'all-destinations': 'all destinations, Japan included',
  elsewhere: 'other countries',
} as const;

/** English as compliance staff in Japan read it: short main clauses, the ministry's own terms, Tokyo's clock first. */
export const wordingEn: Wording = {
  language: 'en',
  labels: {
    change: 'Change', status: 'Status', effective: 'When', covers: 'Covers', thirdCountries: 'Third countries',
    means: 'Means', doNow: 'Do now', also: 'Also in this announcement', parties: 'Entities',
    removed: 'No longer named', items: 'Items', endUses: 'End users and end uses, in the ministry’s words',
    clause: 'Part', quote: 'In the ministry’s words', reading: 'Our reading', because: 'Why unclear',
    related: 'Related measures', source: 'Source', publisher: 'Publisher', title: 'Title', address: 'Address', published: 'Published',
    retrieved: 'Retrieved', evidence: 'Evidence', archive: 'Archived as SHA-256', number: 'Journal number',
    freshness: 'Official sources', why: 'Why you got this', report: 'In the report’s words',
    changes: 'Changes', due: 'Due in the next 30 days', inForce: 'In force', digest: 'weekly digest', trouble: 'Sources in trouble',
  }, // prettier-ignore
  urgency: { immediate: 'URGENT', routine: 'Notice' },
  evidence: {
    'official-text': 'official text',
    'official-statement': 'official statement',
    'state-media': 'state media',
    press: 'press',
    'trade-body': 'trade body',
  },
  instruments,
  banOnJapan: 'ban on dual-use exports to Japan',
  reaches: reachWords,
  goods,
  endUses,
  terms: termWords,
  comma: ', ',
  colon: ': ',
  stop: '. ',
  ellipsis: '...',
  aside: (text) => ` (${text})`,
  quoted: (text) => `“${text}”`,
  day,
  briefDay: day,
  moment(at) {
    const { tokyo, beijing } = clocks(at);
    const inBeijing = beijing.day === tokyo.day ? beijing.time : `${day(beijing.day)} ${beijing.time}`;
    return `${day(tokyo.day)} ${tokyo.time} Tokyo (${inBeijing} Beijing)`;
  },
  near(days) {
    if (days === 0) return ' (today)';
    return days > 0 ? ` (in ${plural(days, 'day')})` : ` (${plural(-days, 'day')} ago)`;
  },
  section: (title) => `== ${title} ==`,
  what,
  when,
  change,
  status,
  briefStatus: (one) =>
    one.kind === 'confirmed' || one.kind === 'by-date'
      ? 'confirmed'
      : one.kind === 'unread'
        ? 'official, unread'
        : 'NOT confirmed',
  briefSource: (one) =>
    one.kind === 'reported' || one.kind === 'unconfirmed'
      ? one.kind === 'reported' && one.evidence === 'state-media'
        ? 'State media'
        : 'Press'
      : 'MOFCOM',
  confirms: (number, on, outlets) =>
    `This is the text behind alert #${number} of ${day(on)}, then reported by ${carried(outlets)}.`,
  effective: (matter) => when(matter, day).replace(/^[ ,、，]+/, ''),
  covers,
  thirdCountries: (covered) =>
    covered
      ? 'covered; passing on Chinese-origin items from anywhere counts, Japan included'
      : 'not named in what we read of the text',
  guidance,
  notListed: (ban) =>
    `Not listed is not clear: ${ban} bans all dual-use exports to Japanese military users, for military uses, and to any other end user or use that helps raise Japan’s military strength, listed or not.`,
  count: (stated, read) =>
    stated === read
      ? `The notice says ${stated}; we read ${read}.`
      : `The notice says ${stated}; WE READ ${read}. Check the original.`,
  hs: (codes) => `HS ${codes.join(', ')}`,
  hsNote: 'HS codes are indicative. The control code and the description decide.',
  because: (doubt) => doubtIn(doubt, 'en'),
  more: (count, where) => `… and ${count} more: ${where}`,
  elsewhere: (address) => `see ${address || 'the announcement itself'}`,
  standing(standing, from) {
    switch (standing.kind) {
      case 'announced':
        return `announced, in force from ${day(standing.from)}`;
      case 'in-force':
        return `in force since ${day(from)}${standing.partly ? ', suspended in part' : ''}`;
      case 'suspended':
        return `suspended${standing.until ? ` to ${day(standing.until)}` : ''}`;
      case 'lifted':
        return `ended ${day(standing.on)}`;
      case 'expired':
        return `expired after ${day(standing.on)}`;
      case 'unknown':
        return `not known since ${day(standing.since)}; check the ministry’s site`;
    }
  },
  health: ({ state, checkedAt, changedAt, failingSince }, at) =>
    `${state === 'down' ? 'NOT ANSWERING, ' : ''}last checked ${hour(checkedAt, at)}, last news ${hour(changedAt, at)}${state !== 'ok' && failingSince ? `, failing since ${hour(failingSince, at)}` : ''}`,
  otherSources: (count, silent) =>
    `${plural(count, 'other source')} on, ${silent === 0 ? 'all answering' : `${silent} not answering`}.`,
  noSources: 'No official source has answered yet.',
  noRelated: 'None on record.',
  why: (choice) =>
    `You subscribe to dual-use-watch in English. This alert is: ${choice.join(', ')}. To stop, use the link below or ask whoever set it up for you.`,
  disclaimer: 'Information, not legal advice. The Chinese text prevails.',
  digestSubject: (n, from, to) =>
    `Weekly digest: ${n === 0 ? 'nothing new' : plural(n, 'change')}, ${day(from)} to ${day(to)}`,
  digestHeadline: (n, from, to) =>
    n === 0
      ? `Nothing new on China’s dual-use export controls and Japan, ${day(from)} to ${day(to)}.`
      : `${plural(n, 'change')} to China’s dual-use export controls that concern Japan, ${day(from)} to ${day(to)}.`,
  watched: ({ sources, polls, failed, since, silent }) =>
    sources === 0
      ? 'No official source has been read yet.'
      : `${plural(sources, 'official source')} checked ${polls.toLocaleString('en')} times since ${hour(since)}, ${plural(failed, 'failure')}; ${silent === undefined ? 'one has never answered' : `oldest success ${plural(silent, 'minute')} ago`}.`,
  quiet: (n) => `${plural(n, 'more record')} without an alert (learned at the start, or held back as a flood).`,
  nothing: 'None.',
  standings: (inForce, japan, suspended, announced) =>
    `${inForce} in force (${japan} of them aimed at Japan), ${suspended} suspended, ${announced} announced.`,
};

/** `24 Feb 11:02` in Tokyo, or `11:02` today. */
const hour = (at: Instant | undefined, now?: Instant): string => {
  if (!at) return 'never';
  const { tokyo } = clocks(at);
  if (now && clocks(now).tokyo.day === tokyo.day) return tokyo.time;
  return `${day(tokyo.day).replace(/ \d{4}$/, '')} ${tokyo.time}`;
};
