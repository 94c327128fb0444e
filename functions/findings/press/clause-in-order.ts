import {
  aboutControl,
  bindsExports,
  type ClauseSays,
  haltsLicence,
  type Has,
  ofExports,
  punishes,
  type Subject,
} from './clause.ts';
import type { Token } from './roles-in.ts';

/** English: subject, verb, object, in that order, with nothing between that makes it comment. */
export function readInOrder(clause: readonly Token[], subject: Subject, has: Has): ClauseSays {
  const order = clause.map((token) => token.role).join(' ');
  const beside = '(?:(?:say|plan|new|past0|toJp|firms|imposed) )*';
  const object = '(?:control|list|dual|goods|export)';
  const between = '(?:(?:plan|new|toJp|toOther|jp|firms|imposed|impose|say|cnOf|other) )*';
  const asSubject = subject === 'cn' && !has('cn') ? `^${beside}` : `^(?:new )*cn ${beside}`;
  if (
    new RegExp(
      `${asSubject}ease ${between}(?:goods |dual |export |list |ease )*(?:control|list|export|goods|dual)`,
    ).test(order)
  ) {
    return (aboutControl(has) || (has('export') && has('toJp'))) && !has('remedy') && ofExports(clause)
      ? { action: 'ease', rule: 'China eases' }
      : undefined;
  }
  const held = new RegExp(
    `${asSubject}(?:halt ${between}(?:goods |dual |export )*(?:control|list)|(?:impose|imposed) .*(?:control|list) halt$)`,
  );
  if (held.test(order) && !haltsLicence(clause)) return { action: 'ease', rule: 'China halts a control' };
  const named = clause.find((token) => /^black-?list/.test(token.text)) ? has('jp', 'toJp') : false;
  if ((named || punishes(clause)) && new RegExp(`${asSubject}(?:impose|imposed) `).test(order)) {
    return { action: 'impose', rule: 'China lists parties' };
  }
  if (new RegExp(`${asSubject}(?:impose|imposed|halt) ${between}${object}`).test(order) && bindsExports(has)) {
    return { action: 'impose', rule: 'China restricts' };
  }
  const passive =
    /^(?:(?:new|jp|toJp|firms|dual|goods|export|control) )+(?:plan )*(?:imposed|halt) .*?(?:cn|cnOf)(?: |$)/;
  const prohibited = /^(?:(?:new|jp|toJp|firms|dual|goods|export|control) )+(?:imposed|halt)(?: (?:new|plan))*$/;
  if (subject === 'cn' && prohibited.test(order) && bindsExports(has))
    return { action: 'impose', rule: 'restricted by China' };
  // Nobody but China has a control list, or a watch list, of Japanese firms.
  const placed = /^(?:(?:jp|toJp|firms|new) )+imposed (?:(?:cnOf|dual|control) )*list(?: |$)/;
  const itsOwn = clause.some(({ role, text }) => role === 'list' && /control|watch/.test(text));
  if (placed.test(order) && itsOwn && has('toJp') && !has('other', 'toOther'))
    return { action: 'impose', rule: 'placed on a list of China’s' };
  if (passive.test(order) && (bindsExports(has) || punishes(clause)) && !has('react', 'talk', 'market'))
    return { action: 'impose', rule: 'restricted by China' };
  if (punishes(clause) && new RegExp(`${asSubject}ease `).test(order)) {
    return { action: 'ease', rule: 'China takes parties off a list' };
  }
  const delisted = /^(?:(?:new|jp|toJp|firms) )+ease (?:.* )?(?:cn|cnOf) (?:.* )?list(?: |$)/;
  if (delisted.test(order)) return { action: 'ease', rule: 'taken off a list of China’s' };
  const nominal = /^(?:new )+(?:cnOf|cn) (?:new )*(?:control|list)|^(?:cnOf|cn) new (?:dual |goods )*control/;
  if (nominal.test(order) && !has('talk', 'react', 'market', 'maybe', 'past'))
    return { action: 'impose', rule: 'a new Chinese restriction' };
  return undefined;
}
