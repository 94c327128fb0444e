import { unreadListWords } from './catalogue-words.ts';
import { daysBetween } from '../time.ts';
import { headlineOf } from './headline.ts';
import type { Matter } from './matters.ts';
import { phrase } from './phrases.ts';
import { termIn } from './terms.ts';
import type { Text } from './text/text.ts';
import { turnOf } from './turn.ts';
import { type Clock, whenOf } from './when.ts';

/** What happens, and from when. */
export const headlineIn = (matter: Matter, clock: Clock, text: Text): string =>
  `${whatIn(matter, text, false)}${whenIn(matter, clock, text, false)}`;

/** What happens; `brief` where room is short. */
export const whatIn = (matter: Matter, { headlines }: Text, brief: boolean): string =>
  phrase(headlines.headlines, headlineOf(matter), brief);

/** From when, or until when, as it follows on what happens. */
export const whenIn = (matter: Matter, clock: Clock, { headlines, days }: Text, brief: boolean): string =>
  phrase(headlines.whens, whenOf(matter, clock, brief), (day) => (brief ? days.brief(day) : days.day(day)));

/** `not on the list → on the list from 24 Feb 2026 (today)`. */
export function changeIn(matter: Matter, { today, seen }: Clock, text: Text): string {
  const { body, days } = text;
  const turn = turnOf(matter, seen);
  if (turn.kind !== 'moved') {
    const terms = turn.kind === 'edited' ? turn.terms.map((term) => termIn(term, text)) : [];
    return phrase(body.turns, turn, terms);
  }
  const { before, after, but, day } = turn;
  const near = day && today ? days.near(daysBetween(today, day)) : '';
  const stands = `${body.state(after)}${near}`;
  const words = `${body.state(before)} → ${but ? body.buts[but](stands) : stands}`;
  const unread = unreadListWords(matter.effect, text.language);
  return unread ? `${words}${text.marks.comma}${unread}` : words;
}
