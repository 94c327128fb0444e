import { type Actor, actorNamed } from './actors.ts';
import { citationsIn } from './citations.ts';
import type { Clause, Sentence } from './clauses.ts';
import type { Official } from './identity.ts';
import { imposes } from './imposing.ts';
import { isCondition, unreal } from './unreal.ts';
import { type ClauseAct, actOfClause, namesPause } from './verbs.ts';

/** A clause with its verb and its subject. */
export interface Voice extends Clause {
  readonly act: ClauseAct | undefined;
  readonly actor: Actor;
}
/** 有关事项公告如下: a clause that opens what is said. */
export const opensFrame = /(?:公告|通知|通告|决定|规定|说明|明确)如下$/;

/** Each clause's verb and subject; a subject holds until another is named. */
export function voicesOf(official: Official, sentence: Sentence): readonly Voice[] {
  let actor: Actor = sentence.topic ?? 'china';
  let lead = '';
  let topic = '';
  let conditional = false;
  return sentence.clauses.map((clause, i) => {
    const bare = ends(sentence.bare.slice(clause.from, clause.to));
    const last = i === sentence.clauses.length - 1;
    if (isCondition(bare) && !last) conditional = true;
    else if (/^(?:现|兹|决定|商务部决定|自[^,]{4,24}起)/.test(bare)) conditional = false;
    const does = actOfClause(bare, lead, topic);
    const idle =
      (conditional && does !== 'keep') ||
      isTime(bare, does) ||
      (!last && (does === 'extend' || does === 'prolong') && opensFrame.test(bare));
    const act = idle ? undefined : does;
    lead = act === undefined ? bare : '';
    if ((act === undefined || act === 'expire') && namesPause(bare)) topic = bare;
    else if (act !== undefined && act !== 'expire') topic = '';
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

/** 将甲列入管控名单后, 暂停实施以来: when something else was so, and nothing done. */
const isTime = (clause: string, act: ClauseAct | undefined): boolean =>
  act !== undefined && /(?:(?<!期|届)(?:后|前)|以来|期间)$/.test(clause) && !/期满|届满|到期|延长|顺延/.test(clause);

/** 2027年，商务部公告…将实施期限延长至…: an announcement that opens with an earlier year tells of it. */
const pastYear = ({ publishedOn }: Official, clause: string): boolean => {
  const year = /^(?:截至)?(?<year>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|全年|度|以来)?$/.exec(clause)?.groups?.[
    'year'
  ];
  return year !== undefined && publishedOn !== undefined && year < publishedOn.slice(0, 4);
};

const longest = 600;
/** A clause of a thousand citations has its verb before them or behind. */
const ends = (clause: string): string =>
  clause.length <= 2 * longest ? clause : `${clause.slice(0, longest)}…${clause.slice(-longest)}`;

/** 商务部公告2027年第24号决定…, 商务部曾决定…: what an earlier announcement did is told, not done again. */
function narrates(official: Official, clause: string, act: ClauseAct | undefined): boolean {
  if (/曾(?:经)?(?:决定|发布|对|将|于|公布)/.test(clause)) return true;
  const { number, form } = official;
  if (form === 'statement') return false;
  const cited = citationsIn(official, clause)[0];
  if (!cited || cited.number === number) return false;
  const behind = clause.slice(cited.to).replace(/^(?:\([^()]*\)|《[^》]*》)+/, '');
  if (/^(?:\([^)]*\))?(?:已)?(?:(?:决定|规定|明确)(?!的)|(?:公布|宣布)$)/.test(behind)) return true;
  if (/发布公告|发布了?$/.test(clause)) return true;
  // 公告第1号自公布之日起施行以来, 于2026年1月6日起执行: since when it stands.
  if (act === undefined && since.test(behind)) return true;
  if (/^(?:已)?(?:禁止|公布了)/.test(behind)) return true;
  // 公告第80号暂停…适用公告第27号: the first is who did it.
  if (/^(?:已)?(?:暂停|恢复|延长|取消|停止|中止)/.test(behind) && citationsIn(official, behind).length > 0) return true;
  return (
    /^(?:误|错误地?|分别)?(?:将|对|把)/.test(behind) &&
    (/^(?:list|suspend|extend|prolong)$/.test(act ?? '') || imposes(clause))
  );
}
const since =
  /^(?:已)?[自从于](?:(?:公布|发布)之日|[^,]{4,24}?)起?(?:正式)?(?:施行|实施|执行|生效)(?:以来|至今|后)|^[自从](?:公布|发布)之日起(?:正式)?(?:施行|实施|执行|生效)/;
const moving: ReadonlySet<ClauseAct> = new Set(['suspend', 'extend', 'shorten', 'resume', 'lift', 'prolong', 'expire']);

/** A sentence without some of its clauses. */
const without = (voices: readonly Voice[], { bare }: Sentence, goes: (voice: Voice) => boolean): string =>
  voices.map((voice) => (goes(voice) ? '' : bare.slice(voice.from, voice.to + 1))).join('');

/** A sentence without what other countries do in it, what is only threatened or wished, and what ends, pauses or takes up what others imposed. */
export const withoutMoves = (voices: readonly Voice[], sentence: Sentence): string =>
  without(
    voices,
    sentence,
    ({ act, actor, from, to }) =>
      actor === 'foreign' || (act !== undefined && moving.has(act)) || unreal.test(sentence.bare.slice(from, to)),
  );

/** A sentence without what others do in it. */
export const itsOwn = (voices: readonly Voice[], { text }: Sentence): string =>
  voices.map(({ actor, from, to }) => (actor === 'foreign' ? '' : text.slice(from, to + 1))).join('');

/** The first clause of a sentence that imposes something in China's own name; undefined where none does. */
export function imposingClause(voices: readonly Voice[], sentence: Sentence): Clause | undefined {
  // 停止实施加强…管制的措施: what is ended or paused there is not imposed.
  const ours = voices.filter(({ actor, act }) => actor === 'china' && !(act && moving.has(act)));
  const says = ({ from, to }: Clause): boolean => imposes(ends(sentence.bare.slice(from, to)));
  const whole = { from: ours[0]?.from ?? 0, to: ours.at(-1)?.to ?? 0 };
  // 禁止…用户、…用途，以及…用途出口: a row may part the verb from its object.
  return ours.find(says) ?? (ours.length === voices.length && says(whole) ? whole : undefined);
}

/** Whether a sentence speaks, at its end, of what others do or did. */
export const isOthers = (voices: readonly Voice[]): boolean => voices.at(-1)?.actor !== 'china';
