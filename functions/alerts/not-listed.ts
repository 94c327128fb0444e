import { standingOn } from '../register/restriction.ts';
import { beijingDay } from '../time.ts';
import { endUsesOf } from './end-uses.ts';
import { type Letter, titleOf } from './letter.ts';
import { listIn } from './topic.ts';

/** Beside whatever lists Japanese parties stands a ban on uses, whoever the user: a customer on no list proves nothing. */
export function notListed({ matters, surroundings, text }: Letter): string {
  const concerns = matters.some(
    ({ reach, instrument, abouts }) => reach === 'japan' && listIn(instrument) && abouts.length > 0,
  );
  if (!concerns) return '';
  const today = beijingDay(surroundings.at);
  const ban = [...surroundings.register.restrictions.values()].find(
    (one) =>
      one.instrument === 'country-ban' &&
      one.reach === 'japan' &&
      endUsesOf(one.endUses).includes('military-strength') &&
      standingOn(one, today).kind === 'in-force',
  );
  return ban ? text.body.notListed(titleOf(ban, text)) : '';
}
