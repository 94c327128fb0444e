import type { Document, DocumentId } from '../../functions/documents/document.ts';
import { fingerprintOf } from '../../functions/documents/fingerprint.ts';
import type { BeijingDate } from '../../functions/time.ts';

/** A written page of the ministry, as rows of the fixtures hold it. */
export interface Page {
  readonly title: string;
  readonly publishedOn?: BeijingDate;
  readonly body: string;
  readonly unread?: readonly string[];
}

/** The page as a document of the ministry's list of announcements. */
export const officialDocument = ({ title, body, publishedOn, unread }: Page): Document => ({
  id: title as DocumentId,
  fingerprint: fingerprintOf(title, body),
  source: 'mofcom-announcements',
  publisher: '商务部',
  authority: 'official',
  language: 'zh',
  url: 'https://www.mofcom.gov.cn/1.html',
  title,
  text: body,
  ...(publishedOn && { publishedOn }),
  ...(unread && { unread }),
});
