import type { MeasureId } from '../findings/finding.ts';
import type { Effect } from './change.ts';
import type { Text } from './provision.ts';
import { firstDayOf, type Restriction } from './restriction.ts';
import type { Restrictions } from './restrictions.ts';
import { codesOf, wordKey } from './substance.ts';

/** The unified list of dual-use items, in force from 1 December 2024. */
const UNIFIED_LIST = 'mofcom/2024/51' as MeasureId;

/**
 * Announcements whose goods the unified list took over: they are gone, or probably gone, and the licence duty goes on under
 * the list. The list's second annex, which names the eleven that it repeals, was not read; each rests on what is beside it.
 */
const folded: readonly MeasureId[] = [
  'mofcom/2020/63', // its export list and export procedure: in terms, by No. 51 itself
  'mofcom/2021/potassium-perchlorate', // named among the repealed by firms that reported the annex
  'mofcom/2023/23', // gallium, germanium: the same; 3C001 and 3C002 of the catalogue for 2026
  'mofcom/2023/39', // graphite: the same
  'mofcom/2024/21', // turbine tooling, fibre equipment: 1B003 and 1C901 of the catalogue for 2026; probable
  'mofcom/2024/31', // drones: the list merges all items then under control, by the spokesperson; probable
  'mofcom/2024/33', // antimony, superhard equipment: named among the repealed; 3C003 of the catalogue for 2026
] as MeasureId[];

/**
 * What a new measure puts an end to without naming it: each year's licence catalogue replaces the last, and the unified
 * list took over the notices before it.
 */
export function replacedBy(id: MeasureId, text: Text, restrictions: Restrictions): readonly Effect[] {
  const measure = restrictions.get(id);
  if (!measure || measure.lifted) return [];
  const others = restrictions.all().filter((one) => one.id !== id && one.lifted === undefined);
  if (id === UNIFIED_LIST) {
    return others.filter((one) => folded.includes(one.id)).map((one) => continued(one, measure, text, restrictions));
  }
  const list = restrictions.get(UNIFIED_LIST);
  if (list && folded.includes(id)) return [continued(measure, list, text, restrictions)];
  if (measure.instrument !== 'licence-catalogue') return [];
  const catalogues = others.filter(({ instrument }) => instrument === 'licence-catalogue');
  const next = catalogues.filter((one) => firstDayOf(one) > firstDayOf(measure)).sort(byFirstDay)[0];
  const earlier = catalogues.filter((one) => firstDayOf(one) < firstDayOf(measure));
  return [
    ...earlier.map((one) => continued(one, measure, text, restrictions)),
    ...(next ? [continued(measure, next, text, restrictions)] : []),
  ];
}

const byFirstDay = (a: Restriction, b: Restriction): number => firstDayOf(a).localeCompare(firstDayOf(b));

function continued(old: Restriction, by: Restriction, { today }: Text, restrictions: Restrictions): Effect {
  const on = firstDayOf(by);
  const lifted = { on, by: by.document, seenOn: today, continuedBy: by.id };
  return { kind: 'lifted', restriction: restrictions.set({ ...old, lifted }), on, quote: by.title };
}

/** A text that controls anew what an announcement controlled, and ends that announcement, replaces it: nothing is freed. */
export function replacing(effects: readonly Effect[], restrictions: Restrictions): readonly Effect[] {
  const begun = effects.flatMap((effect) => (effect.kind === 'imposed' ? [effect.restriction] : []));
  return effects.map((effect) => {
    if (effect.kind !== 'lifted' || !effect.restriction.lifted || effect.restriction.lifted.continuedBy) return effect;
    const by = begun.find((one) => one.id !== effect.restriction.id && takesOver(one, effect.restriction));
    if (!by) return effect;
    const lifted = { ...effect.restriction.lifted, continuedBy: by.id };
    return { ...effect, restriction: restrictions.set({ ...effect.restriction, lifted }) };
  });
}

/** Whether every item, or every family of goods, of one measure is in another. */
function takesOver(by: Restriction, old: Restriction): boolean {
  if (old.unread || by.reach !== old.reach) return false;
  const codes = new Set(codesOf(by.items));
  const words = new Set(by.items.map(({ text }) => wordKey(text)));
  if (old.items.length > 0)
    return old.items.every((item) => words.has(wordKey(item.text)) || codesOf([item]).some((code) => codes.has(code)));
  return old.goods.length > 0 && old.goods.every((family) => by.goods.includes(family));
}
