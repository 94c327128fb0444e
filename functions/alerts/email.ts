import type { DocumentRef } from '../documents/document.ts';
import type { Change } from '../register/change.ts';
import { type Restriction, standingOn } from '../register/restriction.ts';
import type { SourceState } from '../sources/health.ts';
import { beijingDay, daysBetween, type Instant } from '../time.ts';
import type { Attributes, Surroundings } from './alert.ts';
import { announcementName } from './announcement-name.ts';
import { type About, type Matter, newsDayOf } from './matters.ts';
import { actionOf, consequenceOf } from './meaning.ts';
import { namesOf } from './names.ts';
import { excerpt, webAddress } from './safe-text.ts';
import { documentsOf, evidenceOf, outletsOf, statusOf } from './status.ts';
import { ladder, type Wording } from './wording.ts';

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
    ...source(letter),
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
const counted = ({ labels, aside }: Wording, label: Label, count: number): string => `${labels[label]}${aside(String(count))}`;

export const headlineOf = (matter: Matter, wording: Wording): string =>
  `${wording.what(matter, false)}${wording.when(matter, (day) => wording.day(day))}`;

/** One matter in the few lines that everybody reads. */
function block(matter: Matter, letter: Letter, also?: string): string {
  const { change, surroundings, wording } = letter;
  const { abouts, from } = matter;
  const status = statusOf(matter, change, surroundings);
  const today = beijingDay(surroundings.at);
  const facts = matter.report === undefined;
  const binds = abouts.length > 0 && wording.thirdCountries(abouts.some(({ extraterritorial }) => extraterritorial));
  return [
    `${also ? `${also}${wording.colon}` : ''}${headlineOf(matter, wording)}`,
    ...(also ? [] : ['']),
    field(wording, 'change', wording.change(matter)),
    field(wording, 'status', [wording.status(status), confirms(letter)].filter(Boolean).join(' ')),
    ...(facts
      ? [field(wording, 'effective', `${wording.effective(matter)}${wording.near(daysBetween(today, from))}`)]
      : []),
    ...(matter.clause ? [field(wording, 'clause', excerpt(matter.clause, 80))] : []),
    field(wording, 'covers', wording.covers(matter)),
    ...(binds ? [field(wording, 'thirdCountries', binds)] : []),
    field(wording, 'means', consequenceOf(matter, wording.guidance)),
    field(wording, 'doNow', actionOf(matter, wording.guidance)),
    ...(matter.because === undefined ? [] : [field(wording, 'because', excerpt(wording.because(matter.because), 300))]),
  ].join('\n');
}

function confirms({ change, surroundings, wording }: Letter): string {
  const { report } = surroundings;
  if (!report) return '';
  return change.confirms === report.number
    ? wording.confirms(report.number, newsDayOf(report), outletsOf(surroundings, report))
    : '';
}

/** A ban on uses, whoever the user: a list that a customer is not on proves nothing while it stands. */
function notListed({ matters, surroundings, wording }: Letter): string {
  const today = beijingDay(surroundings.at);
  const bans = [...surroundings.register.restrictions.values()].filter(
    (one) =>
      one.instrument === 'country-ban' &&
      one.reach === 'japan' &&
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
    [controlCodes.join(', '), hsCodes.length > 0 ? wording.hs(hsCodes) : '', excerpt(text, ITEM)]
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
  const quotes = matter.quotes.slice(0, Math.min(3, letter.most)).map((quote) => `“${excerpt(quote, QUOTE)}”`);
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
        Number(b.reach === 'japan') - Number(a.reach === 'japan') || (a.effectiveOn < b.effectiveOn ? 1 : -1),
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
  return `${titleOf(one, wording)}${wording.colon}${wording.instruments[one.instrument]}${goods.length > 0 ? ` (${goods.join(wording.comma)})` : ''}`;
}

function source({ change, matters, surroundings, wording }: Letter): readonly string[] {
  const level = evidenceOf(change);
  const rung = `${ladder.indexOf(level) + 1}/${ladder.length} ${wording.evidence[level]}`;
  const documents = documentsOf(change, matters, surroundings).slice(0, 8);
  const announcement = 'day' in change.cause ? undefined : change.cause.announcement;
  const name = announcement && announcementName(announcement, wording.language);
  return [
    ...documents.map((document) => section(wording, 'source', documentLines(document, name, rung, wording))),
    [
      ...('day' in change.cause ? [] : [field(wording, 'retrieved', wording.moment(change.observedAt))]),
      field(wording, 'number', `#${change.number}`),
    ].join('\n'),
  ];
}

function documentLines(
  document: DocumentRef,
  name: string | undefined,
  rung: string,
  wording: Wording,
): readonly string[] {
  const { publisher, title, url, publishedOn, publishedAt, fingerprint } = document;
  const day = publishedAt ? wording.moment(publishedAt) : publishedOn && wording.day(publishedOn);
  return [
    [excerpt(publisher, 60), ...(name ? [name] : []), rung].join(wording.comma),
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
  const lines = official.slice(0, 30).map((one) => `- ${excerpt(one.id, 60)}${wording.colon}${wording.health(one)}`);
  const silent = others.filter(({ state }) => state === 'down').length;
  return section(wording, 'freshness', [
    ...(lines.length > 0 ? lines : [wording.noSources]),
    ...(others.length > 0 ? [wording.otherSources(others.length, silent)] : []),
    wording.moment(at),
  ]);
}

const why = ({ attributes, wording }: Letter): string =>
  wording.why([attributes.urgency, attributes.reach, ...attributes.instrument, ...attributes.effect].filter(Boolean));
