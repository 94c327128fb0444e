import { namedDays } from '../../lexicon/dates.ts';
import { addDays } from '../../time.ts';
import type { Citation } from '../../lexicon/announcement-numbers.ts';
import type { Actor } from './actors.ts';
import { citationsIn } from './citations.ts';
import type { Clause, Sentence } from './clauses.ts';
import { type Period, periodOf } from './days.ts';
import type { Official } from './identity.ts';
import type { ClauseAct } from './verbs.ts';
import { otherRegimes } from './phrases.ts';
import { opensFrame, type Voice } from './voices.ts';

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
    const last = found.at(-1);
    const own = said.map((one) => ({
      ...one,
      ...(goesOnPausing(one, last) && { act: 'extend' as const, cites: last?.cites ?? [] }),
      period: hasDay(one.period) ? one.period : goesOnPausing(one, last) ? termIn(official, sentence) : introduced,
    }));
    if (last && (saysTermOf(last, sentence, own) || isTermOf(last, sentence, own))) {
      found[found.length - 1] = { ...last, period: { ...last.period, ...termIn(official, sentence) } };
    }
    const idle = own.every(({ act }) => act === 'keep');
    if (last?.act === 'expire' && idle && isLengthened.test(sentence.bare)) {
      // …届满。现决定延长至…
      const act = last.bare.includes('暂停') ? 'extend' : 'prolong';
      found[found.length - 1] = { ...last, act, period: termIn(official, sentence) };
    }
    found.push(...own.map((one) => (movesTerm(one, last) ? { ...one, act: termMoved(one) } : one)));
    // 自…起，甲；乙停止执行: the day stands before both.
    if (sentence.opensList || opensRow.test(sentence.text)) introduced = termIn(official, sentence);
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
      const ofOthers = otherRegimes.some(([, pattern]) => pattern.test(sentence.text));
      if (item.cites.length > 0 && !ofOthers) found.push({ ...item, period: { ...carried.period, ...item.period } });
    }
  }
  return found;
}

/** 将上述截止日期提前至6月30日, after a sentence that tells of a suspension: its term is moved. */
const movesTerm = ({ act, cites, bare }: Proposition, before: Proposition | undefined): boolean =>
  (act === 'amend' || act === 'replace') &&
  cites.length === 0 &&
  before?.actor === 'narrated' &&
  before.bare.includes('暂停') &&
  /(?:截止|届满|到期|终止|期限|期间)[^,]{0,12}(?:提前|推迟|延后|调整|变更)[至到为]/.test(bare);
const termMoved = ({ bare }: Proposition): ClauseAct => (/提前/.test(bare) ? 'shorten' : 'extend');

/** 公告…的暂停实施期限将于…届满。期限届满后再次延长: what is made longer is the pause. */
const goesOnPausing = ({ act, cites }: Proposition, last: Proposition | undefined): boolean =>
  act === 'prolong' && cites.length === 0 && last?.act === 'expire' && last.bare.includes('暂停');

const isLengthened =
  /^现?(?:经[^,]{2,16},)*现?(?:决定)?(?:将其|予以|再)*(?:延长|顺延|续延|延至|展期|继续(?:实施|执行|施行|适用))/;
const opensRow = /^(?:[^,;。]{0,30}决定:?)?自\d{4}年\d{1,2}月\d{1,2}日(?:零时)?起,[^。]*;$/;

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

/** 中止期从…开始，…结束: the period of what the sentence before suspends. */
const isTermOf = ({ act, period }: Proposition, { bare }: Sentence, own: readonly Proposition[]): boolean =>
  (act === 'suspend' || act === 'extend' || act === 'prolong') &&
  period.until === undefined &&
  own.length === 0 &&
  /^(?:其|该|上述|本次)?(?:暂停|暂缓|中止|延长|顺延|展期)(?:实施|执行|适用)?(?:期间?|期限)(?:为|至|到|自|从|是|由|:)/.test(
    bare,
  );

function inSentence(official: Official, sentence: Sentence, clauses: readonly Voice[]): readonly Proposition[] {
  const groups: { from: number; to: number; act: ClauseAct; actor: Actor }[] = [];
  // 自…起执行，其他内容不变: what stands before what is left as it was, belongs to what was done.
  const lastVerb = clauses.findLastIndex(({ act }) => act !== undefined && act !== 'keep');
  let waiting: number | undefined;
  for (const [i, clause] of clauses.entries()) {
    const last = groups.at(-1);
    if (clause.act !== undefined) {
      const from = waiting ?? clause.from;
      // 暂停期将于…届满，现再延长: the end that is told of, and what is done about it, are of one suspension.
      const continued = last?.act === 'expire' && (clause.act === 'extend' || clause.act === 'prolong');
      // 已被叫停，相关规定自…起恢复执行: the same, said again.
      const again =
        last?.act === clause.act &&
        last.actor === clause.actor &&
        saidAgain.has(clause.act) &&
        waiting === undefined &&
        !/(?:公司|会社|大学|研究所)/.test(sentence.bare.slice(clause.from, clause.to)) &&
        !hasCitation(official, sentence, clause);
      if (again) {
        last.to = clause.to;
        continue;
      }
      if (continued) groups.pop();
      groups.push({ from: continued ? last.from : from, to: clause.to, act: clause.act, actor: clause.actor });
      waiting = undefined;
    } else if (!last || (i < lastVerb && leads(sentence, clause))) {
      // 有关事项公告如下：自…起，停止执行62号公告: what is said in the frame is not what is acted on.
      const framed =
        opensFrame.test(sentence.bare.slice(clause.from, clause.to)) && citesLater(official, sentence, clauses, i);
      waiting = framed ? undefined : (waiting ?? clause.from);
    } else if (waiting === undefined) last.to = clause.to;
  }
  const last = groups.at(-1);
  if (last && waiting !== undefined) last.to = sentence.text.length;
  return groups.map(({ act, actor, ...range }) => propositionFrom(official, sentence, range, act, actor));
}

const saidAgain: ReadonlySet<ClauseAct> = new Set(['suspend', 'extend', 'resume', 'lift']);
const hasCitation = (official: Official, sentence: Sentence, { from, to }: Clause): boolean =>
  citationsIn(official, sentence.text.slice(from, Math.min(to, from + 4_000))).length > 0;
const citesLater = (official: Official, sentence: Sentence, clauses: readonly Voice[], i: number): boolean =>
  citationsIn(official, sentence.text.slice(clauses[i]?.to ?? 0, (clauses[i]?.to ?? 0) + 4_000)).length > 0;

/** 自2028年5月20日起, 商务部公告2026年第27号…: what stands before its verb. */
const leads = (sentence: Sentence, { from, to }: Clause): boolean =>
  /^(?:[一二三四五六七八九十]、|\d{1,2}[.、]|\([一二三四五六七八九十\d]+\))?(?:自|对|将|把|就|从|由|经|根据|依据|为|鉴于|期|同|现|决定|其中|(?:中华人民共和国)?(?:商务部|海关总署|公告\d))/.test(
    sentence.text.slice(from, Math.min(to, from + 60)),
  );

function propositionFrom(
  official: Official,
  sentence: Sentence,
  { from, to }: Clause,
  act: ClauseAct,
  actor: Actor,
): Proposition {
  const text = sentence.text.slice(from, to);
  const period = periodOf(withoutNarrated(text), official.publishedOn);
  return {
    act: endsAgain(act, period, text) ? 'suspend' : act,
    actor: isLongAgo(act, period, official, text) ? 'narrated' : actor,
    sentence,
    from,
    to,
    text,
    bare: sentence.bare.slice(from, to),
    cites: citedIn(official, text),
    period,
  };
}

/** 公告第52号自2027年11月11日起暂停实施…, months later: what was suspended then is told. */
function isLongAgo(act: ClauseAct, { from }: Period, { publishedOn }: Official, text: string): boolean {
  if (act !== 'suspend' || publishedOn === undefined) return false;
  const [first] = namedDays(text);
  const began = from ?? (first && first.from <= 3 ? first.day : undefined);
  return began !== undefined && began < addDays(publishedOn, -longAgo);
}
const longAgo = 45;

/** 自3月1日起至8月31日停止执行: what is stopped until a day is suspended. */
const endsAgain = (act: ClauseAct, { from, until }: Period, text: string): boolean =>
  act === 'lift' && from !== undefined && until !== undefined && until > from && !/届满|期满|到期|有效期/.test(text);

/** What an announcement rests on (根据…) or leaves as it was (按照…执行) is not acted on. */
function citedIn(official: Official, text: string): readonly Citation[] {
  const bases = [...text.matchAll(/(?:根据|依据|按照|依照|不影响|参照)[^,]*/g)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
  }));
  const { number, form } = official;
  let next = 0;
  return citationsIn(official, text).filter((citation) => {
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
