import { ban, draft, itemControl, itemList, licenceCatalogue, rule, ruleTitle } from './phrases.ts';
import type { Act } from './act.ts';
import { aimsOf, reachOf } from './reach.ts';
import type { Instrument } from '../finding.ts';
import type { Official } from './identity.ts';
import { goodsNamed } from '../item-list.ts';
import { measureFrom, operativePart } from './measure.ts';
import { type Sentence, withoutTitles } from './sentences.ts';

/**
 * What an announcement imposes by itself, beside lists of parties: a ban on a country, control of goods, a list of goods,
 * a licence catalogue, a rule of licensing. One announcement imposes one such measure.
 */
export function ownMeasure(official: Official, sentences: readonly Sentence[]): readonly Act[] {
  const sentence = instrumentTests.flatMap(([instrument, test]) => {
    const matching = sentences.filter((candidate) => test(candidate.text, official));
    const match = matching.find(({ text }) => binding.test(withoutTitles(text))) ?? matching[0];
    return match ? [{ instrument, match }] : [];
  })[0];
  if (sentence === undefined) return [];
  const { instrument, match } = sentence;
  const reach = reachOf(
    aimsOf(`${withoutTitles(official.title.text)}\n${withoutTitles(operativePart(official.text.text))}`),
  );
  if (draft.test(official.title.text)) {
    const goods = goodsNamed(`${official.title.text}\n${official.text.text}`);
    const about = { action: 'impose', instrument, reach, goods, endUses: [], announcements: [] } as const;
    return [{ reach, rule: 'draft for comment', provision: { action: 'clarify', about, quote: match.quote } }];
  }
  const measure = measureFrom(official, instrument, reach);
  return [{ reach, rule: `imposes ${instrument}`, provision: { action: 'impose', measure, quote: match.quote } }];
}

/** The words that bind, rather than those that say why or what about: the sentence to quote. */
const binding = /禁止|不得|不予(?:许可|批准)|未经许可|实施.{0,6}管制|应当.{0,20}申请/;

type Test = (sentence: string, official: Official) => boolean;

// In the order of how much each says: a ban names its country, a catalogue its title; a rule is what remains.
const instrumentTests: readonly (readonly [Instrument, Test])[] = [
  [
    'licence-catalogue',
    (text) => licenceCatalogue.test(text) && /两用物项/.test(text) && /公布|发布|调整|修订|更新|自.{4,20}起/.test(text),
  ],
  ['item-list', (text) => itemList.test(text)],
  [
    'country-ban',
    (text, official) => ban.test(withoutTitles(text)) && aimsOf(`${official.title.text}\n${text}`).size > 0,
  ],
  ['item-control', (text) => itemControl.test(withoutTitles(text))],
  [
    'licensing-rule',
    (text, official) => rule.test(text) && (official.number === undefined ? ruleTitle.test(official.title.text) : true),
  ],
];
