import type { Role } from './words/roles.ts';
import { type ClauseSays, ofExports, punishes, rolesOf, type Subject, whoIsSpared } from './clause.ts';
import { readAsBag } from './clause-as-bag.ts';
import { readInOrder } from './clause-in-order.ts';
import { type Aim, aimIn } from './headline-aim.ts';
import { type Script, type Token, rolesIn, scriptOf } from './roles-in.ts';

/** What one sentence of the press says China does. */
export type Said = Aim & NonNullable<ClauseSays>;

/** `talk`: the sentence is about the subject and brings comment, reaction, prices or history. */
export type Verdict = Said | 'talk' | 'nothing';

/** Reads one headline or sentence. `strict` asks for China as its own subject, as a summary's sentence must have. */
export function readSentence(sentence: string, strict: boolean): Verdict {
  const script = scriptOf(sentence);
  const tokens = rolesIn(sentence, script);
  const foreground = withoutBackground(tokens, script);
  let subject: Subject;
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
  // 經濟部：, 高市早苗：: whoever is not China's and no newspaper comments.
  const [who, mark] = tokens;
  if (
    script === 'han' &&
    mark?.text === ':' &&
    (who?.role === 'other' || who?.role === 'jp') &&
    !/^[^：:]{0,8}媒/.test(sentence)
  )
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
  // "Civilian users will be spared, China’s ministry says"
  const attributed = /(?:^| )cn (?:spokesman )?say(?: |$)/.test(whole.map(({ role }) => role).join(' '));
  const chinese = first?.role === 'cn' || attributed;
  const spared = talk || attributed ? whoIsSpared(whole, chinese ? 'cn' : undefined) : undefined;
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
const speaker = (tokens: readonly Token[], subject: Subject): Subject =>
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

function readClause(clause: readonly Token[], subject: Subject, script: Script, strict: boolean): ClauseSays {
  const has = rolesOf(clause);
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
  if (script !== 'latin') return readAsBag(clause, subject, has, script, strict);
  return ofExports(clause) || punishes(clause) ? readInOrder(clause, subject, has) : undefined;
}
