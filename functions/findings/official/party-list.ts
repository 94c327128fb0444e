import type { Folded } from '../../lexicon/fold.ts';
import { fold } from '../../lexicon/fold.ts';
import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import { annexHeading, signature } from './phrases.ts';
import { entriesOf, type Entry } from './list-entries.ts';
import type { Party } from '../finding.ts';
import { isGroup, partiesOfEntry } from './opened-list.ts';
import { partyOf } from './party-entry.ts';
import { fieldLabel, looksLikeName, mayBeName, splitNames } from './party-names.ts';
import { partiesInTable } from './party-table.ts';

/**
 * The parties that a text lists: in its annexes, in any numbering (`1.` `1、` `（1）` `①` `一、`), one a line or run
 * together, nested, as a table, or unnumbered; else in a list under the sentence that opens one. Numbered clauses of
 * procedure are no parties: without an annex an entry must look like a name by itself.
 */
export function listedParties(text: Folded): readonly Party[] {
  const annexes = annexesOf(text.text);
  const listed = annexes.flatMap(({ from, to }) => partiesBetween(text, from, to, mayBeName));
  if (listed.length > 0) return listed;
  const end = annexes[0]?.from ?? text.text.length;
  return partiesBetween(text, 0, end, looksLikeName);
}

/** Every entry of the body's lists that can be a name, whatever its look: right only where a stated count bears it out. */
export const possibleParties = (text: Folded): readonly Party[] =>
  partiesBetween(text, 0, annexesOf(text.text)[0]?.from ?? text.text.length, mayBeName);

/** Rows of names behind a word for their kind or place (关东（7家）：甲、乙。): right only where a stated count bears them out. */
export function groupedParties(text: Folded): readonly Party[] {
  const end = annexesOf(text.text)[0]?.from ?? text.text.length;
  const found: Party[] = [];
  let at = 0;
  for (const line of text.text.slice(0, end).split('\n')) {
    const words = text.quote(at, at + line.length);
    at += line.length + 1;
    const row = /^[^：:（(\n]{1,24}(?:[（(][^（()）]{1,12}[）)])?[：:](?<names>.+)$/s.exec(words)?.groups?.['names'];
    const names = row === undefined || words.length > 4_000 ? [] : splitNames(row.replace(/[。；;]$/, ''));
    if (names.length > 0 && names.every(looksLikeName)) found.push(...names.flatMap((name) => partyOf(name) ?? []));
  }
  return found;
}

/** The parties under the annex heading, or in the clause, that names one of several lists. */
export function partiesUnder(text: Folded, phrase: RegExp): readonly Party[] {
  return annexesOf(text.text).flatMap(({ heading, from, to }) => {
    const head = text.text.slice(heading, from) + (text.text.slice(from, to).split('\n', 1)[0] ?? '');
    return phrase.test(head) ? partiesBetween(text, from, to, mayBeName) : [];
  });
}

interface Annex {
  readonly heading: number;
  readonly from: number;
  readonly to: number;
}

/** Where annexes begin, each behind its heading, which may share a line with the list. */
function annexesOf(text: string): readonly Annex[] {
  const starts: { heading: number; from: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (annexHeading.test(line)) {
      const word = /^附(?:件|表|录)?[:.]?/.exec(line)?.[0].length ?? 0;
      const sharesLine = entriesOf(line.slice(word, 5_000)).length > 1;
      starts.push({ heading: at, from: sharesLine ? at + word : Math.min(at + line.length + 1, text.length) });
    }
    at += line.length + 1;
  }
  return starts.map((start, i) => {
    const to = starts[i + 1]?.heading ?? text.length;
    // 注：1.第4项仅指…: notes under a list name nobody who is on it.
    const note = /\n(?:注|说明|备注)\d{0,2}(?::|[.、])/.exec(text.slice(start.from, to));
    return { ...start, to: note ? start.from + note.index : to };
  });
}

function partiesBetween(text: Folded, from: number, to: number, isName: (words: string) => boolean): readonly Party[] {
  const part = text.text.slice(from, to);
  const words = ({ from: start, to: end }: Entry): string => text.quote(from + start, from + end);
  const tabled = partiesInTable(text, from, to);
  if (tabled.length > 0) return tabled;
  const entries = entriesOf(part).filter((entry) => !(entry.parent && isGroup(words(entry))));
  const named = entries.flatMap((entry) => (isName(words(entry)) ? partiesOfEntry(words(entry)) : []));
  if (named.length > 0 || isName !== mayBeName) return named;
  return lineEntries(part).flatMap((entry) => partyOf(words(entry)) ?? []);
}

function lineEntries(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const field = fieldLabel.test(line);
    if (field && entries.length > 0)
      entries[entries.length - 1] = { from: entries.at(-1)?.from ?? at, to: at + line.length, parent: false };
    else if (!field && looksLikeName(line) && !signature.test(line) && !/[。;]$/.test(line))
      entries.push({ from: at, to: at + line.length, parent: false });
    at += line.length + 1;
  }
  return entries;
}

/** `20家日本实体`: the count a text states for the parties it is about to list; 1家机构和3名自然人 are four. */
export function statedCount(words: string): number | undefined {
  // 其余18家 are not those meant.
  const [first, ...rest] = [...words.replace(/(?:其余|其他|剩余)[^,。;]{0,20}?(?:家|户|个)/g, '').matchAll(counted)];
  if (!first) return undefined;
  const one = parseNumeral(first.groups?.['count'] ?? '');
  const persons = rest.find(({ groups }) => groups?.['of'] === '名');
  const isRow = persons !== undefined && first.groups?.['of'] !== '名' && persons.index - first.index < 24;
  return isRow && one !== undefined ? one + (parseNumeral(persons.groups?.['count'] ?? '') ?? 0) : one;
}

const counted = new RegExp(
  `(?<![\\d,])(?<count>\\d{1,3}(?:,\\d{3})+|${numeral})(?<of>家|户|个|名)(?=[^。;,:]{0,30}?(?:实体|企业|公司|机构|组织|单位|子公司|自然人|个人|列|$)|[。:])`,
  'g',
);

/** Folds words again, for a part of a text that is read as one of its own. */
export const partOf = (text: Folded, from: number, to: number): Folded => fold(text.quote(from, to));
