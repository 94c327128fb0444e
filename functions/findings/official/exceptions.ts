import type { Citation } from '../../lexicon/announcement-numbers.ts';
import { controlCodes } from '../control-codes.ts';
import { hsCodesIn } from '../item-list.ts';
import type { Item, MeasureId, Provision } from '../finding.ts';
import type { Act } from './act.ts';
import { periodOf } from './days.ts';
import { citationsIn } from './citations.ts';
import { namesIn } from './names-in.ts';
import { placeOf } from './entry-days.ts';
import type { Proposition } from './propositions.ts';
import { aimsOf, isKnownOfJapan, reachOf, reachOfParties } from './reach.ts';
import type { Text } from './text.ts';

/** 不适用该公告第一条, 予以豁免: an exemption amends the announcement that it is from. */
export function exemptionActs(text: Text): readonly Act[] {
  const sentence = text.sentences.find(
    ({ bare, text: words }) => exempts.test(bare) && !/本公告/.test(bare) && words.length < 1_000,
  );
  if (!sentence || text.number === undefined) return [];
  const before = text.before.get(sentence)?.cites ?? [];
  const cited = [...citationsIn(text, sentence.text), ...before].find(({ number }) => number !== text.number);
  if (!cited) return [];
  const measure = cited.number as string as MeasureId;
  const named = reachOf(aimsOf(`${text.title.text}\n${sentence.bare}`));
  const own = periodOf(sentence.text, text.publishedOn);
  const on = text.effect.from ?? own.from;
  const until = text.effect.until ?? own.until;
  const inline =
    sentence.text.length > 4_000 ? [] : namesIn(sentence.quote).filter(({ zh = '' }) => !/^[向对]/.test(zh));
  const parties =
    inline.length > 0 || !/[对向]其(?!他|余)/.test(sentence.bare) ? inline : (text.before.get(sentence)?.parties ?? []);
  const japan = isKnownOfJapan(measure) || (parties.length > 0 && reachOfParties('', parties) === 'japan');
  const reach = japan ? 'japan' : named;
  const provision: Provision = {
    action: 'amend',
    measure,
    quote: sentence.quote,
    ...(parties.length > 0 && { parties }),
    ...(on && { on }),
    ...(until && { until }),
  };
  return [{ reach, rule: 'an exemption', provision }];
}

const exempts =
  /不(?:再)?适用(?:该|上述|前述|商务部)|(?:予以|可以?|准予)豁免|不受(?:该|上述|商务部)[^,。]{0,30}限制|不在(?:该|上述)[^,。]{0,20}(?:范围|之列)/;

/** 临时管制（商务部公告2026年第56号）期限延长二年: a measure goes on beyond its last day. */
export function prolongedActs(text: Text, proposition: Proposition): readonly Act[] {
  const { period, sentence } = proposition;
  const reach = reachOf(aimsOf(`${text.title.text}\n${sentence.bare}`));
  return prolongedIn(text, proposition)
    .slice(0, 20)
    .map(({ number }) => {
      const provision: Provision = {
        action: 'amend',
        measure: number as string as MeasureId,
        quote: sentence.quote,
        ...(text.effect.from && { on: text.effect.from }),
        ...(period.until && { until: period.until }),
        alters: { prolonged: { ...(period.until && { until: period.until }) }, ...goodsAnew(text) },
      };
      return { reach, rule: 'a measure prolonged', provision };
    });
}

/** 延长期间，管制物项调整为：…: the goods as they now are, where they change. */
function goodsAnew(text: Text): { readonly items?: readonly Item[] } {
  const at = text.sentences.findIndex(({ bare }) => /(?:物项|范围)[^,。]{0,8}(?:调整|变更|修改)为:?$/.test(bare));
  const lines = at < 0 ? [] : text.sentences.slice(at + 1);
  const end = lines.findIndex((sentence) => placeOf(sentence) === undefined);
  const items = lines.slice(0, end < 0 ? lines.length : end).map(({ text: words, quote }) => ({
    text: quote.slice(0, 300),
    controlCodes: controlCodes(words),
    hsCodes: hsCodesIn(words),
  }));
  return items.length > 0 ? { items } : {};
}

/** What the sentence names in its own acts; else the first that the text names, whose control was imposed. */
function prolongedIn(text: Text, { sentence }: Proposition): readonly Citation[] {
  const told = text.voicesIn(sentence).filter(({ actor }) => actor === 'narrated');
  const others = (words: string): readonly Citation[] =>
    citationsIn(text, words).filter(({ number }) => number !== text.number);
  const here = others(sentence.text).filter(
    ({ from }) => !told.some((clause) => clause.from <= from && from < clause.to),
  );
  if (here.length > 0) return here;
  return others(
    text.sentences
      .map(({ text: words, asked = '' }) => `${asked}\n${words}`)
      .join('\n')
      .slice(0, 5_000),
  ).slice(0, 1);
}
