import type { Document } from '../documents/document.ts';
import type { Reading } from './finding.ts';
import { readOfficial } from './official/read-official.ts';
import { readReport } from './press/report.ts';

/**
 * What one document says about China's dual-use export controls as they reach Japan, or silence; always with the reasons.
 * Pure, total and linear in the length of the text: any text at all yields one of the two.
 */
export const interpret = (document: Document): Reading =>
  document.authority === 'official' ? readOfficial(document) : readReport(document);
