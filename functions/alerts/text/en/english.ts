import type { Text } from '../text.ts';
import { body } from './body.ts';
import { digest } from './digest.ts';
import { doubts } from './doubts.ts';
import { headlines } from './headlines.ts';
import { days, marks, nouns } from './nouns.ts';

/** English as compliance staff in Japan read it: short main clauses, the ministry's own terms, Tokyo's clock first. */
export const english: Text = { language: 'en', nouns, marks, days, headlines, body, doubts, digest };
