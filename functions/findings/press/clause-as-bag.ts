import {
  aboutControl,
  bindsExports,
  type ClauseSays,
  haltsLicence,
  type Has,
  ofExports,
  type Subject,
} from './clause.ts';
import type { Script, Token } from './roles-in.ts';

/** Chinese and Japanese: the roles together, with China as subject or none, and no comment among them. */
export function readAsBag(
  tokens: readonly Token[],
  subject: Subject,
  has: Has,
  script: Script,
  strict: boolean,
): ClauseSays {
  if (has('talk', 'react', 'market', 'maybe', 'remedy', 'past')) return undefined;
  if (script === 'kana' && !ofExports(tokens) && !has('toJp')) return undefined;
  if (has('list') && has('ease') && has('cn', 'cnOf'))
    return { action: 'ease', rule: 'China takes parties off a list' };
  const passive =
    (has('imposed') && (has('cn', 'toJp') || subject === 'cn')) || (has('list') && has('toJp') && has('cn'));
  if (subject === 'others' && !passive) return undefined;
  if (subject === undefined && strict && !has('toJp')) return undefined;
  if (has('ease') && aboutControl(has) && (subject === 'cn' || has('toJp', 'export', 'goods', 'dual', 'list'))) {
    return { action: 'ease', rule: 'China eases' };
  }
  const haltsControl = has('halt') && has('control', 'list') && !haltsLicence(tokens);
  const named = script === 'han' || subject === 'cn' || has('cn', 'cnOf');
  if (haltsControl && named && !has('impose')) return { action: 'ease', rule: 'China halts a control' };
  const listed = has('list') && has('toJp', 'toOther', 'firms');
  const verb =
    has('impose', 'imposed', 'halt') ||
    listed ||
    (subject === 'cn' && has('control') && (has('toJp', 'dual') || (has('goods') && has('plan')))) ||
    (has('toJp', 'jp') && tokens.some(({ text }) => /断供|停供/.test(text))) ||
    (has('goods') && tokens.some(({ text }) => text === '纳管')) ||
    (subject === 'cn' && controlsGoods(tokens, script));
  // 管制 and 規制 alone are also said of traffic, tobacco and foreign exchange.
  const china =
    subject === 'cn' || has('cn', 'cnOf') || (script === 'han' && tokens.some(({ text }) => /出口|输/.test(text)));
  const ours =
    has('export', 'dual', 'toJp', 'jp') ||
    (china && has('goods', 'list')) ||
    tokens.some(({ text }) => /出口|输|管控|关注|注视/.test(text));
  return verb && ours && (script === 'han' || china || has('toJp', 'dual')) && bindsExports(has)
    ? { action: 'impose', rule: 'China restricts' }
    : undefined;
}

/** 管制钐、钆 · 「ガリウムを輸出規制」, 「アンチモンを許可制に」: a control with its goods, and no other verb. */
function controlsGoods(tokens: readonly Token[], script: Script): boolean {
  const order = tokens
    .map(({ role, text }) => (role === 'cn' && script === 'kana' && /[^がは]$/.test(text) ? 'cnTopic' : role))
    .join(' ');
  return script === 'kana'
    ? /^(?:cn |plan |new )*goods (?:goods |export )*control(?: control| plan)*(?: cn(?:Topic)?)?$/.test(order)
    : /(?:^|cn )(?:plan )*control (?:export )*goods/.test(order);
}
