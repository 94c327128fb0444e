import type { Role } from './words/roles.ts';
import type { Report } from '../finding.ts';
import type { Token } from './roles-in.ts';

/** Who acts in a clause; undefined where nobody was named yet. */
export type Subject = 'cn' | 'others' | undefined;

/** What a clause says China does; undefined when it says nothing new. */
export type ClauseSays = { readonly action: Report['action']; readonly rule: string } | undefined;

export type Has = (...roles: readonly Role[]) => boolean;

export const rolesOf =
  (tokens: readonly Token[]): Has =>
  (...roles) =>
    tokens.some((token) => roles.includes(token.role));

/** Bans and controls are said of health, capital and footballers too. */
export const ofExports = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ role, text }) =>
      role === 'dual' ||
      (role === 'list' && !/^sanction/.test(text)) ||
      role === 'goods' ||
      role === 'export' ||
      (role === 'control' &&
        /许可|禁输|输出|公告|export|licen|permit|embargo|trade|tech|minimis|rare|mineral|magnet|graphite|gallium|germanium|antimony|tungsten|batter|drone/.test(
          text,
        )),
  );

/** Firms are sanctioned by lists; what else the word is said of (ministers, countries) is not ours. */
export const punishes = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ text }) =>
      (/^(?:sanction|delist)/.test(text) && tokens.some(({ role }) => role === 'toJp')) ||
      (/^black-?listed/.test(text) && tokens.some(({ role }) => role === 'toJp' || role === 'jp')),
  );

/** To halt a control is to ease; to halt licences is to tighten. */
export const haltsLicence = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.role === 'control' &&
      /(?:licen[cs]es?|permits?|approvals?)(?: applications)?$|许可(?!制|管理)|^审/.test(token.text),
  );

export const aboutControl = (has: Has): boolean => has('control', 'list', 'dual') || (has('goods') && has('export'));

/** Exports are what is restricted, and dual-use goods, listed parties or Japan are what they are tied to. */
export function bindsExports(has: Has): boolean {
  if (has('remedy')) return false;
  return (
    has('dual', 'list') ||
    (has('goods') && has('control', 'export')) ||
    has('control') ||
    (has('export') && has('toJp', 'jp'))
  );
}

export function whoIsSpared(tokens: readonly Token[], subject: Subject): ClauseSays {
  const has = rolesOf(tokens);
  const denies = tokens.some(({ text }) => /否定|否認|否认|辟谣|^den/.test(text));
  if (denies || !has('spares') || !aboutControl(has) || subject === 'others' || has('market', 'react', 'toCn'))
    return undefined;
  return { action: 'clarify', rule: 'China says whom it spares' };
}
