import type { Change, Effect } from '../register/change.ts';
import type { Restriction } from '../register/restriction.ts';
import { among } from '../register/party-names.ts';
import { controlCodeHits, customsCodeHits, goodsHits, type GoodsIndex, goodsIndex } from './goods-index.ts';
import type { Hits, OurLists, Own, OwnHit } from './own.ts';
import { partiesNamed, type PartyIndex, partyIndex } from './party-index.ts';
import { certainNames, kindOf } from './screen.ts';

/** Which of the reader's own a Change touches: whom it lists or takes off, and the goods of measures that it begins or moves. */
export function hitsOf({ effects }: Pick<Change, 'effects'>, { customers, suppliers, parts }: OurLists): Hits {
  const touched = effects.flatMap(touchedBy);
  const parties = partyIndex(touched);
  const goods = goodsIndex(touched);
  return {
    customers: met(customers, (name) => partyMet(name, parties)),
    suppliers: met(suppliers, (name) => partyMet(name, parties)),
    parts: met(parts, (name) => goodsMet(name, goods)),
  };
}

type Meeting = 'certain' | 'possible' | undefined;

/** The surest meeting of each id, by any of its names. */
function met(own: readonly Own[], meets: (name: string) => Meeting): readonly OwnHit[] {
  const found = new Map<string, boolean>();
  for (const { id, name } of own) {
    const meeting = meets(name);
    if (meeting) found.set(id, found.get(id) === true || meeting === 'certain');
  }
  return [...found].map(([id, certain]) => ({ id, certain }));
}

/** A near spelling is left out: of thousands of customers it would name too many. */
function partyMet(name: string, parties: PartyIndex): Meeting {
  if (parties.byCore.size === 0) return undefined;
  const hows = partiesNamed(name, parties).flatMap(({ how }) => (how === 'near' ? [] : [how]));
  if (hows.some((how) => certainNames.includes(how))) return 'certain';
  return hows.length > 0 ? 'possible' : undefined;
}

function goodsMet(name: string, goods: GoodsIndex): Meeting {
  if (goods.restrictions.length === 0) return undefined;
  const kind = kindOf(name);
  const hits =
    kind.kind === 'control-code'
      ? controlCodeHits(kind.code, goods)
      : kind.kind === 'customs-code'
        ? customsCodeHits(kind.code, goods)
        : goodsHits(kind.text, goods);
  if (hits.some(({ certain }) => certain)) return 'certain';
  return hits.length > 0 ? 'possible' : undefined;
}

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
