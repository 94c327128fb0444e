import type { Instrument } from '../findings/finding.ts';
import { cited, type LawId } from '../lexicon/law.ts';
import type { Restriction } from '../register/restriction.ts';

/** The languages of the watch's readers. */
export const answerLanguages = ['en', 'ja', 'zh'] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/** What the law says of an instrument, the first thing first. */
export const lawOf: Readonly<Record<Instrument, readonly LawId[]>> = {
  'control-list': ['control-list', 'control-list-units', 'control-list-fine'],
  'watch-list': ['watch-list', 'watch-list-removal'],
  'unreliable-entity-list': ['unreliable-entities'],
  'country-ban': ['country-ban'],
  'item-control': ['licence', 'end-user', 'review'],
  'item-list': ['item-list', 'catch-all'],
  'licence-catalogue': ['customs'],
  'licensing-rule': ['procedure'],
};

/** Who must do what under a measure, with the articles that bear it. */
export function dutyOf(
  { instrument, reach, extraterritorial }: Pick<Restriction, 'instrument' | 'reach' | 'extraterritorial'>,
  language: AnswerLanguage,
): string {
  const first: readonly LawId[] =
    instrument === 'country-ban' && reach === 'japan' ? ['end-use-ban'] : lawOf[instrument].slice(0, 1);
  const whole: readonly LawId[] = [
    ...first,
    ...(instrument === 'item-control' ? (['end-user'] as const) : []),
    ...(extraterritorial ? (['liable-abroad'] as const) : []),
  ];
  return whole.map((id) => cited(id, language)).join(language === 'en' ? ' ' : '');
}

/** What binds for goods that are in no list. */
export const catchAll = (language: AnswerLanguage): string => cited('catch-all', language);
