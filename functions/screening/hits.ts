import type { Change, Effect } from '../register/change.ts';
import type { Restriction } from '../register/restriction.ts';
import { among } from '../register/party-names.ts';
import { controlCodeHits, customsCodeHits, goodsHits, type GoodsIndex, goodsIndex } from './goods-index.ts';
import { partiesNamed, partyIndex } from './party-index.ts';
import { kindOf } from './screen.ts';

/** Something of the reader's own: a customer, a supplier, a part or material. */
export interface Own {
  readonly id: string;
  /** Its name, code or description: what would be asked. */
  readonly name: string;
}

/** What a deployment watches for itself. */
export interface OurLists {
  readonly customers: readonly Own[];
  readonly parts: readonly Own[];
}

/** Ids of what a Change touches. */
export interface Hits {
  readonly customers: readonly string[];
  readonly parts: readonly string[];
}

/** Which of the reader's own a Change touches: whom it lists or takes off, and the goods of measures that it begins or moves. */
export function hitsOf({ effects }: Pick<Change, 'effects'>, { customers, parts }: OurLists): Hits {
  const touched = effects.flatMap(touchedBy);
  const parties = partyIndex(touched);
  const goods: GoodsIndex = goodsIndex(touched);
  return {
    customers: customers.filter(({ name }) => partiesNamed(name, parties).some(({ how }) => how !== 'near')).map(idOf),
    parts: parts.filter(({ name }) => meetsGoods(name, goods)).map(idOf),
  };
}

function meetsGoods(name: string, goods: GoodsIndex): boolean {
  const kind = kindOf(name);
  if (kind.kind === 'control-code') return controlCodeHits(kind.code, goods).length > 0;
  if (kind.kind === 'customs-code') return customsCodeHits(kind.code, goods).length > 0;
  return goodsHits(kind.text, goods).length > 0;
}

const idOf = ({ id }: Own): string => id;

/** The measures of an effect, with those parties alone that it is about. */
function touchedBy(effect: Effect): readonly Restriction[] {
  if (!('restriction' in effect)) return [];
  const { restriction } = effect;
  const about =
    effect.kind === 'amended'
      ? [...effect.added, ...effect.removed]
      : effect.kind === 'parties-removed'
        ? effect.parties
        : undefined;
  if (about === undefined || about.length === 0) return [restriction];
  const isMeant = among(about);
  return [{ ...restriction, listings: restriction.listings.filter(({ party }) => isMeant(party)) }];
}
