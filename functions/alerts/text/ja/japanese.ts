import type { Text } from '../text.ts';
import { body } from './body.ts';
import { digest } from './digest.ts';
import { doubts } from './doubts.ts';
import { headlines } from './headlines.ts';
import { days, marks, nouns } from './nouns.ts';

/** 日本の輸出管理担当者の用語で書く。中国語の名称は初出で括弧に入れる。 */
export const japanese: Text = { language: 'ja', nouns, marks, days, headlines, body, doubts, digest };
