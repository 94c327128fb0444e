import { briefName } from './announcement-name.ts';
import type { Letter } from './email.ts';
import { type Matter, newsDayOf } from './matters.ts';
import { cut, plain } from './safe-text.ts';
import { statusOf } from './status.ts';

/** SNS: UTF-8 text without line breaks or control characters, fewer than 100 characters. */
export const SUBJECT = 99;
/** One segment, so that nothing arrives in pieces or not at all: GSM-7 in English, UCS-2 in Japanese and Chinese. */
export const SMS = { en: 160, ja: 70, zh: 70 } as const;

/** Urgency, action, scope and date first; then the source; last the journal number, which tells a repeat from news. */
export function subjectOf(letter: Letter): string {
  const { change, matters, attributes, wording } = letter;
  const [lead, ...others] = matters;
  if (!lead) throw new Error(`change ${change.number}: it has no effect to tell of`);
  const status = statusOf(lead, change, letter.surroundings);
  // That a report stays unconfirmed is itself what is told.
  const doubtful = status.kind === 'reported' || status.kind === 'said';
  const mark = [wording.urgency[attributes.urgency], ...(doubtful ? [wording.briefStatus(status)] : [])].join(
    wording.comma,
  );
  const more = others.length > 0 ? ` +${others.length}` : '';
  const end = ` #${change.number}`;
  const named = announcementOf(letter, lead) ?? (doubtful ? wording.briefSource(status) : undefined);
  const source = named ? wording.aside(named) : '';
  const [whole, brief] = [false, true].map((short) => `[${mark}] ${headline(lead, letter, short)}${more}`);
  const texts = [`${whole}${source}`, `${brief}${source}`, whole, brief].filter((text) => text !== undefined);
  const fitting = texts.find((text) => text.length + end.length <= SUBJECT) ?? texts.at(-1) ?? '';
  return `${cut(plain(fitting), SUBJECT - end.length)}${end}`;
}

const headline = (matter: Matter, { wording }: Letter, brief: boolean): string =>
  `${wording.what(matter, brief)}${wording.when(matter, (day) => (brief ? wording.briefDay(day) : wording.day(day)))}`;

/** The announcement that says so, or whose day has come; undefined where it is none, or several. */
function announcementOf({ change, wording }: Letter, matter: Matter): string | undefined {
  const [only, ...more] = matter.announcements;
  const announcement = 'document' in change.cause ? change.cause.announcement : more.length > 0 ? undefined : only;
  return (announcement && briefName(announcement, wording.language)) || undefined;
}

/** List or measure, count, date, announcement number, confirmed or reported, journal number: in one line without a link. */
export function smsOf(letter: Letter): string {
  const { change, matters, wording } = letter;
  const [lead, ...others] = matters;
  if (!lead) throw new Error(`change ${change.number}: it has no effect to tell of`);
  const most = SMS[wording.language];
  const status = statusOf(lead, change, letter.surroundings);
  const begins = wording.when({ ...lead, wasUntil: undefined }, (day) => wording.briefDay(day));
  // What runs until further notice bears no day of its own.
  const date = /\d/.test(begins) ? begins : `${begins}${wording.aside(wording.briefDay(newsDayOf(change)))}`;
  const more = others.length > 0 ? ` +${others.length}` : '';
  const what = gsm(plain(wording.what(lead, true)), letter);
  const tail = (source: string): string =>
    `${date}${more}${wording.stop}${source}${wording.comma}${wording.briefStatus(status)} #${change.number}`;
  const source = wording.briefSource(status);
  const named = tail(announcementOf(letter, lead) ?? source);
  // A long issuer gives way to what happened.
  const end = what.length + named.length <= most ? named : tail(source);
  return `${cut(what, most - end.length, wording.ellipsis)}${end}`;
}

/** English messages stay in GSM-7: one other character would halve what a segment holds. */
const gsm = (text: string, { wording }: Letter): string =>
  wording.language === 'en'
    ? text
        .replace(/[’‘]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[^ -Z_a-z]/g, '?')
    : text;
