import type { Instrument, Reach } from '../finding.ts';
import { rolesOf } from './clause.ts';
import type { Token } from './roles-in.ts';

/** Against whom a sentence says that it is, and by what. */
export interface Aim {
  readonly instrument: Instrument;
  readonly reach: Reach;
  /** A list of firms of no country that is said: most of China's are of American and Taiwanese ones. */
  readonly nameless: boolean;
}

/** The clause that says it comes first; what it leaves out may stand elsewhere in the sentence. */
export function aimIn(tokens: readonly Token[], clause: readonly Token[]): Aim {
  const has = rolesOf(tokens);
  const instrument = instrumentIn(clause);
  // The watch list is Japan's so far.
  const said = (words: RegExp): boolean => tokens.some(({ text }) => words.test(text));
  const ofFirms = (instrument === 'control-list' && has('firms')) || said(/^上述/);
  const nameless = ofFirms && !has('jp', 'toJp') && !said(/关注|注视|watch/);
  return { reach: reachIn(tokens, clause), instrument, nameless };
}

function reachIn(tokens: readonly Token[], clause: readonly Token[]): Reach {
  const roles = new Set(clause.map((token) => token.role));
  if (roles.has('toJp') || roles.has('jp')) return 'japan';
  if (roles.has('toOther')) return 'elsewhere';
  const all = new Set(tokens.map((token) => token.role));
  return all.has('toJp') ? 'japan' : all.has('toOther') ? 'elsewhere' : 'all-destinations';
}

function instrumentIn(clause: readonly Token[]): Instrument {
  const lists = clause.filter((token) => token.role === 'list').map((token) => token.text);
  if (lists.length > 0)
    return lists.every((text) => /watch|关注|注视|監視|监视|concern|attention|关心/.test(text))
      ? 'watch-list'
      : 'control-list';
  const roles = new Set(clause.map((token) => token.role));
  const counted = clause.some(
    (token) => token.role === 'toJp' && /\d|firm|compan|entit|实体|企业|企業|社|公司/.test(token.text),
  );
  if (counted) return 'control-list';
  if (roles.has('goods')) return 'item-control';
  return roles.has('toJp') || roles.has('jp') ? 'country-ban' : 'item-control';
}
