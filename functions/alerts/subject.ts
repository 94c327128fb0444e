import { newsDay } from '../register/stories.ts';
import { announcementName, briefName } from './announcement-name.ts';
import { clockOf } from './block.ts';
import type { Letter } from './letter.ts';
import { whatIn, whenIn } from './lines.ts';
import type { Matter } from './matters.ts';
import { cut, plain } from './safe-text.ts';
import { statusOf } from './status.ts';

/** SNS: UTF-8 text without line breaks or control characters, fewer than 100 characters. */
export const SUBJECT = 99;
/** SNS puts the topic's name, of ten characters at most, and `> ` before every text message. */
export const SMS_PREFIX = 12;
/** One segment, so that nothing arrives in pieces or not at all: GSM-7 in English, UCS-2 in Japanese and Chinese. */
export const SMS = { en: 160 - SMS_PREFIX, ja: 70 - SMS_PREFIX, zh: 70 - SMS_PREFIX } as const;

/** Urgency, action, scope and date first; then the source; last the journal number, which tells a repeat from news. */
export function subjectOf(letter: Letter): string {
  const { change, matters, attributes, text } = letter;
  const { nouns, marks, body } = text;
  const [lead, ...others] = matters;
  if (!lead) throw new Error(`change ${change.number}: it has no effect to tell of`);
  const status = statusOf(lead, change, letter.surroundings);
  // That a report stays unconfirmed, or that an end was not checked, is itself what the headline tells.
  const doubtful = status.kind === 'reported' || status.kind === 'said';
  const mark = [nouns.urgency[attributes.urgency], ...(doubtful ? [body.briefStatus(status)] : [])].join(marks.comma);
  const more = others.length > 0 ? ` +${others.length}` : '';
  const end = ` #${change.number}`;
  const sources = doubtful && !announcementOf(letter, lead, false) ? [body.briefSource(status)] : [];
  const named = [announcementOf(letter, lead, false), announcementOf(letter, lead, true), ...sources].flatMap(
    (source) => (source ? [marks.aside(source)] : []),
  );
  const forms = [false, true].map((brief) => ({
    what: plain(`[${mark}] ${whatIn(lead, text, brief)}`),
    when: whenIn(lead, clockOf(letter), text, brief),
  }));
  // Shorter words with a text's number come before longer ones without: it tells two lists of one morning apart. What a day
  // brings about says rather whether an extension was seen.
  const numbered = 'document' in change.cause && !doubtful;
  const whole = (numbered ? [named, ['']] : [[...named, '']]).flatMap((tails) =>
    forms.flatMap(({ what, when }) => tails.map((source) => `${what}${when}${more}${source}${end}`)),
  );
  const fitting = whole.find((one) => one.length <= SUBJECT);
  if (fitting !== undefined) return fitting;
  const { what = '', when = '' } = forms.at(-1) ?? {};
  return `${cut(what, SUBJECT - when.length - more.length - end.length)}${when}${more}${end}`;
}

/** The announcement that says so, or whose day has come; undefined where it is none, or several. */
function announcementOf({ change, text }: Letter, matter: Matter, brief: boolean): string | undefined {
  const [only, ...more] = new Set(matter.announcements);
  const own = more.length > 0 ? undefined : only;
  const announcement = 'document' in change.cause ? change.cause.announcement : own;
  if (!announcement) return undefined;
  return (brief ? briefName : announcementName)(announcement, text.language) || undefined;
}

/** List or measure, count, date, announcement number, confirmed or reported, journal number: in one line without a link. */
export function smsOf(letter: Letter): string {
  const { change, matters, surroundings, text } = letter;
  const { body, marks, days, language } = text;
  const [lead, ...others] = matters;
  if (!lead) throw new Error(`change ${change.number}: it has no effect to tell of`);
  const most = SMS[language];
  const status = statusOf(lead, change, surroundings);
  const what = gsm(plain(whatIn(lead, text, true)), letter);
  const begins = whenIn(lead, clockOf(letter), text, true);
  // What runs until further notice, or states no day, bears no day of its own.
  const when = gsm(/\d{4}/.test(begins) ? begins : `${begins}${marks.aside(days.brief(newsDay(change)))}`, letter);
  const more = others.length > 0 ? ` +${others.length}` : '';
  const tail = (source: string): string =>
    `${when}${more}${marks.stop}${source}${marks.comma}${body.briefStatus(status)} #${change.number}`;
  const source = body.briefSource(status);
  const named = tail(announcementOf(letter, lead, true) ?? source);
  // A long issuer gives way to what happened.
  const end = gsm(what.length + named.length <= most ? named : tail(source), letter);
  return `${cut(what, most - end.length, marks.ellipsis)}${end}`;
}

/** English messages stay in GSM-7: one other character would halve what a segment holds. */
const gsm = (words: string, { text }: Letter): string =>
  text.language === 'en'
    ? words
        .replace(/[’‘]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[^ -Z_a-z]/g, '?')
    : words;
