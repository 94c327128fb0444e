import type { Document } from '../../documents/document.ts';
import type { Reading } from '../finding.ts';
import { readAnnouncement } from './announcement.ts';
import { identify } from './identity.ts';
import { losesCharacters, unclearForLoss } from './lost-characters.ts';
import { readStatement } from './statement.ts';

/** What a ministry's announcement or statement says. */
export function readOfficial(document: Document): Reading {
  const official = identify(document);
  const reading = official.form === 'statement' ? readStatement(official) : readAnnouncement(official);
  return losesCharacters(official) ? unclearForLoss(official, reading) : reading;
}
