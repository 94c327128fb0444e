import type { Document } from '../documents/document.ts';
import { readAnnouncement } from './official/announcement.ts';
import type { Reading } from './finding.ts';
import { identify } from './official/identity.ts';
import { losesCharacters, unclearForLoss } from './official/lost-characters.ts';
import { readReport } from './press/report.ts';
import { readStatement } from './official/statement.ts';

/**
 * What one document says about China's dual-use export controls as they reach Japan, or silence; always with the reasons.
 * Pure, total and linear in the length of the text: any text at all yields one of the two.
 */
export function interpret(document: Document): Reading {
  if (document.authority !== 'official') return readReport(document);
  const official = identify(document);
  const reading = official.form === 'statement' ? readStatement(official) : readAnnouncement(official);
  return losesCharacters(official) ? unclearForLoss(official, reading) : reading;
}
