import { hashOf } from './hash.ts';

/** A word of a text by what it does there, and where it stands in the folded text. */
export interface Token {
  /** The code of its role, form included: `impose.ed`. */
  readonly role: number;
  /** The code of its role without the form: `impose`. */
  readonly base: number;
  readonly from: number;
  readonly to: number;
}

/** Words by role, folded; several of one role stand on lines of their own. A word of two roles plays the first. */
export type Words = Readonly<Record<string, string>>;

/** The code of a role: of its name alone, so that a new role moves no other. */
export const roleCode = (name: string): number => hashOf(name);

interface Node {
  readonly next: Map<number, Node>;
  role: number;
  base: number;
}

const node = (): Node => ({ next: new Map(), role: 0, base: 0 });

/** Finds words in folded text: at each place the longest one, and Latin ones only whole. */
export class Tagger {
  readonly #root = node();

  constructor(vocabularies: readonly Words[]) {
    for (const words of vocabularies) {
      for (const [name, list] of Object.entries(words)) {
        const role = roleCode(name);
        const base = roleCode(name.replace(/\..*/, ''));
        for (const word of list.split('\n')) this.#add(word, role, base);
      }
    }
  }

  #add(word: string, role: number, base: number): void {
    let at = this.#root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let next = at.next.get(unit);
      if (next === undefined) at.next.set(unit, (next = node()));
      at = next;
    }
    if (at.role !== 0) return;
    at.role = role;
    at.base = base;
  }

  /** The word at a place, or undefined. */
  at(text: string, from: number): Token | undefined {
    let best: Node | undefined;
    let to = from;
    let at = this.#root;
    for (let i = from; ;) {
      const unit = text.charCodeAt(i);
      const next = at.next.get(unit);
      if (next === undefined) break;
      at = next;
      i++;
      if (at.role === 0 || (isLatin(unit) && isLatin(text.charCodeAt(i)))) continue;
      best = at;
      to = i;
    }
    return best && { role: best.role, base: best.base, from, to };
  }
}

/** A letter or digit of a Latin word, on folded text. */
export const isLatin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xe0 && unit <= 0x24f);
