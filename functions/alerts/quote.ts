import { excerpt } from './safe-text.ts';

// By what law, to what end and after whose approval: how announcements begin, before they do anything.
const preamble = /^(?:根据|依据|依照|按照|为|鉴于|经|现|履行|维护)/;

/**
 * A quote from where it does something (禁止…, 决定将…列入…, 暂停实施…): clauses of the preamble before that are left out,
 * and `…` says so. A quote that is all preamble stays whole.
 */
export function operative(quote: string, most: number): string {
  const clauses = quote.split(/(?<=[，,])/);
  const first = clauses.findIndex((clause) => !preamble.test(clause.trim()));
  if (first <= 0) return excerpt(quote, most);
  return `…${excerpt(clauses.slice(first).join(''), most - 1)}`;
}
