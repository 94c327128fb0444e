import { isHeaderLine } from './identity.ts';
import { annexHeading } from './phrases.ts';

/** Where the part that binds ends: an address or a name in an annex says nothing of dates and duties. */
export function operativeEnd(text: string): number {
  let at = 0;
  for (const line of text.split('\n')) {
    if (at > 0 && annexHeading.test(line)) return at;
    at += line.length + 1;
  }
  return text.length;
}

/** The part that binds, without header and annexes. */
export const operativePart = (text: string): string =>
  text
    .slice(0, operativeEnd(text))
    .split('\n')
    .filter((line) => !isHeaderLine(line))
    .join('\n');
