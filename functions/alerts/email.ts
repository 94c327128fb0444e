import type { Surroundings } from './alert.ts';
import type { DocumentRef } from '../documents/document.ts';
import { announcementName } from './announcement-name.ts';
import { furtherBlock, leadBlock } from './block.ts';
import { elsewhere, type Letter, section } from './letter.ts';
import { listsOf } from './lists.ts';
import { relatedSection } from './related.ts';
import { excerpt, webAddress } from './safe-text.ts';
import { announcementOf, checkedAt, documentsOf } from './status.ts';
import type { Text } from './text/text.ts';

// Beyond these a message stops serving its reader; the whole is where `elsewhere` says.
const MATTERS = 12;
const SOURCES = 8;

/**
 * The e-mail: on the first screen what changed, how sure it is, from when, whom and what it hits, what it means and what
 * to do; then everybody and everything; then what else stands, where it is written, and three lines about the watch.
 */
export function emailOf(letter: Letter): string {
  const { matters, text, change } = letter;
  const [lead, ...others] = matters;
  if (!lead) throw new Error(`change ${change.number}: it has no effect to tell of; quiet Changes are not composed`);
  return [
    leadBlock(lead, letter),
    ...others.slice(0, MATTERS).map((matter) => furtherBlock(matter, lead, letter)),
    others.length > MATTERS ? text.body.more(others.length - MATTERS, elsewhere(letter)) : '',
    ...matters.slice(0, MATTERS).flatMap((matter) => listsOf(matter, letter)),
    relatedSection(letter),
    sourceSection(letter),
    about(letter),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** Where it stands: the text that tells it with its title, further texts by name. */
function sourceSection({ change, matters, surroundings, text }: Letter): string {
  const [first, ...others] = documentsOf(change, matters, surroundings).slice(0, SOURCES);
  const [doubt] = matters.flatMap(({ effect }) => (effect.kind === 'unclear' ? [effect.doubt] : []));
  const copy = doubt?.kind === 'copies-differ' ? webAddress(doubt.other) : undefined;
  const { labels } = text.body;
  const lines = [
    ...(first ? [`${sourceName(first, surroundings, text)}${text.marks.colon}${excerpt(first.title, 120)}`] : []),
    ...(first ? [webAddress(first.url) ?? ''] : []),
    ...others.map((one) => {
      const name = announcementOf(one, surroundings) ? sourceName(one, surroundings, text) : excerpt(one.title, 60);
      return `${name}${text.marks.colon}${webAddress(one.url) ?? ''}`;
    }),
    ...(copy ? [copy] : []),
  ].filter(Boolean);
  return section(text, others.length > 0 || copy ? labels.sources : labels.source, lines);
}

/** `MOFCOM Announcement No. 11 of 2026, 24 Feb 2026`, else whoever published it. */
function sourceName(document: DocumentRef, { register }: Surroundings, { days, marks, language }: Text): string {
  const { publisher, publishedOn, publishedAt } = document;
  const announcement = announcementOf(document, { register });
  const name = announcement ? announcementName(announcement, language) : excerpt(publisher, 60);
  const day = publishedAt ? days.moment(publishedAt) : publishedOn && days.day(publishedOn);
  return [name, ...(day ? [day] : [])].join(marks.comma);
}

/** Whether official sources could be watched, which alert it is and why it came, and what it is not. */
function about({ change, matters, attributes, surroundings, text }: Letter): string {
  const { body, nouns } = text;
  const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
  const reach = matters.flatMap((matter) => (matter.reach ? [nouns.reaches[matter.reach]] : []));
  const instruments = matters.flatMap(({ instrument }) => (instrument ? [nouns.instruments[instrument]] : []));
  const choice = [nouns.urgency[attributes.urgency], ...unique(reach), ...unique(instruments)];
  return [
    body.watching(checkedAt(surroundings), surroundings.at),
    body.why(change.number, choice),
    body.disclaimer,
  ].join('\n');
}
