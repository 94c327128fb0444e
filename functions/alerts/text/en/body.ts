import type { Presumption } from '../../../findings/finding.ts';
import { nameOf } from '../../names.ts';
import type { Body } from '../text.ts';
import { entities, goodsOf } from './headlines.ts';
import { days, nouns, plural } from './nouns.ts';

const carried = (outlets: readonly string[]): string =>
  outlets.length > 0
    ? `${plural(outlets.length, 'outlet')} (${outlets.slice(0, 8).join(', ')}${outlets.length > 8 ? ', …' : ''})`
    : '1 outlet';

const outcomes: Readonly<Record<Presumption['outcome'], string>> = {
  denial: 'are refused',
  'case-by-case': 'are decided case by case',
  approval: 'are approved',
};
const whom: Readonly<Record<Presumption['whom'], string>> = {
  'listed-parties': 'applications for parties on the control list or the watch list',
  military: 'applications for military end users',
  other: 'applications in the cases that the text names',
};

export const body: Body = {
  labels: {
    change: 'Change',
    measures: 'Measures',
    covers: 'Covers',
    groups: 'Groups',
    ours: 'Yours',
    conditions: 'Who must apply',
    stages: 'In stages',
    clause: 'Part',
    stillPaused: 'STILL SUSPENDED (last day)',
    status: 'Status',
    quote: 'Basis',
    means: 'Means',
    doNow: 'Do now',
    doubt: 'Why unclear',
    also: 'Also',
    page: 'Always current',
    parties: 'Entities',
    added: 'Added',
    removed: 'No longer named',
    left: 'Still on the list',
    items: 'Items',
    endUses: 'End users and end uses, in the ministry’s words',
    related: 'Other measures',
    source: 'Source',
    sources: 'Sources',
  },
  turns: {
    edited: ({ added, removed, unstated }, terms) =>
      [
        ...(added > 0 ? [`${plural(added, 'entity', 'entities')} not named → named`] : []),
        ...(removed > 0 ? [`${plural(removed, 'entity', 'entities')} named → no longer named`] : []),
        ...terms,
        ...(unstated ? ['from a day that the text does not state'] : []),
      ].join('; ') || 'amended by the words quoted below',
    'taken-back': () => 'as before the edit',
    restored: () => 'none; the page says again what it said',
    explained: () => 'none; the ministry explains',
    reported: () => 'none yet; a report alters no law',
    unknown: () => 'not known until somebody reads the original',
  },
  words: { yes: 'yes', no: 'no', none: 'none' },
  came: (count, first) => `${count} added (${first})`,
  went: (count, first) => `${count} removed (${first})`,
  states: {
    unlisted: 'not on the list',
    listed: 'on the list',
    delisted: 'off the list',
    unlicensed: 'no licence needed under this notice',
    licensed: 'licence needed',
    absent: 'no such measure',
    announced: 'announced',
    'in-force': 'in force',
    applies: 'in force',
    'applies-again': 'in force again',
    suspended: 'suspended',
    'suspended-open': 'suspended, no end named,',
    ended: 'ended',
    expired: 'expired',
    overdue: 'past the two years that the law allows,',
  },
  state: ({ is, from, until }) =>
    `${body.states[is]}${from ? ` from ${days.day(from)}` : ''}${until ? ` to ${days.day(until)}` : ''}`,
  buts: {
    'unless-extended': (after) => `${after}, unless extended`,
    'day-not-stated': (after) => `${after}; the text states no day of effect`,
    'no-extension': (after) => `${after}, no extension seen`,
    unread: (after) => `${after} by the text; NOT CHECKED whether extended, as official sources could not be read`,
  },
  covers: {
    parties: ({ who, names, below }) =>
      `${entities(who)}: ${names.map((party) => nameOf(party, 'en')).join('; ')}${
        below === 'none' ? '' : `; … (${below === 'all' ? 'all' : 'those we read'} below)`
      }`,
    'all-items': () => 'all dual-use items',
    goods: ({ goods }) => goodsOf(goods, 5),
    items: ({ items, hs, coded, below }) =>
      `${plural(items, 'item')}${hs > 0 ? ` with ${plural(hs, 'HS code')}` : ''}${coded ? '' : ', no control codes'}${below ? ' (below)' : ''}`,
    uses: ({ uses }) => uses.map((use) => nouns.endUses[use]).join(', '),
    reach: ({ reach }) => nouns.reaches[reach],
  },
  conditions: {
    abroad: () => 'exporters in China, and organisations and persons abroad',
    threshold: ({ percent }) => `Chinese content counts from ${percent} % of the value`,
    presumption: ({ outcome, whom: of, ownedPercent, firm }) =>
      `${whom[of]}${ownedPercent === undefined ? '' : ` and units of theirs from ${ownedPercent} %`} ${outcomes[outcome]}${firm || outcome === 'case-by-case' ? '' : ' as a rule'}`,
    exempt: ({ count }) => `${plural(count, 'exemption')} in the text`,
  },
  statuses: {
    text: ({ announcement, readAt }, name) =>
      `CONFIRMED by the official text${announcement ? `, ${name(announcement)}` : ''}, read ${days.moment(readAt)}`,
    statement: ({ readAt }) => `CONFIRMED by the ministry’s own statement, read ${days.moment(readAt)}`,
    day({ announcement, checked, byLaw }, name, now) {
      const text = announcement ? name(announcement) : 'the official texts below';
      if (byLaw && checked.read > 0 && checked.last) {
        return `BY LAW, not by a text: ${text} names no end; the two years of a temporary control count from its first day. No extension seen, official sources read ${days.hour(checked.last, now)}`;
      }
      const by = byLaw ? 'the law, two years from the first day' : text;
      if (checked.read > 0 && checked.last) {
        return `CONFIRMED: a day set by ${by}; nothing to the contrary seen, official sources read ${days.hour(checked.last, now)}`;
      }
      const last = checked.last ? `last read ${days.hour(checked.last, now)}` : 'never read';
      return `A day set by ${by}, NOT CHECKED: official sources ${last}. Look at the ministry’s site`;
    },
    unread: ({ readAt }) => `OFFICIAL, but not read for certain, ${days.moment(readAt)}`,
    said: ({ readAt }) =>
      `SAID by the ministry (read ${days.moment(readAt)}); the announcement itself has not been seen`,
    reported: ({ outlets }) => `REPORTED by ${carried(outlets)}, NOT CONFIRMED by MOFCOM`,
    unconfirmed: ({ outlets, report }) =>
      `STILL NOT CONFIRMED: reported by ${carried(outlets)}, alert #${report}; in 72 hours we found no official text that bears it out`,
  },
  briefStatus(one) {
    if (one.kind === 'day') return one.checked.read > 0 ? 'confirmed' : 'NOT CHECKED';
    if (one.kind === 'unread') return 'official, not read';
    return one.kind === 'text' || one.kind === 'statement' ? 'confirmed' : 'NOT confirmed';
  },
  briefSource(one) {
    if (one.kind === 'reported') return one.evidence === 'state-media' ? 'State media' : 'Press';
    return one.kind === 'unconfirmed' ? 'Press' : 'MOFCOM';
  },
  quotes: {
    text: (quoted) => `official text ${quoted}`,
    statement: (quoted) => `the ministry’s words ${quoted}`,
    report: (quoted) => `the report’s words ${quoted}`,
  },
  confirms: (number, on, outlets) =>
    `This is the text behind alert #${number} of ${days.day(on)}, then reported by ${plural(Math.max(1, outlets.length), 'outlet')}`,
  meanings: {
    suspended:
      'Until the suspension ends these requirements are not applied. They remain in being and return the day after, unless it is extended. Other measures still apply.',
    delisted: 'The list no longer restricts these entities. Other measures still apply to them.',
    ending: 'Unless extended, its requirements end.',
    ended: 'Its requirements no longer apply. Other measures still do.',
    overdue:
      'By law its two years are over; no text was seen that extends or ends it, and the goods may have moved to the control list.',
    explained: 'An explanation; it alters no duty by itself.',
    'ease-reported': 'Nothing is eased until the ministry publishes it.',
    'plan-reported': 'A plan or a rumour. Nothing applies until the ministry publishes it.',
    'explanation-reported': 'The report tells of an explanation; it alters no duty by itself.',
    unconfirmed: 'No duty follows from a report alone.',
    unread: 'Not known until somebody reads the original.',
  },
  supposing: {
    'not-extended': (law) => `Unless extended: ${law}`,
    confirmed: (law) => `Not in force until the ministry publishes it. If it comes as reported: ${law}`,
    'as-it-seems': (law) => `If it is what it seems: ${law}`,
  },
  doings: {
    'control-list':
      'Screen customers, end users and open orders against the names below. Hold Chinese-origin dual-use items meant for them, stock in Japan included.',
    'watch-list':
      'Screen customers and end users against the names below. Prepare end-use statements and pledges for Chinese suppliers, and plan for long lead times.',
    'unreliable-entity-list': 'Check contracts, investments and travel with these entities against the announcement.',
    'country-ban':
      'Hold what may reach such end users or uses. Get end users and uses from customers in writing; Chinese suppliers will ask.',
    'item-control':
      'Match what you buy from China against its codes. Ask suppliers when they apply for the licence; check stock and lead times.',
    'item-list': 'Classify what you buy from China again by the new list.',
    'licence-catalogue':
      'Check the codes of what you buy from China against the new catalogue before the next shipment.',
    'licensing-rule': 'Check pending and planned licence applications with your Chinese suppliers.',
    overdue: 'Do not ship on this alone: ask MOFCOM, customs or the supplier, and look in the control list.',
    eased: 'Before you resume anything, check what else applies (below), and note the dates.',
    'ends-soon': 'Decide now what must leave China before that day, and have suppliers apply for licences in time.',
    explained: 'Check whether it concerns orders or applications of yours.',
    reported:
      'List the orders that it would hit. Do not act on names or dates of the press: we write again when the ministry confirms it, or after 72 hours when it has not.',
    plan: 'Nothing yet. Keep in mind which orders it would hit.',
    unconfirmed: 'Keep it in mind, and do not rely on it.',
    unclear: 'Read the original now (address below). What we read of it may be incomplete.',
  },
  notListed: (ban) =>
    `Being unlisted does not mean being cleared: ${ban} bans all dual-use exports to Japanese military users, for military uses, and to any other end user or use that helps raise Japan’s military strength.`,
  own: {
    customers: (count) => plural(count, 'customer'),
    suppliers: (count) => plural(count, 'supplier'),
    parts: (count) => plural(count, 'part'),
  },
  ownUnsure: '? may be meant: check',
  oursUnread: 'your lists of customers, suppliers and parts COULD NOT BE READ; check them by hand',
  count: (stated, read) =>
    stated === read ? `The notice says ${stated}; we read ${read}.` : `The notice says ${stated}; WE READ ${read}.`,
  hs: (codes) => `HS ${codes.join(', ')}`,
  hsNote: 'HS codes are indicative. The control code and the description decide.',
  more: (count, where) => `… and ${count} more: ${where}`,
  elsewhere: (address) => `see ${address || 'the announcement itself'}`,
  standing(standing, from) {
    switch (standing.kind) {
      case 'announced':
        return `from ${days.day(standing.from)}`;
      case 'in-force':
        return `in force${from ? ` since ${days.day(from)}` : ''}${standing.partly ? ', suspended in part' : ''}`;
      case 'suspended':
        return `suspended${standing.until ? ` to ${days.day(standing.until)}` : ''}`;
      case 'lifted':
        return `ended ${days.day(standing.on)}`;
      case 'expired':
        return `expired after ${days.day(standing.on)}`;
      case 'unknown':
        return `not known since ${days.day(standing.since)}`;
    }
  },
  compiled: (day) => `from public sources up to ${day}; text not read by this watch`,
  otherMeasures: (inForce, suspended) => `Besides, on other goods: ${inForce} in force, ${suspended} suspended.`,
  watching({ sources, read, last }, now) {
    if (sources === 0 || !last) return 'No official source has answered yet.';
    const away = sources - read;
    return `Official sources: ${read} of ${sources} answered within a day, last ${days.hour(last, now)}${
      away > 0 ? `; ${away} NOT ANSWERING, so that news there is seen late` : ''
    }.`;
  },
  why: (number, choice) =>
    `${number === undefined ? '' : `Alert #${number}. `}You get this as: ${choice.join(', ')}. To stop, use the link below or ask whoever set it up for you.`,
  disclaimer: 'Information, not legal advice. The Chinese text prevails.',
};
