import type { Measure, MeasureId } from '../findings/finding.ts';
import { beijingDay } from '../time.ts';
import { measureFrom, move } from './apply.ts';
import type { Change, Effect } from './change.ts';
import type { Of, Text } from './provision.ts';
import { isMeasureOf, isWhole, type Restriction } from './restriction.ts';
import { Restrictions } from './restrictions.ts';
import { spreadOut } from './targets.ts';
import type { PastReading, Texts } from './texts.ts';

/** A new measure begins, as it stands by what was read of it before its own text. */
export function impose(
  provision: Of<'impose'>,
  text: Text,
  restrictions: Restrictions,
  texts: Texts,
): readonly Effect[] {
  const { measure, quote } = provision;
  const known = restrictions.unread(measure.id);
  const fresh = measureFrom(measure, text);
  const restriction = restrictions.set(known && isAfter(known, text) ? movedAs(fresh, known) : fresh);
  return [...standing(restriction, quote, text), ...laterMoves(measure, text, restrictions, texts)];
}

/** A text cannot be moved by what was published before it. */
const isAfter = ({ document }: Restriction, text: Text): boolean =>
  (document.publishedOn ?? text.today) >= (text.document.publishedOn ?? '');

/** A measure with what other texts did to it before it was known. */
export const movedAs = (fresh: Restriction, { suspensions, lifted }: Restriction): Restriction => ({
  ...fresh,
  suspensions,
  ...(lifted && { lifted }),
});

/** What is told of a measure that is read when it is already paused or ended: that, and not that it begins. */
function standing(restriction: Restriction, quote: string, { today }: Text): readonly Effect[] {
  const { lifted, suspensions } = restriction;
  if (lifted && lifted.on <= today) return [{ kind: 'lifted', restriction, on: lifted.on, quote }];
  const paused = suspensions.findLast((one) => isWhole(one) && (!one.until || one.until >= today) && one.from <= today);
  if (paused) return [{ kind: 'suspended', restriction, suspension: paused, quote }];
  const parts = suspensions.filter((one) => !one.until || one.until >= today);
  return [
    { kind: 'imposed', restriction, quote },
    ...parts.map((suspension) => ({ kind: 'suspended', restriction, suspension, quote }) as const),
    ...(lifted ? [{ kind: 'lifted', restriction, on: lifted.on, quote } as const] : []),
  ];
}

/** Removals and amendments that named this announcement before it was read. */
function laterMoves({ id }: Measure, text: Text, restrictions: Restrictions, texts: Texts): readonly Effect[] {
  const later = [...texts.histories.values()]
    .flatMap(({ versions }) => versions)
    .filter(({ document }) => (document.publishedOn ?? '') >= (text.document.publishedOn ?? ''));
  return later.flatMap((reading: PastReading) =>
    reading.provisions.flatMap((provision) => {
      if (provision.action !== 'remove-parties' && provision.action !== 'amend') return [];
      if (provision.measure === undefined || !isMeasureOf(id, provision.measure)) return [];
      return move(provision, { document: reading.document, today: text.today }, restrictions);
    }),
  );
}

/**
 * Rows of older forms hold what a text does to a measure that was never read in their provisions alone: it is kept here,
 * as the effects of newer rows keep it.
 */
export function keepOnUnread(
  { cause, provisions, effects, observedAt }: Change,
  restrictions: ReadonlyMap<MeasureId, Restriction>,
  unread: Map<MeasureId, Restriction>,
  texts: Texts,
): void {
  if (!('document' in cause)) return;
  const text = { document: cause.document, today: beijingDay(observedAt) };
  for (const provision of provisions) {
    const { action } = provision;
    if (action !== 'suspend' && action !== 'resume' && action !== 'lift') continue;
    const { measure } = provision;
    if (measure === undefined || provision.instrument || provision.parties) continue;
    if (restrictions.has(measure) || [...restrictions.keys()].some((id) => isMeasureOf(id, measure))) continue;
    if (effects.some((effect) => 'restriction' in effect && effect.restriction.id === measure)) continue;
    const held = new Restrictions({ restrictions, unread });
    // Who ends an announcement that suspended others resumes those.
    if (!spreadOut(provision, held, texts).includes(provision)) continue;
    const moved = move(provision, text, held);
    for (const effect of moved) if ('restriction' in effect) unread.set(measure, effect.restriction);
  }
}
