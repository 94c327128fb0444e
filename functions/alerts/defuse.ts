import tlds from 'tlds' with { type: 'json' };

/**
 * Addresses in the words of others, made such that no mail client makes a link of them, and no reader follows one by mistake.
 * What is plainly an address is left out; what may be a company's name (`Co.Ltd`) keeps its words.
 */

const topLevel: ReadonlySet<string> = new Set(tlds);

// Browsers take each of these for the dot of a name (UTS 46), and NFKC makes dots of the others.
const dot = String.raw`[.。．｡․﹒]`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?`;
const domain = String.raw`(?<![\p{L}\p{M}\p{N}_-])(?:${label}${dot})+${label}`;

/** With its scheme, or by a name that begins with www. */
const spelledOut = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\d?${dot}|mailto:)\S+`,
  'giu',
);
/** Schemes that need no slashes. */
const scheme = /(?<![\p{L}\p{N}])(javascript|data|vbscript|tel|sms|smsto|file|blob|intent|skype|whatsapp):(?=\S)/giu;
const bare = new RegExp(domain, 'gu');
const figures = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/gu;
const mail = /(?<=[\p{L}\p{N}._%+-])[@＠﹫](?=[\p{L}\p{N}])/gu;

/**
 * A text in which nothing is an address any more.
 * @param keep tells of an address that is spelled out whether it may stand as it is
 */
export function defused(text: string, keep: (address: string) => boolean = () => false): string {
  let done = 0;
  const parts: string[] = [];
  for (const match of text.matchAll(spelledOut)) {
    const address = match[0].replace(/[\p{P}\p{S}]+$/u, (end) => (end.startsWith('/') ? '/' : ''));
    if (keep(address)) parts.push(withoutNames(text.slice(done, match.index)), address);
    else parts.push(withoutNames(text.slice(done, match.index)), '[…]');
    done = match.index + (keep(address) ? address.length : match[0].length);
  }
  return parts.join('') + withoutNames(text.slice(done));
}

const withoutNames = (text: string): string =>
  text
    .replace(scheme, '$1[:]')
    .replace(mail, '[at]')
    .replace(figures, (address) => address.replaceAll('.', '[.]'))
    .replace(bare, (name) => (isDomain(name) ? bracketed(name) : defusedInside(name)));

/** An address that people can read and copy, and no mail client makes a link of. */
export const bracketed = (address: string): string =>
  address.replace(/^([a-z][a-z0-9+.-]*):/i, '$1[:]').replace(new RegExp(dot, 'gu'), '[.]');

/** Whether the last label is one that the world resolves, in letters of its own or in those of `xn--`. */
function isDomain(name: string): boolean {
  const labels = labelsOf(name);
  const last = labels.at(-1) ?? '';
  return topLevel.has(last) || /^xn--[a-z0-9-]+$/.test(last);
}

const labelsOf = (name: string): readonly string[] => name.normalize('NFKC').toLowerCase().split(/[.。]/);

/** `evil.cc。商务部`: a sentence may go on behind a name without a space. */
function defusedInside(name: string): string {
  const parts = name.split(new RegExp(`(${dot})`, 'u'));
  return parts
    .map((part, i) => {
      const next = (parts[i + 1] ?? '').normalize('NFKC').toLowerCase();
      const isDot = i % 2 === 1;
      // A Latin name begins the next label where Chinese goes on: 点击evil.cc登录.
      const start = /^[a-z0-9-]+/.exec(next)?.[0] ?? next;
      return isDot && (topLevel.has(next) || (start !== next && topLevel.has(start))) ? '[.]' : part;
    })
    .join('');
}
