import { hashOf } from './hash.ts';

/** A word of a text by what it does there, and where it stands in the folded text. */
export interface Token {
  /** The code of its role, form included: `impose.ed`. */
  readonly role: number;
  /** The code of its role without the form: `impose`. */
  readonly base: number;
  /** The code of its role with a note on it, `jp.city`; 0 for most. */
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Notes on a word that stand behind its role, as a verb's form does, but tell only whether it concerns us at all: a city, a letter
 * that is a country beside another one, what anybody gives. As a feature such a word is one of its role.
 */
const notes = ['city', 'beside', 'anybody'];

function rolesOf(name: string): Pick<Token, 'role' | 'base' | 'note'> {
  const [base = '', form = ''] = name.split('.');
  const isNote = notes.includes(form);
  return { role: roleCode(isNote ? base : name), base: roleCode(base), note: isNote ? roleCode(name) : 0 };
}

/** Words by role, folded; several of one role stand on lines of their own. A word of two roles plays the first. */
export type Words = Readonly<Record<string, string>>;

/** The code of a role: of its name alone, so that a new role moves no other. */
export const roleCode = (name: string): number => hashOf(name);

/** Beginnings of words that there is room for. */
const ROOM = 1 << 16;

/**
 * Words letter by letter, as a tree in flat arrays: made of objects, it would take forty milliseconds of every start of
 * the poller. Node 0 is the root.
 */
class Tree {
  /** Behind the root, by the first letter; 0 is none. */
  readonly firsts = new Uint16Array(0x10000);
  /** Behind every other node: a hash table, whose keys are a node and the next letter. */
  readonly keys = new Int32Array(ROOM);
  readonly nodes = new Uint16Array(ROOM);
  #size = 0;

  /** The node at the end of a word, made where there is none. */
  add(word: string): number {
    let node = (this.firsts[word.charCodeAt(0)] ||= ++this.#size);
    for (let i = 1; i < word.length; i++) {
      const key = (node << 16) | word.charCodeAt(i);
      const place = placeOf(key, this.keys);
      this.keys[place] = key;
      node = this.nodes[place] ||= ++this.#size;
    }
    if (this.#size > ROOM / 2) throw new RangeError(`words: more than ${ROOM / 2} beginnings of words`);
    return node;
  }
}

/** Where a key of the hash table stands, or would. */
function placeOf(key: number, keys: Int32Array): number {
  let place = Math.imul(key, 0x9e3779b1) >>> 16;
  for (let at = keys[place]; at !== key && at !== 0; at = keys[place]) place = (place + 1) & (ROOM - 1);
  return place;
}

/** Word lists by name, as words are looked up in them: a list is read when it is first needed. */
export class Vocabulary<Name extends string> {
  readonly #tree = new Tree();
  readonly #roles: Pick<Token, 'role' | 'base' | 'note'>[] = [];
  /** By list, at the end of a word: the number of its role; 0 is none. */
  readonly #read = new Map<Name, Uint16Array>();
  readonly #lists: Readonly<Record<Name, Words>>;

  constructor(lists: Readonly<Record<Name, Words>>) {
    this.#lists = lists;
  }

  #listOf(name: Name): Uint16Array {
    const known = this.#read.get(name);
    if (known) return known;
    const numbers = new Uint16Array(ROOM);
    for (const [role, list] of Object.entries(this.#lists[name])) {
      const number = this.#roles.push(rolesOf(role));
      for (const word of list.split('\n')) numbers[this.#tree.add(word)] ||= number;
    }
    this.#read.set(name, numbers);
    return numbers;
  }

  /**
   * Finds the words of some lists in folded text: at each place the longest one, and Latin ones only whole.
   * @param order the lists; where two write one word, the first says what it does
   */
  tagger(order: readonly Name[]): Tagger {
    const roles = this.#roles;
    const { firsts, keys, nodes } = this.#tree;
    const numbers = firstOf(order.map((list) => this.#listOf(list)));
    return (text, from) => {
      let node = firsts[text.charCodeAt(from)] ?? 0;
      if (node === 0) return undefined;
      let number = 0;
      let to = from;
      let unit = text.charCodeAt(from);
      for (let i = from + 1; node !== 0; i++) {
        const next = text.charCodeAt(i);
        const found = numbers[node] ?? 0;
        if (found !== 0 && !(isLatin(unit) && isLatin(next))) {
          number = found;
          to = i;
        }
        node = nodes[placeOf((node << 16) | next, keys)] ?? 0;
        unit = next;
      }
      const role = roles[number - 1];
      return role && { role: role.role, base: role.base, note: role.note, from, to };
    };
  }
}

/** By node, the number of the role of the first list that has a word ending there. */
function firstOf(lists: readonly Uint16Array[]): Uint16Array {
  const [numbers = new Uint16Array(ROOM), ...others] = lists.map((list, i) => (i === 0 ? list.slice() : list));
  for (const list of others) for (let node = 1; node < ROOM; node++) numbers[node] ||= list[node] ?? 0;
  return numbers;
}

/** The word at a place of a text, or undefined. */
export type Tagger = (text: string, from: number) => Token | undefined;

/** A letter or digit of a Latin word, on folded text. */
export const isLatin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xe0 && unit <= 0x24f);
