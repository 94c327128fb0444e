import { announcementName } from './announcement-name.ts';
import type { Letter } from './email.ts';
import type { Matter } from './matters.ts';
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
  const doubtful = status.kind === 'reported' || status.kind === 'unconfirmed' || status.kind === 'said';
  const mark = [wording.urgency[attributes.urgency], ...(doubtful ? [wording.briefStatus(status)] : [])].join(' ');
  const more = others.length > 0 ? ` +${others.length}` : '';
  const end = ` #${change.number}`;
  const texts = [false, true].flatMap((brief) => [
    `[${mark}] ${headline(lead, letter, brief)}${more} (${sourceName(letter, lead)})`,
    `[${mark}] ${headline(lead, letter, brief)}${more}`,
  ]);
  const fitting = texts.find((text) => text.length + end.length <= SUBJECT) ?? texts.at(-1) ?? '';
  return `${cut(plain(fitting), SUBJECT - end.length)}${end}`;
}

const headline = (matter: Matter, { wording }: Letter, brief: boolean): string =>
  `${wording.what(matter, brief)}${wording.when(matter, (day) => (brief ? wording.briefDay(day) : wording.day(day)))}`;

/** The announcement that says so, or who else does. */
function sourceName({ change, surroundings, wording }: Letter, matter: Matter): string {
  const announcement = 'day' in change.cause ? matter.announcements[0] : change.cause.announcement;
  const name = announcement && announcementName(announcement, wording.language);
  return name || wording.briefSource(statusOf(matter, change, surroundings));
}

/** List or measure, count, date, announcement number, confirmed or reported, journal number: in one line without a link. */
export function smsOf(letter: Letter): string {
  const { change, matters, wording } = letter;
  const [lead, ...others] = matters;
  if (!lead) throw new Error(`change ${change.number}: it has no effect to tell of`);
  const most = SMS[wording.language];
  const status = wording.briefStatus(statusOf(lead, change, letter.surroundings));
  const date = wording.when(lead, (day) => wording.briefDay(day));
  const more = others.length > 0 ? ` +${others.length}` : '';
  const what = gsm(plain(wording.what(lead, true)), letter);
  const tail = (source: string): string =>
    `${wording.comma}${date}${more}${wording.stop}${source}${wording.comma}${status} #${change.number}`;
  const named = tail(sourceName(letter, lead));
  // A long issuer gives way to what happened.
  const end =
    what.length + named.length <= most ? named : tail(wording.briefSource(statusOf(lead, change, letter.surroundings)));
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
