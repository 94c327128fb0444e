import type { Text } from '../text.ts';
import { body } from './body.ts';
import { digest } from './digest.ts';
import { doubts } from './doubts.ts';
import { headlines } from './headlines.ts';
import { days, marks, nouns } from './nouns.ts';

/** 用公告的原词，不另造译名。 */
export const chinese: Text = { language: 'zh', nouns, marks, days, headlines, body, doubts, digest };
