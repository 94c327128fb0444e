import type { Change } from '../register/change.ts';
import type { Attributes, Surroundings } from './alert.ts';
import { type AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import { announcementName } from './announcement-name.ts';
import type { About, Matter } from './matters.ts';
import { excerpt, webAddress } from './safe-text.ts';
import { documentsOf } from './status.ts';
import type { Label, Text } from './text/text.ts';

/** An e-mail's parts: what it tells, around what, for whom, and how many lines of one list it may hold. */
export interface Letter {
  readonly change: Change;
  readonly matters: readonly Matter[];
  readonly surroundings: Surroundings;
  readonly attributes: Attributes;
  readonly text: Text;
  readonly most: number;
}

/** `Covers: 20 Japanese entities`. */
export const field = ({ body, marks }: Text, label: Label, words: string): string =>
  `${body.labels[label]}${marks.colon}${words}`;

/** A titled list of lines, or nothing. */
export const section = ({ marks }: Text, title: string, lines: readonly string[]): string =>
  lines.length > 0 ? [marks.section(title), ...lines].join('\n') : '';

/** Where the whole of what was cut is to be found. */
export function elsewhere({ change, matters, surroundings, text }: Letter): string {
  const address = documentsOf(change, matters, surroundings).map(({ url }) => webAddress(url))[0];
  return text.body.elsewhere(surroundings.page?.[text.language] ?? address ?? '');
}

/** The deployment's own page on it, in the reader's language. */
export const pageIn = ({ surroundings, text }: Letter): string | undefined => surroundings.page?.[text.language];

/** A measure by its announcement, or by its title where it has no number. */
export const titleOf = ({ announcement, title }: Pick<About, 'announcement' | 'title'>, { language }: Text): string =>
  (announcement && announcementName(announcement, language)) || excerpt(title, 80);

/** How a language names an announcement. */
export const namer =
  ({ language }: Text) =>
  (number: string): string =>
    announcementName(number.replace(/#.*$/, '') as AnnouncementNumber, language) || excerpt(number, 40);
