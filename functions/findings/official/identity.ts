import type { Document } from '../../documents/document.ts';
import { type AnnouncementNumber, announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { type NamedDay, namedDays } from '../../lexicon/dates.ts';
import { type Folded, fold } from '../../lexicon/fold.ts';
import { statementTitle } from './phrases.ts';
import type { BeijingDate } from '../../time.ts';

/** An official document, folded once, with what identifies it. */
export interface Official {
  readonly document: Document;
  readonly title: Folded;
  readonly text: Folded;
  /** The announcement's own number, as title, header block or first lines state it. */
  readonly number: AnnouncementNumber | undefined;
  readonly form: 'announcement' | 'statement' | 'other';
  /** The header's day, else the listing's, else the signature's. */
  readonly publishedOn: BeijingDate | undefined;
}

const headerNumber = /发(?:布)?文字?号\]?:?\s*(?<number>[^\n[]{4,60})/;
const headerDay = /发文日期\]?:?\s*(?<day>[^\n[]{6,20})/;

export function identify(document: Document): Official {
  const title = fold(document.title);
  const text = fold(document.text);
  const number = ownNumber(title.text, text.text);
  const form = number ? 'announcement' : statementTitle.test(title.text) ? 'statement' : 'other';
  return { document, title, text, number, form, publishedOn: publicationDay(document, text.text) };
}

/** A number is the document's own where a line begins with it; one inside a sentence is a citation. */
function ownNumber(title: string, text: string): AnnouncementNumber | undefined {
  const stated = headerNumber.exec(text)?.groups?.['number'];
  const lines = [title, ...(stated ? [stated] : []), ...text.split('\n', 8)];
  for (const line of lines) {
    const first = announcementNumbers(line)[0];
    if (first && first.from <= 1 && !/^号?(?:等|的|规定|要求)/.test(line.slice(first.to))) return first.number;
    // "…的公告(商务部公告2026年第11号)", as policy libraries write titles.
    if (first && line === title && /^[\])]?$/.test(line.slice(first.to)) && /[[(]$/.test(line.slice(0, first.from))) {
      return first.number;
    }
  }
  return undefined;
}

function publicationDay(document: Document, text: string): BeijingDate | undefined {
  const header = headerDay.exec(text)?.groups?.['day'];
  return namedDays(header ?? '')[0]?.day ?? document.publishedOn ?? signatureDay(text);
}

/** The last line that is nothing but a day, the issuer's date under the signature. */
function signatureDay(text: string): BeijingDate | undefined {
  const lines = text.split('\n').reverse();
  const alone = (line: string): NamedDay | undefined =>
    namedDays(line).find((named) => named.from === 0 && named.to === line.length);
  return lines.map(alone).find((named) => named !== undefined)?.day;
}
