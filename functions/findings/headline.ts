import type { Role } from '../lexicon/roles.ts';
import type { Instrument, Reach, Report } from './finding.ts';
import { type Script, type Token, rolesIn, scriptOf } from './roles-in.ts';

/** What one sentence of the press says China does; undefined when it says nothing new. */
export interface Said {
  readonly action: Report['action'];
  readonly instrument: Instrument;
  readonly reach: Reach;
  readonly rule: string;
  /** A list of firms of no country that is said: most of China's are of American and Taiwanese ones. */
  readonly nameless: boolean;
}

/** `talk`: the sentence is about the subject and brings comment, reaction, prices or history. */
export type Verdict = Said | 'talk' | 'nothing';

/** Reads one headline or sentence. `strict` asks for China as its own subject, as a summary's sentence must have. */
export function readSentence(sentence: string, strict: boolean): Verdict {
  const script = scriptOf(sentence);
  const tokens = rolesIn(sentence, script);
  const foreground = withoutBackground(tokens, script);
  let subject: 'cn' | 'others' | undefined;
  const explains = tokens.some(({ text }) => /说明|澄清|clarif/.test(text)) && whoIsSpared(tokens, 'cn');
  if (explains && tokens.find((token) => actors.has(token.role))?.role === 'cn') {
    return { ...explains, ...aimIn(tokens, tokens) };
  }
  let talk = tokens.some((token) => comment.has(token.role)) && tokens.some((token) => thing.has(token.role));
  const clauses = clausesOf(foreground);
  const [genre] = clauses;
  // 钟声：, 盘点：, 解説／: what follows belongs to the kind of piece that is named first.
  if (clauses.length > 1 && script !== 'latin' && genre?.every(({ role }) => role === 'talk' || role === 'maybe'))
    return 'talk';
  for (const clause of clauses) {
    const actor = clause.find((token) => actors.has(token.role));
    // 「経産省、…に中国42団体を」: who is named first, alone, acts.
    const keeps = script === 'kana' && subject === 'others' && !/[がは]$/.test(actor?.text ?? '');
    if (actor && !keeps) subject = actor.role === 'cn' ? 'cn' : 'others';
    const said = readClause(clause, subject, script, strict);
    if (said) return { ...said, ...aimIn(tokens, clause) };
    talk ||= clause.some((token) => comment.has(token.role));
  }
  // "Mitsubishi, JAXA and 18 others": a comma may part a row of names, and not the sentence.
  const whole = (talk ? tokens : foreground).filter((token) => token.role !== 'comma');
  const topic = whole.findIndex(({ role }) => role === 'cn');
  const first = whole.find((token) => actors.has(token.role));
  const spared = talk ? whoIsSpared(whole, first?.role === 'cn' ? 'cn' : undefined) : undefined;
  // "Superhard materials: MOFCOM puts …"
  const told =
    script === 'latin' && topic > 0 && whole.slice(0, topic).every(({ role }) => topics.has(role))
      ? whole.slice(topic)
      : whole;
  const said = spared ?? (talk ? undefined : readClause(told, speaker(told, subject), script, strict));
  if (said) return { ...said, ...aimIn(tokens, whole) };
  return talk ? 'talk' : 'nothing';
}

/** Who acts in a sentence taken whole: China, if it is named at all as acting. */
const speaker = (tokens: readonly Token[], subject: 'cn' | 'others' | undefined): 'cn' | 'others' | undefined =>
  speakers[tokens.find((token) => token.role in speakers)?.role ?? ''] ?? subject;
const speakers: Readonly<Record<string, 'cn' | 'others'>> = { cn: 'cn', jp: 'others', other: 'others' };

const set = (...roles: readonly Role[]): ReadonlySet<Role> => new Set(roles);
const actors = set('cn', 'cnOf', 'jp', 'other');
const comment = set('talk', 'react', 'market', 'remedy', 'maybe', 'past', 'toCn');
const topics = set('new', 'control', 'list', 'dual', 'goods', 'export');
const thing = set('control', 'list', 'dual', 'goods', 'export');

/**
 * "… after Beijing banned exports", 「…を受け」: what a headline only looks back on. English looks back forward, to the next
 * comma; Chinese and Japanese put the mark at the end of what it covers.
 */
function withoutBackground(tokens: readonly Token[], script: Script): readonly Token[] {
  const kept: Token[] = [];
  let skipping = false;
  for (const token of tokens) {
    if (token.role === 'comma') skipping = false;
    if (token.role === 'after') {
      if (script === 'latin') skipping = true;
      else while (kept.length > 0 && kept.at(-1)?.role !== 'comma') kept.pop();
    } else if (!skipping) kept.push(token);
  }
  return kept;
}

function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.role === 'comma') clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses.filter((clause) => clause.length > 0);
}

type ClauseSays = Pick<Said, 'action' | 'rule'> | undefined;

function readClause(
  clause: readonly Token[],
  subject: 'cn' | 'others' | undefined,
  script: Script,
  strict: boolean,
): ClauseSays {
  const has = (...roles: readonly Role[]): boolean => clause.some((token) => roles.includes(token.role));
  if (!has('control', 'list', 'dual', 'goods', 'export') && !punishes(clause)) return undefined;
  if (has('toCn')) return undefined;
  const spared = whoIsSpared(clause, subject);
  if (spared) return spared;
  const ministry = has('spokesman') && !has('other', 'toOther', 'toCn') && (script === 'latin' || subject === 'cn');
  // A list whose country the title does not name may be anybody's.
  if (ministry && subject !== 'others' && (has('control', 'dual') || (has('list') && has('toJp', 'jp')))) {
    return has('list') && !has('toJp', 'jp')
      ? undefined
      : { action: 'clarify', rule: 'the ministry’s spokesperson on a measure' };
  }
  return script === 'latin'
    ? ofExports(clause) || punishes(clause)
      ? readInOrder(clause, subject, has)
      : undefined
    : readAsBag(clause, subject, has, script, strict);
}

/** Bans and controls are said of health, capital and footballers too. */
const ofExports = (tokens: readonly Token[]): boolean =>
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
const punishes = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ text }) =>
      (/^(?:sanction|delist)/.test(text) && tokens.some(({ role }) => role === 'toJp')) ||
      (/^black-?listed/.test(text) && tokens.some(({ role }) => role === 'toJp' || role === 'jp')),
  );

/** To halt a control is to ease; to halt licences is to tighten. */
const haltsLicence = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.role === 'control' &&
      /(?:licen[cs]es?|permits?|approvals?)(?: applications)?$|许可(?!制|管理)|^审/.test(token.text),
  );

function whoIsSpared(tokens: readonly Token[], subject: 'cn' | 'others' | undefined): ClauseSays {
  const has: Has = (...roles) => tokens.some((token) => roles.includes(token.role));
  const denies = tokens.some(({ text }) => /否定|否認|否认|辟谣|^den/.test(text));
  if (denies || !has('spares') || !aboutControl(has) || subject === 'others' || has('market', 'react', 'toCn'))
    return undefined;
  return { action: 'clarify', rule: 'China says whom it spares' };
}

type Has = (...roles: readonly Role[]) => boolean;

const aboutControl = (has: Has): boolean => has('control', 'list', 'dual') || (has('goods') && has('export'));

/** English: subject, verb, object, in that order, with nothing between that makes it comment. */
function readInOrder(clause: readonly Token[], subject: 'cn' | 'others' | undefined, has: Has): ClauseSays {
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

/** Chinese and Japanese: the roles together, with China as subject or none, and no comment among them. */
function readAsBag(
  tokens: readonly Token[],
  subject: 'cn' | 'others' | undefined,
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
  if (has('list') && has('ease') && has('cn', 'cnOf'))
    return { action: 'ease', rule: 'China takes parties off a list' };
  if (subject === 'others' && !passive) return undefined;
  if (subject === undefined && strict && !has('toJp')) return undefined;
  if (has('ease') && aboutControl(has) && (subject === 'cn' || has('toJp', 'export', 'goods', 'dual', 'list'))) {
    return { action: 'ease', rule: 'China eases' };
  }
  const haltsControl = has('halt') && has('control', 'list') && !haltsLicence(tokens);
  if (haltsControl && !has('impose')) return { action: 'ease', rule: 'China halts a control' };
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
    ? /^(?:cn |plan |new )*goods (?:goods |export )*control(?: control| plan)*$/.test(order)
    : /(?:^|cn )(?:plan )*control (?:export )*goods/.test(order);
}

/** Exports are what is restricted, and dual-use goods, listed parties or Japan are what they are tied to. */
function bindsExports(has: Has): boolean {
  if (has('remedy')) return false;
  return (
    has('dual', 'list') ||
    (has('goods') && has('control', 'export')) ||
    has('control') ||
    (has('export') && has('toJp', 'jp'))
  );
}

function aimIn(tokens: readonly Token[], clause: readonly Token[]): Pick<Said, 'reach' | 'instrument' | 'nameless'> {
  const has: Has = (...roles) => tokens.some(({ role }) => roles.includes(role));
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
