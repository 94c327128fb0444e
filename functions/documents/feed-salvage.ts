import { visit } from './markup.ts';

/** One feed item, in words as the feed gives them; '' for what it leaves out. */
export interface Item {
  readonly title: string;
  readonly link: string;
  /** guid, Atom id or rdf:about. */
  readonly id: string;
  readonly date: string;
  readonly summary: string;
  /** The outlet that an aggregator names in `<source url>`. */
  readonly outlet: string;
}

const fields: Readonly<Partial<Record<string, keyof Item>>> = {
  title: 'title',
  link: 'link',
  guid: 'id',
  id: 'id',
  pubdate: 'date',
  'dc:date': 'date',
  published: 'date',
  updated: 'date',
  description: 'summary',
  summary: 'summary',
  content: 'summary',
  'content:encoded': 'summary',
  source: 'outlet',
};

/**
 * The items of a feed that is not well-formed: HTML left unescaped, unknown entities, the end cut off. An item that was
 * never closed is not all there, and is left.
 */
export function salvageItems(xml: string): readonly Item[] {
  const items: Item[] = [];
  let item: Record<keyof Item, string> | undefined;
  let field: { readonly name: string; readonly key: keyof Item } | undefined;
  let words = '';
  const endField = (): void => {
    if (item && field) item[field.key] ||= words.trim();
    field = undefined;
    words = '';
  };
  const visitor = {
    open: (tag: string, attributes: Readonly<Partial<Record<string, string>>>): void => {
      const name = unprefixed(tag);
      if (name === 'item' || name === 'entry') {
        item = { title: '', link: '', id: attributes['rdf:about'] ?? '', date: '', summary: '', outlet: '' };
        field = undefined;
        words = '';
        return;
      }
      const key = fields[name];
      if (!item || field || !key) return;
      // An Atom link is an attribute; an Atom source is a whole feed's head.
      if (key === 'link' && (attributes['rel'] ?? 'alternate') === 'alternate') item.link ||= attributes['href'] ?? '';
      if (key !== 'outlet' || attributes['url'] !== undefined) field = { name, key };
    },
    close: (tag: string): void => {
      const name = unprefixed(tag);
      const ends = name === 'item' || name === 'entry';
      if (ends || field?.name === name) endField();
      if (ends && item) items.push(item);
      if (ends) item = undefined;
    },
    text: (text: string): void => {
      if (field) words += text;
    },
  };
  visit(xml, visitor, true);
  return items;
}

const unprefixed = (tag: string): string => tag.replace(/^(?:atom|rss):/, '');
