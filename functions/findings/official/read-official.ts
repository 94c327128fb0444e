import type { Document } from '../../documents/document.ts';
import type { Reading } from '../finding.ts';
import { isAccount, readAccount } from './account.ts';
import { readAnnouncement } from './announcement.ts';
import { identify } from './identity.ts';
import { losesCharacters, unclearForLoss } from './lost-characters.ts';
import { readStatement } from './statement.ts';

/** What a ministry's announcement, statement or account of its work says. */
export function readOfficial(document: Document): Reading {
  const official = identify(document);
  const read = official.form === 'statement' ? readStatement : isAccount(official) ? readAccount : readAnnouncement;
  const reading = read(official);
  return losesCharacters(official) ? unclearForLoss(official, reading) : reading;
}
