import { readFileSync } from 'node:fs';
import type { Words } from '../../findings/press/tagger.ts';
import { Misconfigured } from '../../errors.ts';
import { folded } from '../../lexicon/fold.ts';
import { goods } from '../../lexicon/goods.ts';
import { places } from '../../lexicon/places.ts';
import { type Language, languages } from '../../sources/source.ts';

const folder = new URL('../../findings/press/words/', import.meta.url);

/** The words of each language by role: those of its list, then countries and goods from the lexicon. */
export function wordLists(): Readonly<Record<Language, Words>> {
  const of = (language: Language): Words => {
    const file = new URL(`${language}.txt`, folder);
    const roles = parseWords(readFileSync(file, 'utf8'), file.pathname);
    const add = (role: string, words: readonly string[]): void => void (roles[role] ??= []).push(...words);
    for (const { code, short, ...names } of places) {
      const role = code === 'jp' || code === 'us' ? code : 'xx';
      add(role, names[language]);
      if (language === 'zh') add(`${role}.beside`, [...short]);
    }
    for (const family of goods) add('goods', family[language].flatMap(spellingsOf));
    return Object.fromEntries(
      Object.entries(roles).map(([role, words]) => [role, [...new Set(words.map(folded))].join('\n')]),
    );
  };
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, Words>;
}

/**
 * A list as its file has it: `[role]` or `[role.note]`, then one word or phrase a line; `[role*]` holds English verbs, which stand for their
 * forms too: `impose.s`, `impose.ed`, `impose.ing`. "cut off = cuts off, cutting off" gives forms that no rule makes.
 */
export function parseWords(text: string, file: string): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  let role = '';
  let verbs = false;
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, name, star] = /^\[([a-z-]+(?:\.[a-z]+)?)(\*?)\]$/.exec(line) ?? [];
    if (name !== undefined) {
      role = name;
      verbs = star === '*';
      continue;
    }
    if (role === '') throw new Misconfigured(`${file}, line ${i + 1}: "${line}" stands under no [role]`);
    const [word = '', given] = line.split(/\s+=\s+/);
    const forms = given?.split(/,\s*/) ?? [];
    if (!verbs) (roles[role] ??= []).push(word, ...forms);
    else for (const [form, one] of formsOf(word, forms)) (roles[form ? `${role}.${form}` : role] ??= []).push(one);
  }
  return roles;
}

/** "ban", "bans", "banned", "banning", by the rules of spelling unless forms are given. */
function formsOf(verb: string, given: readonly string[]): readonly (readonly [string, string])[] {
  if (given.length > 0) return [['', verb], ...given.map((form) => [nameOf(form), form] as const)];
  const [first = '', ...rest] = verb.split(' ');
  const tail = rest.map((word) => ` ${word}`).join('');
  const doubled = /[^aeiou][aeiou][bgmnpt]$/.test(first) && first.length <= 4 ? `${first}${first.at(-1) ?? ''}` : first;
  const stem = doubled.replace(/e$/, '');
  const ies = /[^aeiou]y$/.test(first) ? first.slice(0, -1) : undefined;
  const es = /(?:s|sh|ch|x|z)$/.test(first);
  return [
    ['', verb],
    ['s', (ies === undefined ? `${first}${es ? 'es' : 's'}` : `${ies}ies`) + tail],
    ['ed', (ies === undefined ? `${stem}ed` : `${ies}ied`) + tail],
    ['ing', `${stem}ing${tail}`],
  ];
}

function nameOf(form: string): string {
  const [first = ''] = form.split(' ');
  return first.endsWith('ing') ? 'ing' : first.endsWith('s') ? 's' : 'ed';
}

/** What a pattern of the lexicon stands for, spelled out: `(?:a|b)`, `x?`, `[- ]`. What must not stand beside it is left out. */
export function spellingsOf(whole: string): readonly string[] {
  const pattern = whole.replace(/\(\?<?![^()]*\)/g, '');
  let spellings = [''];
  let at = 0;
  while (at < pattern.length) {
    const [found, choices] = choicesAt(pattern, at);
    at += found;
    const optional = pattern[at] === '?';
    if (optional) at++;
    spellings = spellings.flatMap((start) => [...choices, ...(optional ? [''] : [])].map((end) => start + end));
  }
  return spellings;
}

/** What may stand at a place of a pattern, and how many characters of the pattern say so. */
function choicesAt(pattern: string, at: number): readonly [number, readonly string[]] {
  if (pattern[at] === '[') {
    const end = pattern.indexOf(']', at);
    return [end + 1 - at, [...pattern.slice(at + 1, end)]];
  }
  if (!pattern.startsWith('(?:', at)) return [1, [pattern[at] ?? '']];
  const choices: string[] = [];
  let depth = 1;
  let start = at + 3;
  for (let i = start; ; i++) {
    const character = pattern[i];
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === undefined)
      throw new Misconfigured(`lexicon: "${pattern}" opens a bracket that it does not close`);
    if ((character === '|' && depth === 1) || depth === 0) {
      choices.push(...spellingsOf(pattern.slice(start, i)));
      start = i + 1;
    }
    if (depth === 0) return [i + 1 - at, choices];
  }
}
