import { codes } from './chunks.ts';
import type { Tagged } from './tag.ts';

const china = codes('cn', 'cngoods', 'of-cn');
const japan = codes('jp', 'jpfirm');
const topics = codes(
  ...['control', 'licence', 'general', 'list', 'watch', 'unreliable', 'rule', 'dual', 'goods', 'export'],
);

/** `plainly` names the subject; `perhaps` one side of it; `no` nothing. */
export type Concern = 'plainly' | 'perhaps' | 'no';

/**
 * Whether a headline may be about the subject at all. Most of a day's news names neither China nor Japan nor a thing that is
 * controlled, and ends here. What names no such thing with one of the two may still be news, but is never
 * told on one outlet's word: the reader has learned from nothing like most of it.
 */
export function concernOf(...texts: readonly Tagged[]): Concern {
  let [cn, jp] = [false, false];
  const named = new Set<number>();
  for (const { tokens } of texts) {
    for (const { base } of tokens) {
      if (topics.has(base)) named.add(base);
      else if (china.has(base)) cn = true;
      else if (japan.has(base)) jp = true;
    }
  }
  if (named.size > 1 || (named.size === 1 && (cn || jp))) return 'plainly';
  return named.size === 1 || cn || jp ? 'perhaps' : 'no';
}
