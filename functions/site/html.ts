/** Markup that is safe to put into a page: made by `html`, never from a text of others. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: texts and numbers are escaped, markup is kept, nothing is nothing. */
export type Part = Html | string | number | undefined | false | readonly Part[];

// Control characters, which HTML forbids, and those that turn the text around them about.
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text of others as HTML text or attribute value. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unseen, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);

// A template is written over several lines; a third of a page would be their indents.
const trimmed = new WeakMap<TemplateStringsArray, readonly string[]>();
function markupIn(strings: TemplateStringsArray): readonly string[] {
  const known = trimmed.get(strings);
  if (known) return known;
  const made = strings.map((markup) => markup.replace(/\s+/g, ' '));
  trimmed.set(strings, made);
  return made;
}

/** A page's markup, everything put into it escaped: html`<p>${title}</p>`. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(markupIn(strings).reduce((markup, next, i) => `${markup}${markupOf(parts[i - 1])}${next}`));
}

function markupOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part.map(markupOf).join('');
}
