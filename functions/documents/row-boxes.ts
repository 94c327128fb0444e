/** An element of a page that others stand in; two of one name are told apart by their number. */
export interface Box {
  readonly name: string;
  readonly number: number;
}

/** Elements that stand for structure; those of a line, and those that hold nothing, are no boxes. */
const structural = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table tbody td template tfoot th thead tr ul'.split(
    ' ',
  ),
);
const lists = new Set(['ul', 'ol', 'table', 'dl']);
const items = new Set(['li', 'tr']);
/** What ends when one of its like begins, though nobody closed it, and how far up that reaches. */
const implied: Readonly<Partial<Record<string, { readonly ends: readonly string[]; readonly within: string }>>> = {
  li: { ends: ['li'], within: 'ul ol' },
  tr: { ends: ['tr'], within: 'table' },
  td: { ends: ['td', 'th'], within: 'tr table' },
  th: { ends: ['td', 'th'], within: 'tr table' },
  dt: { ends: ['dt', 'dd'], within: 'dl' },
  dd: { ends: ['dt', 'dd'], within: 'dl' },
};
// Layout tables stand a dozen deep; what is deeper is no list that we know.
const deepest = 60;

/** Keeps account of the boxes that are open while a page is read, though its pages forget to close them. */
export function boxes() {
  const stack: Box[] = [];
  let opened = 0;
  const cut = (length: number): void => void (stack.length = Math.min(stack.length, length));
  const close = (names: readonly string[], within: string): void => {
    const at = stack.findLastIndex(({ name }) => names.includes(name));
    const edge = stack.findLastIndex(({ name }) => within.split(' ').includes(name));
    if (at > edge) cut(at);
  };
  const nearest = (): number => stack.findLastIndex(({ name }) => items.has(name) || lists.has(name));
  const inItem = (): boolean => items.has(stack[nearest()]?.name ?? '');
  return {
    inItem,
    /** The boxes that are open, outermost first, as far as the list's item where one is open. */
    toItem: (): readonly Box[] => (inItem() ? stack.slice(0, nearest() + 1) : [...stack]),
    /** Whether a row ends where a tag of this name opens or closes. */
    ends: (name: string): boolean =>
      items.has(name) || lists.has(name) || (structural.has(name) && name !== 'td' && name !== 'th' && !inItem()),
    /** @returns how many boxes stayed open on the way in */
    enter(name: string): number {
      if (!structural.has(name)) return stack.length;
      const rule = implied[name];
      if (rule) close(rule.ends, rule.within);
      else close(['p'], 'div td li section article');
      const stayed = stack.length;
      if (stack.length < deepest) stack.push({ name, number: ++opened });
      return stayed;
    },
    /** @returns how many boxes are left open */
    leave(name: string): number {
      if (structural.has(name)) {
        const at = stack.findLastIndex((box) => box.name === name);
        if (at >= 0) cut(at);
      }
      return stack.length;
    },
  };
}
