import type { Item, Party } from '../findings/finding.ts';
import { relevantFirst } from '../register/catalogue-read.ts';
import { catalogueSections } from './catalogue-words.ts';
import { elsewhere, type Letter, section, titleOf } from './letter.ts';
import { type About, listedIn, type Matter } from './matters.ts';
import { namesOf } from './names.ts';
import { excerpt } from './safe-text.ts';
import { listIn } from './topic.ts';

const WORDS = 160;

/** Everybody and everything that a matter is about, numbered; what came and what went before what stays. */
export function listsOf(matter: Matter, letter: Letter): readonly string[] {
  const { effect, parties, abouts } = matter;
  const { body } = letter.text;
  const { labels } = body;
  const [about] = abouts;
  const stated = about?.statedParties;
  const counts =
    stated !== undefined && (effect.kind === 'imposed' || effect.kind === 'unclear')
      ? [body.count(stated, parties.length)]
      : [];
  const read = effect.kind === 'amended' ? effect.terms.find((term) => term.name === 'catalogue') : undefined;
  const title = effect.kind === 'amended' ? labels.added : labels.parties;
  return [
    named(title, parties, letter, counts),
    ...(effect.kind === 'amended' ? [named(labels.removed, effect.removed, letter)] : []),
    named(labels.left, stayingIn(matter), letter),
    ...(read
      ? catalogueSections(read, letter.text.language).map(([title, lines]) => catalogueSection(title, lines, letter))
      : abouts.map((one) => itemsOf(one, abouts.length > 1, letter))),
    usesOf(matter, letter),
  ];
}

/** Who was on a list before an edit or a removal, and stays there. */
function stayingIn({ effect, instrument }: Matter): readonly Party[] {
  if (!listIn(instrument)) return [];
  if (effect.kind === 'parties-removed') return listedIn(effect.restriction);
  if (effect.kind !== 'amended' || effect.added.length + effect.removed.length === 0) return [];
  const added = new Set(effect.added.map(namesOf));
  return listedIn(effect.restriction).filter((party) => !added.has(namesOf(party)));
}

function named(title: string, parties: readonly Party[], letter: Letter, notes: readonly string[] = []): string {
  const lines = numbered(parties.map(namesOf), letter);
  return section(letter.text, titled(title, parties.length, letter), lines.length > 0 ? [...lines, ...notes] : []);
}

const titled = (title: string, count: number, { text }: Letter): string => `${title}${text.marks.aside(String(count))}`;

// Lines of one list of codes: a catalogue has a thousand, and whoever needs them all opens the page.
const CODES = 60;

function catalogueSection(title: string, lines: readonly string[], letter: Letter): string {
  return section(letter.text, titled(title, lines.length, letter), numbered(lines, shortened(letter)));
}

const shortened = (letter: Letter): Letter => ({ ...letter, most: Math.min(letter.most, CODES) });

function itemsOf(about: About, several: boolean, letter: Letter): string {
  const { items } = about;
  const { text } = letter;
  if (items.length === 0) return '';
  const isCatalogue = about.instrument === 'licence-catalogue' || about.instrument === 'item-list';
  const note = items.some(({ hsCodes }) => hsCodes.length > 0) ? [text.body.hsNote] : [];
  const which = several ? `${text.marks.colon}${titleOf(about, text)}` : '';
  return section(text, `${titled(text.body.labels.items, items.length, letter)}${which}`, [
    ...numbered(
      (isCatalogue ? relevantFirst(items) : items).map((item) => itemLine(item, letter)),
      isCatalogue ? shortened(letter) : letter,
    ),
    ...note,
  ]);
}

function itemLine({ text: words, controlCodes, hsCodes }: Item, { text }: Letter): string {
  const codes = excerpt(controlCodes.join(text.marks.comma), WORDS);
  const [first] = controlCodes;
  // An item's words begin with the code that stands before them already.
  const rest = first && controlCodes.length === 1 && words.startsWith(first) ? words.slice(first.length) : words;
  return [codes, hsCodes.length > 0 ? text.body.hs(hsCodes) : '', excerpt(rest, WORDS)].filter(Boolean).join(' | ');
}

/** The ministry's own words for end users and end uses, where it is they that are forbidden. */
function usesOf({ abouts, instrument }: Matter, letter: Letter): string {
  if (listIn(instrument)) return '';
  const uses = [...new Set(abouts.flatMap(({ endUses }) => endUses))].map((use) => excerpt(use, WORDS));
  return section(letter.text, letter.text.body.labels.endUses, numbered(uses, letter));
}

function numbered(lines: readonly string[], letter: Letter): readonly string[] {
  const { most, text } = letter;
  const shown = lines.slice(0, most).map((line, i) => `${i + 1}. ${line}`);
  return lines.length > most ? [...shown, text.body.more(lines.length - most, elsewhere(letter))] : shown;
}
