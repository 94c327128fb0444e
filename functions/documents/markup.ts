import { Tokenizer } from 'htmlparser2';

export type Attributes = Readonly<Partial<Record<string, string>>>;

/** What a reading of markup is told, in the order of the page. Names are lower case, entities decoded. */
export interface Visitor {
  /** @param end where the tag ends in the markup */
  open?(name: string, attributes: Attributes, end: number): void;
  /** @param start where the closing tag begins */
  close?(name: string, start: number): void;
  text?(words: string): void;
}

/** Most tags have no attributes. */
const none: Partial<Record<string, string>> = Object.freeze(Object.create(null) as object);

/**
 * Reads HTML, or XML, however broken. Tags alone and no tree: trees of 100,000 levels cost a parser's stack minutes.
 * Linear in the length; never throws.
 */
export function visit(markup: string, visitor: Visitor, xml = false): void {
  let name = '';
  let attributes: Partial<Record<string, string>> = none;
  let attribute = '';
  let value = '';
  const ignore = (): void => undefined;
  const open = (end: number): void => visitor.open?.(name, attributes, end);
  const tokenizer = new Tokenizer(
    { xmlMode: xml, decodeEntities: true, recognizeSelfClosing: xml },
    {
      ontext: (from, to) => visitor.text?.(markup.slice(from, to)),
      ontextentity: (code) => visitor.text?.(String.fromCodePoint(code)),
      oncdata: (from, to, closing) => visitor.text?.(markup.slice(from, to - closing)),
      onopentagname: (from, to) => {
        name = markup.slice(from, to).toLowerCase();
        attributes = none;
      },
      onattribname: (from, to) => {
        attribute = markup.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata: (from, to) => (value += markup.slice(from, to)),
      onattribentity: (code) => (value += String.fromCodePoint(code)),
      onattribend: () => {
        if (attributes === none) attributes = Object.create(null) as typeof attributes;
        attributes[attribute] ??= value;
      },
      onopentagend: (at) => {
        open(at + 1);
      },
      onselfclosingtag: (at) => {
        open(at + 1);
        if (xml) visitor.close?.(name, at + 1);
      },
      onclosetag: (from, to) => visitor.close?.(markup.slice(from, to).toLowerCase(), from - 2),
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}

// A page has a handful of each kind that is asked for.
const mostTags = 100;

/** The attributes of the first hundred tags that fit. */
export function tagsWhere(
  markup: string,
  fits: (name: string, attributes: Attributes) => boolean,
): readonly Attributes[] {
  const found: Attributes[] = [];
  visit(markup, {
    open: (name, attributes) => {
      if (found.length < mostTags && fits(name, attributes)) found.push(attributes);
    },
  });
  return found;
}
