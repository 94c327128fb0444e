import { type Citation, announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import type { BeijingDate } from '../../time.ts';
import { type Actor, actorNamed } from './actors.ts';
import type { Clause, Sentence } from './clauses.ts';
import { type Period, periodOf } from './days.ts';
import type { Official } from './identity.ts';
import { type ClauseAct, actOfClause, imposes } from './verbs.ts';

/** One thing that a sentence says is done: a verb, with all that belongs to it. */
export interface Proposition {
  readonly act: ClauseAct;
  readonly actor: Actor;
  readonly sentence: Sentence;
  /** Its place in the sentence. */
  readonly from: number;
  readonly to: number;
  /** Folded; `bare` without titles and brackets. */
  readonly text: string;
  readonly bare: string;
  /** The announcements that it acts on, or names: never one that only lends its authority (根据…). */
  readonly cites: readonly Citation[];
  readonly period: Period;
}

/** Every proposition of a text, in order. A list that a sentence opens carries the sentence's verb down its lines. */
export function propositionsOf(
  official: Official,
  sentences: readonly Sentence[],
  voices: ReadonlyMap<Sentence, readonly Voice[]>,
): readonly Proposition[] {
  const found: Proposition[] = [];
  let carried: Proposition | undefined;
  let introduced: Period = {};
  for (const sentence of sentences) {
    if (startsLine(official, sentence) && !marked.test(sentence.text)) introduced = {};
    const said = inSentence(official, sentence, voices.get(sentence) ?? []);
    const own = said.map((one) => ({ ...one, period: hasDay(one.period) ? one.period : introduced }));
    const last = found.at(-1);
    if (last && saysTermOf(last, sentence, own)) {
      found[found.length - 1] = { ...last, period: { ...last.period, ...termIn(official, sentence) } };
    }
    found.push(...own);
    if (sentence.opensList) introduced = termIn(official, sentence);
    const opens = own.at(-1);
    if (sentence.opensList) carried = opens ?? carried;
    else if (own.length > 0) carried = undefined;
    if (own.length === 0 && carried) {
      const item = propositionFrom(
        official,
        sentence,
        { from: 0, to: sentence.text.length },
        carried.act,
        carried.actor,
      );
      if (item.cites.length > 0) found.push({ ...item, period: { ...carried.period, ...item.period } });
    }
  }
  return found;
}

/** ▲, ·, 1., （一）: a line of a list. */
const marked = /^(?:[\p{S}·*※-]|\d{1,3}[.、)]|[(][^()]{1,4}[)]|[①-㊿]|[一二三四五六七八九十]{1,3}、)/u;
const startsLine = ({ text }: Official, { from }: Sentence): boolean => from === 0 || text.text[from - 1] === '\n';
const hasDay = ({ from, until }: Period): boolean => (from ?? until) !== undefined;
const termIn = ({ publishedOn }: Official, { text }: Sentence): Period => periodOf(withoutNarrated(text), publishedOn);

/** 就…暂停实施期限的延长事宜公告如下：期限由至…延长至…: a sentence that gives the term, and no more, to the one before. */
const saysTermOf = ({ act, cites, period }: Proposition, { bare }: Sentence, own: readonly Proposition[]): boolean =>
  (act === 'extend' || act === 'prolong') &&
  cites.length > 0 &&
  period.until === undefined &&
  /延长至|延至|延期至|展期至|顺延至/.test(bare) &&
  own.every((other) => other.cites.length === 0 && (other.act === 'extend' || other.act === 'prolong'));

/** A clause with its verb and its subject. */
export interface Voice extends Clause {
  readonly act: ClauseAct | undefined;
  readonly actor: Actor;
}

function inSentence(official: Official, sentence: Sentence, clauses: readonly Voice[]): readonly Proposition[] {
  const groups: { from: number; to: number; act: ClauseAct; actor: Actor }[] = [];
  const lastVerb = clauses.findLastIndex(({ act }) => act !== undefined);
  let waiting: number | undefined;
  for (const [i, clause] of clauses.entries()) {
    const last = groups.at(-1);
    if (clause.act !== undefined) {
      groups.push({ from: waiting ?? clause.from, to: clause.to, act: clause.act, actor: clause.actor });
      waiting = undefined;
    } else if (!last || (i < lastVerb && leads(sentence, clause))) {
      waiting ??= clause.from;
    } else if (waiting === undefined) last.to = clause.to;
  }
  const last = groups.at(-1);
  if (last && waiting !== undefined) last.to = sentence.text.length;
  return groups.map(({ act, actor, ...range }) => propositionFrom(official, sentence, range, act, actor));
}

/** 自2028年5月20日起, 商务部公告2026年第27号…: what stands before its verb. */
const leads = (sentence: Sentence, { from, to }: Clause): boolean =>
  /^(?:[一二三四五六七八九十]、|\d{1,2}[.、]|\([一二三四五六七八九十\d]+\))?(?:自|对|将|把|就|从|由|经|根据|依据|为|鉴于|期|同|现|决定|其中|(?:中华人民共和国)?(?:商务部|海关总署|公告\d))/.test(
    sentence.text.slice(from, Math.min(to, from + 60)),
  );

/** Each clause's verb and subject; a subject holds until another is named. */
export function voicesOf(official: Official, sentence: Sentence): readonly Voice[] {
  let actor: Actor = sentence.topic ?? 'china';
  let lead = '';
  return sentence.clauses.map((clause) => {
    const bare = ends(sentence.bare.slice(clause.from, clause.to));
    const act = actOfClause(bare, lead);
    lead = act === undefined ? bare : '';
    const named = actorNamed(bare);
    if (
      pastYear(official, bare) ||
      narrates(official, sentence.text.slice(clause.from, Math.min(clause.to, clause.from + longest)), act)
    )
      actor = 'narrated';
    else if (/^(?:现|兹|经研究|经国务院|决定|本公告|现决定)|现(?:决定|将|就|予)/.test(bare)) actor = 'china';
    else if (named !== undefined && !(actor === 'narrated' && named === 'china')) actor = named;
    return { ...clause, act, actor };
  });
}

/** 2027年，商务部公告…将实施期限延长至…: an announcement that opens with an earlier year tells of it. */
const pastYear = ({ form, publishedOn }: Official, clause: string): boolean => {
  const year = /^(?<year>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?$/.exec(clause)?.groups?.['year'];
  return form !== 'statement' && year !== undefined && publishedOn !== undefined && year < publishedOn.slice(0, 4);
};

const longest = 600;
/** A clause of a thousand citations has its verb before them or behind. */
const ends = (clause: string): string =>
  clause.length <= 2 * longest ? clause : `${clause.slice(0, longest)}…${clause.slice(-longest)}`;

/** 商务部公告2027年第24号决定…, 商务部曾决定…: what an earlier announcement did is told, not done again. */
function narrates({ number, form }: Official, clause: string, act: ClauseAct | undefined): boolean {
  if (/曾(?:经)?(?:决定|发布|对|将|于|公布)/.test(clause)) return true;
  if (form === 'statement') return false;
  const cited = announcementNumbers(clause)[0];
  if (!cited || cited.number === number) return false;
  const behind = clause.slice(cited.to).replace(/^(?:\([^()]*\)|《[^》]*》)+/, '');
  if (/^(?:\([^)]*\))?(?:已)?(?:决定|规定|明确)(?!的)/.test(behind)) return true;
  if (/发布公告|发布了?$/.test(clause)) return true;
  return (
    /^(?:误|错误地?)?(?:将|对|把)/.test(behind) &&
    (/^(?:list|suspend|extend|prolong)$/.test(act ?? '') || imposes(clause))
  );
}

function propositionFrom(
  official: Official,
  sentence: Sentence,
  { from, to }: Clause,
  act: ClauseAct,
  actor: Actor,
): Proposition {
  const text = sentence.text.slice(from, to);
  return {
    act,
    actor,
    sentence,
    from,
    to,
    text,
    bare: sentence.bare.slice(from, to),
    cites: citedIn(official, text),
    period: periodOf(withoutNarrated(text), official.publishedOn),
  };
}

/** What an announcement rests on (根据…) or leaves as it was (按照…执行) is not acted on. */
function citedIn({ number, form }: Official, text: string): readonly Citation[] {
  const bases = [...text.matchAll(/(?:根据|依据|按照|依照|不影响|参照)[^,]*/g)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
  }));
  let next = 0;
  return announcementNumbers(text).filter((citation) => {
    // 商务部昨天发布2028年第46号公告，将…: the announcement that does it, told by a spokesperson.
    const told =
      /(?:发布|公布|印发)了?$/.test(text.slice(Math.max(0, citation.from - 3), citation.from)) ||
      /^(?:商务部|海关总署)?(?:发布|公布)/.test(text.slice(citation.from, citation.to));
    if (form === 'statement' && told) return false;
    while ((bases[next]?.to ?? Infinity) <= citation.from) next++;
    return citation.number !== number && !((bases[next]?.from ?? Infinity) < citation.from);
  });
}

/** 由2027年11月10日延长至…: the old end of a period opens none. */
const withoutNarrated = (text: string): string => text.replace(/由(?=\d{4}年)/g, '原');

/** The day on which a statement's sentence, or an announcement's, says that something begins. */
export const openingOf = (proposition: Proposition): BeijingDate | undefined => proposition.period.from;

/** The first clause of a sentence that imposes something in China's own name; undefined where none does. */
export function imposingClause(voices: readonly Voice[], sentence: Sentence): Clause | undefined {
  const ours = voices.filter(({ actor }) => actor === 'china');
  const says = ({ from, to }: Clause): boolean => imposes(ends(sentence.bare.slice(from, to)));
  const whole = { from: ours[0]?.from ?? 0, to: ours.at(-1)?.to ?? 0 };
  // 禁止…用户、…用途，以及…用途出口: a row may part the verb from its object.
  return ours.find(says) ?? (ours.length === voices.length && says(whole) ? whole : undefined);
}

/** Whether a sentence speaks, at its end, of what others do or did. */
export const isOthers = (voices: readonly Voice[]): boolean => voices.at(-1)?.actor !== 'china';
