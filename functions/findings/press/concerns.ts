import { roleCode } from './tagger.ts';
import type { Tagged } from './tag.ts';

const codes = (...names: readonly string[]): ReadonlySet<number> => new Set(names.map(roleCode));
const china = codes('cn', 'cngoods', 'of-cn');
const japan = codes('jp', 'jpfirm');
const topics = codes(
  ...['control', 'licence', 'general', 'list', 'watch', 'unreliable', 'rule', 'dual', 'goods', 'export'],
);

const hints = codes('measure', 'material', 'military');
const acts = codes(...['impose', 'listing', 'halt', 'ease', 'approve', 'extend', 'again', 'clarify', 'spokesperson']);

/** `plainly` names the subject; `perhaps` one side of it; `no` nothing. */
export type Concern = 'plainly' | 'perhaps' | 'no';

/**
 * Whether a headline may be about the subject at all. Most of a day's news names neither China nor Japan nor a thing that is
 * controlled, and ends here. What names no such thing with one of the two, nor both of them with an act, may still be news,
 * but is never told on one outlet's word: the reader has learned from nothing like most of it.
 */
export function concernOf(...texts: readonly Tagged[]): Concern {
  let [cn, jp, act] = [false, false, false];
  const named = new Set<number>();
  for (const { tokens } of texts) {
    for (const { base } of tokens) {
      if (topics.has(base)) named.add(base);
      else if (china.has(base)) cn = true;
      else if (japan.has(base)) jp = true;
      else if (acts.has(base) || hints.has(base)) act = true;
    }
  }
  if (named.size > 1 || (named.size === 1 && (cn || jp)) || (cn && jp && act)) return 'plainly';
  return named.size > 0 || cn || jp ? 'perhaps' : 'no';
}
