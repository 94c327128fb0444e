import { refOf } from '../../documents/document.ts';
import { explanation, otherRegimes, procedure, ruleTitle, subject } from './phrases.ts';
import type { Act } from './act.ts';
import { aimsOf, isForeignNews, reachOf } from './reach.ts';
import { citedActs } from './cited-acts.ts';
import { effectiveDay } from './effect-dates.ts';
import type { Finding, Provision, Reading, Reason } from '../finding.ts';
import type { Official } from './identity.ts';
import { listActs } from './list-acts.ts';
import { operativePart } from './measure.ts';
import { ownMeasure } from './own-measure.ts';
import { listedParties } from './party-list.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Reads an announcement, order or regulation: what it does, to whom, from when, in its own words. */
export function readAnnouncement(official: Official): Reading {
  const silence = whySilent(official);
  if (silence) return byNumberAlone(official) ?? { kind: 'silent', why: [silence] };
  const operative = operativePart(official.text.text).length;
  let seen = 0;
  const body = sentencesOf(official.text).filter(({ text }) => (seen += text.length) <= operative);
  const inBody = actsIn(official, body);
  const acts = inBody.length > 0 ? inBody : actsIn(official, sentencesOf(official.title));
  const [first, ...rest] = acts.filter((act) => act.reach !== 'elsewhere');
  if (first) return findingOf(official, [first, ...rest]);
  if (acts.length > 0) {
    return {
      kind: 'silent',
      why: acts.map((act) => ({ rule: `${act.rule}, aimed elsewhere`, span: act.provision.quote })),
    };
  }
  return unestablished(official);
}

/**
 * `暂停实施商务部公告2025年第55号` and nothing else: whether that is ours only the register can tell, which knows what the
 * number stands for.
 */
function byNumberAlone(official: Official): Reading | undefined {
  const { title, text, number, publishedOn } = official;
  const words = `${title.text}\n${text.text}`;
  if (!number?.startsWith('mofcom/') || subject.test(words)) return undefined;
  if (otherRegimes.some(([, pattern]) => pattern.test(words)) || reachOf(aimsOf(words)) === 'elsewhere')
    return undefined;
  // The text, where there is one, says it more fully than the title.
  const sentences = [...sentencesOf(title), ...sentencesOf(text)];
  const effectiveOn = effectiveDay(operativePart(text.text), publishedOn);
  const [first, ...rest] = once(citedActs(sentences, number, publishedOn, effectiveOn, [])).filter(
    ({ provision }) =>
      provision.action !== 'amend' &&
      'measure' in provision &&
      typeof provision.measure === 'string' &&
      provision.measure.startsWith('mofcom/'),
  );
  if (!first) return undefined;
  const reading = findingOf(official, [first, ...rest]);
  return reading.kind === 'finding' ? { ...reading, finding: { ...reading.finding, byNumberAlone: true } } : reading;
}

/** The finding that acts make up; press and statements make theirs the same way. */
export function findingOf(official: Official, acts: readonly [Act, ...Act[]]): Reading {
  const provisions = acts.map((act) => act.provision) as [Provision, ...Provision[]];
  const finding: Finding = {
    document: { ...refOf(official.document), ...(official.publishedOn && { publishedOn: official.publishedOn }) },
    ...(official.number && { announcement: official.number }),
    reach: acts.some((act) => act.reach === 'japan') ? 'japan' : 'all-destinations',
    provisions,
  };
  return { kind: 'finding', finding, why: acts.map((act) => ({ rule: act.rule, span: act.provision.quote })) };
}

function actsIn(official: Official, sentences: readonly Sentence[]): readonly Act[] {
  const { number, publishedOn } = official;
  const lists = listActs(official, sentences);
  const effectiveOn = effectiveDay(operativePart(official.text.text), publishedOn);
  const parties = lists.length > 0 ? [] : listedParties(official.text);
  const cited = lists.length > 0 ? [] : citedActs(sentences, number, publishedOn, effectiveOn, parties);
  // An announcement that suspends or lifts others speaks of bans and controls only to say which.
  const speaksOfOthers = cited.some(({ provision }) => ['suspend', 'resume'].includes(provision.action));
  const own = lists.length > 0 || speaksOfOthers ? [] : ownMeasure(official, sentences);
  return once([...lists, ...own, ...cited]);
}

/** A sentence and the list under it may both name an announcement: one act each. */
function once(acts: readonly Act[]): readonly Act[] {
  const key = ({ provision }: Act): string =>
    JSON.stringify([
      provision.action,
      'measure' in provision ? provision.measure : 0,
      'clause' in provision ? provision.clause : 0,
      'instrument' in provision ? provision.instrument : 0,
    ]);
  return [...new Map(acts.map((act) => [key(act), act])).values()];
}

function whySilent(official: Official): Reason | undefined {
  const title = official.title.text;
  const because = (rule: string): Reason => ({ rule, span: official.document.title });
  const regime = otherRegimes.find(([, pattern]) => pattern.test(title));
  if (regime) return because(`another regime: ${regime[0]}`);
  if (!subject.test(`${title}\n${official.text.text}`)) return because('no word of export control or dual use');
  if (official.number === undefined) {
    if (isForeignNews(title)) return because('another country’s act');
    if (explanation.test(title)) return because('an explanation, not the text');
    if (!ruleTitle.test(title)) return because('neither announcement nor rule');
  }
  return procedure.test(title) ? because('procedure') : undefined;
}

/** Plainly about export control, and no act that we know: somebody must read it. */
function unestablished(official: Official): Reading {
  const title = official.title.text;
  const reach = reachOf(aimsOf(`${title}\n${operativePart(official.text.text)}`));
  const quote = official.document.title;
  if (reach === 'elsewhere') return { kind: 'silent', why: [{ rule: 'aimed elsewhere', span: quote }] };
  // An unreliable-entity notice bars all trade with its parties, and is ours only when they are Japanese.
  const ours = subject.test(title) && !official.number?.startsWith('uel/');
  if (!ours && reach !== 'japan') {
    return { kind: 'silent', why: [{ rule: 'export control is mentioned, not changed', span: quote }] };
  }
  const doubt = { kind: 'clause-not-understood' } as const;
  return findingOf(official, [{ reach, rule: 'no known act', provision: { action: 'unclear', doubt, quote } }]);
}
