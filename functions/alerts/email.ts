import type { DocumentRef } from '../documents/document.ts';
import type { Change } from '../register/change.ts';
import { type Restriction, standingOn } from '../register/restriction.ts';
import type { SourceState } from '../sources/health.ts';
import { type BeijingDate, beijingDay, daysBetween, type Instant } from '../time.ts';
import type { Attributes, Surroundings } from './alert.ts';
import { announcementName } from './announcement-name.ts';
import { type About, type Matter, newsDayOf } from './matters.ts';
import { actionOf, consequenceOf } from './meaning.ts';
import { namesOf } from './names.ts';
import { excerpt, webAddress } from './safe-text.ts';
import { documentsOf, evidenceOf, outletsOf, statusOf } from './status.ts';
import { endUsesOf, ladder, type Wording } from './wording.ts';

/** An e-mail's parts: what it tells, around what, for whom, and how many lines of one list it may hold. */
export interface Letter {
  readonly change: Change;
  readonly matters: readonly Matter[];
  readonly surroundings: Surroundings;
  readonly attributes: Attributes;
  readonly wording: Wording;
  readonly most: number;
}

// Beyond these a list stops serving its reader; the whole is where `whereToLook` says.
const MATTERS = 12;
const RELATED = 12;
const QUOTE = 600;
const ITEM = 160;
const SOURCES = 7;

/**
 * The e-mail: on the first screen what changed, how sure it is, from when, whom and what it hits, what it means and what
 * to do; below, in always the same order, everything that bears it out.
 */
export function emailOf(letter: Letter): string {
  const { matters, wording, change } = letter;
  const [lead, ...others] = matters;
  if (!lead) throw new Error(`change ${change.number}: it has no effect to tell of; quiet Changes are not composed`);
  return [
    block(lead, letter),
    ...others.slice(0, MATTERS).map((matter) => block(matter, letter, wording.labels.also)),
    others.length > MATTERS ? wording.more(others.length - MATTERS, whereToLook(letter)) : '',
    notListed(letter),
    ...matters.slice(0, MATTERS).flatMap((matter) => lists(matter, letter)),
    ...matters.slice(0, MATTERS).map((matter) => evidence(matter, letter)),
    related(letter),
    source(letter),
    freshness(letter.surroundings.sources, letter.surroundings.at, wording),
    section(wording, 'why', [why(letter), wording.disclaimer]),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

type Label = keyof Wording['labels'];
const field = ({ labels, colon }: Wording, label: Label, text: string): string => `${labels[label]}${colon}${text}`;
const section = (wording: Wording, label: Label, lines: readonly string[], title = wording.labels[label]): string =>
  lines.length > 0 ? [wording.section(title), ...lines].join('\n') : '';
const counted = (wording: Wording, label: Label, count: number): string =>
  `${wording.labels[label]}${wording.aside(String(count))}`;

export const headlineOf = (matter: Matter, wording: Wording): string =>
  `${wording.what(matter, false)}${wording.when(matter, (day) => wording.day(day))}`;

/** One matter in the few lines that everybody reads. */
function block(matter: Matter, letter: Letter, also?: string): string {
  const { change, surroundings, wording } = letter;
  const { abouts } = matter;
  const status = statusOf(matter, change, surroundings);
  const near = wording.near(daysBetween(beijingDay(surroundings.at), dayThatCounts(matter)));
  const hasDay = matter.report === undefined && matter.kind !== 'unclear';
  const covered = bindsAgain(matter) && wording.thirdCountries(abouts.some(({ extraterritorial }) => extraterritorial));
  return [
    `${also ? `${also}${wording.colon}` : ''}${headlineOf(matter, wording)}`,
    ...(also ? [] : ['']),
    field(wording, 'change', wording.change(matter)),
    field(wording, 'status', wording.status(status)),
    ...confirms(letter),
    ...(hasDay ? [field(wording, 'effective', `${wording.effective(matter)}${near}`)] : []),
    ...(matter.clause ? [field(wording, 'clause', excerpt(matter.clause, 80))] : []),
    field(wording, 'covers', wording.covers(matter)),
    ...(covered ? [field(wording, 'thirdCountries', covered)] : []),
    field(wording, 'means', consequenceOf(matter, wording.guidance)),
    field(wording, 'doNow', actionOf(matter, wording.guidance)),
    ...(matter.doubt === undefined ? [] : [field(wording, 'because', excerpt(wording.because(matter.doubt), 300))]),
  ].join('\n');
}

const dayThatCounts = ({ kind, from, until }: Matter): BeijingDate =>
  kind === 'ends-soon' || kind === 'extended' ? (until ?? from) : from;

/** Whether a matter lays duties on its readers, now or soon. */
function bindsAgain({ kind, what, abouts }: Matter): boolean {
  if (abouts.length === 0) return false;
  if (kind === 'took-effect') return what === 'measure';
  if (kind === 'lapsed' || kind === 'ends-soon') return what === 'suspension';
  return kind === 'imposed' || kind === 'amended' || kind === 'resumed' || kind === 'unclear';
}

function confirms({ change, surroundings, wording }: Letter): readonly string[] {
  const { report } = surroundings;
  if (!report || change.confirms !== report.number) return [];
  return [wording.confirms(report.number, newsDayOf(report), outletsOf(surroundings, report))];
}

/** A ban on uses, whoever the user: a list that a customer is not on proves nothing while it stands. */
function notListed({ matters, surroundings, wording }: Letter): string {
  const today = beijingDay(surroundings.at);
  const bans = [...surroundings.register.restrictions.values()].filter(
    (one) =>
      one.instrument === 'country-ban' &&
      one.reach === 'japan' &&
      endUsesOf(one.endUses).includes('military-strength') &&
      ['in-force', 'announced'].includes(standingOn(one, today).kind),
  );
  const concerns = matters.some(({ reach }) => reach === 'japan' || reach === undefined);
  const ban = bans.find(({ announcement }) => announcement === 'mofcom/2026/1') ?? bans[0];
  return ban && concerns ? wording.notListed(titleOf(ban, wording)) : '';
}

const titleOf = (about: Pick<About, 'announcement' | 'title'>, { language }: Wording): string =>
  (about.announcement && announcementName(about.announcement, language)) || excerpt(about.title, 80);

/** Everybody and everything covered, numbered. */
function lists(matter: Matter, letter: Letter): readonly string[] {
  const { wording } = letter;
  const { parties, removed, abouts } = matter;
  return [
    section(wording, 'parties', numbered(parties.map(namesOf), letter), counted(wording, 'parties', parties.length)),
    section(wording, 'removed', numbered(removed.map(namesOf), letter), counted(wording, 'removed', removed.length)),
    ...abouts.map((about) => itemLines(about, matter, letter)),
    section(
      wording,
      'endUses',
      numbered(
        unique(abouts.flatMap(({ endUses }) => endUses)).map((use) => excerpt(use, ITEM)),
        letter,
      ),
    ),
  ];
}

function itemLines(about: About, { abouts }: Matter, letter: Letter): string {
  const { wording } = letter;
  const { items } = about;
  if (items.length === 0) return '';
  const lines = items.map(({ text, controlCodes, hsCodes }) =>
    [excerpt(controlCodes.join(', '), ITEM), hsCodes.length > 0 ? wording.hs(hsCodes) : '', excerpt(text, ITEM)]
      .filter(Boolean)
      .join(' | '),
  );
  const which = abouts.length > 1 ? `${wording.colon}${titleOf(about, wording)}` : '';
  const note = items.some(({ hsCodes }) => hsCodes.length > 0) ? [wording.hsNote] : [];
  return section(
    wording,
    'items',
    [...numbered(lines, letter), ...note],
    `${counted(wording, 'items', items.length)}${which}`,
  );
}

function numbered(lines: readonly string[], letter: Letter): readonly string[] {
  const { most, wording } = letter;
  const shown = lines.slice(0, most).map((line, i) => `${i + 1}. ${line}`);
  return lines.length > most ? [...shown, wording.more(lines.length - most, whereToLook(letter))] : shown;
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

function whereToLook({ change, matters, surroundings, wording }: Letter): string {
  const page = documentsOf(change, matters, surroundings).map(({ url }) => webAddress(url))[0];
  return surroundings.whereToLook ?? wording.elsewhere(page ?? '');
}

/** The words that it rests on beside our reading of them, and whether the counts agree. */
function evidence(matter: Matter, letter: Letter): string {
  const { wording } = letter;
  const quotes = matter.quotes.slice(0, Math.min(3, letter.most)).map((quote) => wording.quoted(excerpt(quote, QUOTE)));
  if (quotes.length === 0) return '';
  const counts = matter.kind === 'imposed' || matter.kind === 'unclear' ? matter.abouts : [];
  return section(wording, matter.report && evidenceOf(letter.change) !== 'official-statement' ? 'report' : 'quote', [
    ...quotes,
    field(wording, 'reading', headlineOf(matter, wording)),
    ...counts.flatMap(({ statedParties }) =>
      statedParties === undefined ? [] : [wording.count(statedParties, matter.parties.length)],
    ),
  ]);
}

/** What else stands today, Japan's first, without what this Change is about. */
function related({ matters, surroundings, wording, most }: Letter): string {
  const today = beijingDay(surroundings.at);
  const own = new Set(matters.flatMap(({ abouts }) => abouts.map((about) => (about as Restriction).id)));
  const others = [...surroundings.register.restrictions.values()]
    .filter((one) => !own.has(one.id) && one.reach !== 'elsewhere')
    .map((one) => [one, standingOn(one, today)] as const)
    .filter(([, { kind }]) => kind !== 'lifted' && kind !== 'expired')
    .sort(
      ([a], [b]) =>
        Number(b.reach === 'japan') - Number(a.reach === 'japan') || b.effectiveOn.localeCompare(a.effectiveOn),
    );
  const shown = others.slice(0, Math.min(RELATED, most)).map(([one, standing]) => {
    return `- ${measureLine(one, wording)}${wording.comma}${wording.standing(standing, one.effectiveOn)}`;
  });
  const left = others.length - shown.length;
  const lines = left > 0 ? [...shown, wording.more(left, surroundings.whereToLook ?? 'npm run register')] : shown;
  return section(wording, 'related', lines.length > 0 ? lines : [wording.noRelated]);
}

/** `MOFCOM Announcement No. 11 of 2026: export control list (管控名单)`. */
export function measureLine(one: Restriction, wording: Wording): string {
  const goods = one.goods.slice(0, 3).map((family) => wording.goods[family] ?? family);
  const onJapan = one.instrument === 'country-ban' && one.reach === 'japan';
  const instrument = onJapan ? wording.banOnJapan : wording.instruments[one.instrument];
  return `${titleOf(one, wording)}${wording.colon}${instrument}${goods.length > 0 ? wording.aside(goods.join(wording.comma)) : ''}`;
}

/** Where it stands, when it was taken from there, and what the archive holds of it. */
function source({ change, matters, surroundings, wording }: Letter): string {
  const level = evidenceOf(change);
  const [document, ...others] = documentsOf(change, matters, surroundings);
  const { labels, colon } = wording;
  return section(wording, 'source', [
    ...(document ? documentLines(document, change, wording) : []),
    ...others.slice(0, SOURCES).map(({ title, url }) => `- ${excerpt(title, 80)}${colon}${webAddress(url) ?? '-'}`),
    field(
      wording,
      'evidence',
      `${ladder.indexOf(level) + 1}/${ladder.length}${wording.aside(wording.evidence[level])}`,
    ),
    ...('document' in change.cause ? [field(wording, 'retrieved', wording.moment(change.observedAt))] : []),
    `${labels.number}${colon}#${change.number}`,
  ]);
}

function documentLines(document: DocumentRef, { cause }: Change, wording: Wording): readonly string[] {
  const { publisher, title, url, publishedOn, publishedAt, fingerprint } = document;
  const announcement = 'document' in cause ? cause.announcement : undefined;
  const name = announcement && announcementName(announcement, wording.language);
  const day = publishedAt ? wording.moment(publishedAt) : publishedOn && wording.day(publishedOn);
  return [
    field(wording, 'publisher', [excerpt(publisher, 60), ...(name ? [name] : [])].filter(Boolean).join(wording.comma)),
    field(wording, 'title', excerpt(title, 200)),
    field(wording, 'address', webAddress(url) ?? '-'),
    ...(day ? [field(wording, 'published', day)] : []),
    field(wording, 'archive', excerpt(fingerprint, 64)),
  ];
}

/** When each official source was last asked, and how many of the others are silent. */
export function freshness(sources: readonly SourceState[], at: Instant, wording: Wording): string {
  const official = sources.filter(({ authority }) => authority === 'official');
  const others = sources.filter(({ authority }) => authority !== 'official');
  const lines = official
    .slice(0, 30)
    .map((one) => `- ${excerpt(one.id, 60)}${wording.colon}${wording.health(one, at)}`);
  const silent = others.filter(({ state }) => state === 'down').length;
  return section(
    wording,
    'freshness',
    [
      ...(lines.length > 0 ? lines : [wording.noSources]),
      ...(others.length > 0 ? [wording.otherSources(others.length, silent)] : []),
    ],
    `${wording.labels.freshness}${wording.comma}${wording.moment(at)}`,
  );
}

/** By which of a subscriber's choices it came. */
function why({ attributes, matters, wording }: Letter): string {
  const reach = matters.flatMap((matter) => (matter.reach ? [wording.reaches[matter.reach]] : []));
  const instruments = matters.flatMap(({ instrument }) => (instrument ? [wording.instruments[instrument]] : []));
  return wording.why([wording.urgency[attributes.urgency], ...unique(reach), ...unique(instruments)]);
}
