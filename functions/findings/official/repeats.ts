import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import type { Act } from './act.ts';
import { aimsOf, isKnownOfJapan, reachOf } from './reach.ts';
import type { Text } from './text.ts';

const reminds =
  /提醒|提示|重申|请[^。]{0,16}(?:遵守|注意|做好|知悉)|(?:应当|应|须)(?:切实|严格)?遵守|严格遵守|不得为[^。]{0,12}违法|依法(?:予以)?(?:查处|处罚|追究|严惩)|宜(?:根据|结合|自)/;

/** A reminder to those who export: it names measures that stand, says no day, does nothing to them, and lays down nothing. */
export function reminderActs(text: Text): readonly Act[] {
  const words = `${text.title.text}\n${text.sentences.map(({ text: one }) => one).join('\n')}`;
  const acts = text.propositions.some(({ act, actor }) => actor === 'china' && act !== 'keep' && act !== 'expire');
  if (acts || text.effect.from !== undefined || !reminds.test(words)) return [];
  return explaining(text, words, 'a reminder of what stands');
}

/** 关于商务部公告2026年第1号执行中有关问题的说明: a note that says how measures are understood, and alters none. */
export const isNote = ({ title, number }: Text): boolean =>
  number === undefined &&
  /(?:问题|口径|含义|适用)[^。]{0,8}的?(?:说明|答复|意见|复函|解释)$|执行口径|问答|解答/.test(title.text);

/** What a note explains: the measures that it names. */
export const noteActs = (text: Text): readonly [Act] =>
  explaining(text, `${text.title.text}\n${text.text.text}`, 'a note on how measures are understood');

function explaining(text: Text, words: string, rule: string): readonly [Act] {
  const numbers = [...new Set(announcementNumbers(words.slice(0, 20_000)).map(({ number }) => number))].filter(
    (number) => number !== text.number,
  );
  const reach = numbers.some(isKnownOfJapan) ? 'japan' : reachOf(aimsOf(words));
  const quote = text.sentences.find(({ text: one }) => reminds.test(one))?.quote ?? text.document.title;
  const about = {
    action: 'clarify',
    instrument: 'licensing-rule',
    reach,
    goods: [],
    endUses: [],
    announcements: numbers,
  } as const;
  return [{ reach, rule, provision: { action: 'clarify', about, quote } }];
}
