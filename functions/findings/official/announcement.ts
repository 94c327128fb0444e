import { refOf } from '../../documents/document.ts';
import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { asksForComment, draft, enforcement, explanation, otherBusiness, otherRegimes, procedure } from './phrases.ts';
import { isAboutExportControl, isOfImports, isOnExportControl, isPlainlyOurs, restsOnOthers } from './subject.ts';
import type { Act } from './act.ts';
import { actsIn, once } from './acts.ts';
import { deedIn, unclearAct } from './deeds.ts';
import { foreignLaw, isAboutForeignAct } from './actors.ts';
import { isNote, noteActs, reminderActs } from './repeats.ts';
import { sentencesOf } from './clauses.ts';
import type { Finding, Provision, Reading, Reason } from '../finding.ts';
import type { Official } from './identity.ts';
import { operativePart } from './operative.ts';
import { aimsOf, isKnownOfJapan, reachOf } from './reach.ts';
import { operativeSentences, type Text, textOf } from './text.ts';

/** Reads an announcement, order or regulation: what it does, to whom, from when, in its own words. */
export function readAnnouncement(official: Official): Reading {
  const silence = whySilent(official);
  if (silence) return listsAllTheSame(official) ?? byNumberAlone(official) ?? { kind: 'silent', why: [silence] };
  const body = textOf(official, operativeSentences(official));
  const said = actsIn(body);
  // A note explains what others lay down; only what it plainly moves counts as done.
  const inBody = isNote(body) && !said.some(moves) ? noteActs(body) : said;
  const acts = inBody.length > 0 ? inBody : titleActs(official, body);
  const [first, ...rest] = acts.filter((act) => act.reach !== 'elsewhere' && !sparesTrade(body, act));
  if (first) return findingOf(official, [first, ...rest]);
  if (acts.length > 0) {
    return {
      kind: 'silent',
      why: acts.map((act) => ({ rule: `${act.rule}, not of what reaches Japan`, span: act.provision.quote })),
    };
  }
  return unestablished(official);
}

/** A title may name the business of those whom the text lists (对日本一家检测机构…): whoever is listed by name counts. */
function listsAllTheSame(official: Official): Reading | undefined {
  if (!otherRegimes.some(([, pattern]) => pattern.test(official.title.text))) return undefined;
  const [first, ...rest] = actsIn(textOf(official, operativeSentences(official))).filter(
    ({ provision, reach }) =>
      reach === 'japan' &&
      provision.action === 'impose' &&
      /^(?:control|watch)-list$/.test(provision.measure.instrument) &&
      provision.measure.parties.length > 0,
  );
  return first && findingOf(official, [first, ...rest]);
}

const moves = ({ provision }: Act): boolean => /suspend|resume|lift|amend|remove/.test(provision.action);

/** The unreliable-entity list may bar investment and entry alone: those whom it lists may still be supplied. */
const sparesTrade = ({ sentences }: Text, { provision }: Act): boolean =>
  provision.action === 'impose' &&
  provision.measure.instrument === 'unreliable-entity-list' &&
  sentences.some(({ bare }) => /禁止|取消/.test(bare)) &&
  !sentences.some(({ bare }) => /进出口|出口|贸易活动|交易/.test(bare));

/** What the title says is done, from the day that the text names. */
const titleActs = (official: Official, { effect }: Text): readonly Act[] =>
  actsIn({ ...textOf(official, sentencesOf(official.title)), effect });

/**
 * `暂停实施商务部公告2025年第55号` and nothing else: whether that is ours only the register can tell, which knows what the
 * number stands for.
 */
function byNumberAlone(official: Official): Reading | undefined {
  const { title, text, number } = official;
  const words = `${title.text}\n${text.text}`;
  const note = number === undefined && /商务部公告/.test(title.text);
  if ((!number?.startsWith('mofcom/') && !note) || isOnExportControl(words)) return undefined;
  const body = textOf(official, operativeSentences(official));
  if (otherRegimes.some(([, pattern]) => pattern.test(title.text))) return undefined;
  const [correction] = actsIn(body).filter(({ provision }) => alters(provision));
  if (correction) return findingOf(official, [correction]);
  if (restsOnOthers(title.text, text.text)) return undefined;
  if (otherRegimes.some(([, pattern]) => pattern.test(words)) || otherBusiness.test(words)) return undefined;
  if (reachOf(aimsOf(words)) === 'elsewhere') return undefined;
  if (note) return isNote(body) ? findingOf(official, noteActs(body)) : undefined;
  // The text, where it speaks of an act, says it more fully than the title: which clauses 部分内容 stands for.
  const inBody = actsIn(body);
  const said = new Set(inBody.map(deedOf));
  const acts = once([...inBody, ...titleActs(official, body).filter((act) => !said.has(deedOf(act)))]);
  const targeted = acts.filter(({ provision }) => targetsOf(provision).some((target) => target.startsWith('mofcom/')));
  const [first, ...rest] = targeted.length > 0 ? targeted : onAnnouncement(official, body);
  if (!first) return undefined;
  return findingOf(official, [first, ...rest]);
}

/**
 * 将甲从商务部公告…所列名单中剔除: it plainly acts on an announcement, in words that are not understood. Where only the title
 * says what is done, it counts for an announcement that the text names, and for Japan.
 */
function onAnnouncement(official: Official, text: Text): readonly Act[] {
  const rule = 'acts on an announcement, in words not understood';
  const reach = reachOf(aimsOf(`${text.title.text}\n${text.text.text.slice(0, 20_000)}`));
  const deed = deedIn(text);
  if (deed?.target?.startsWith('mofcom/')) return [unclearAct({ rule, reach, ...deed })];
  const titled = deedIn(textOf(official, sentencesOf(official.title)));
  const target = announcementNumbers(text.text.text.slice(0, 20_000))
    .map(({ number }) => number)
    .find((number) => number.startsWith('mofcom/') && number !== official.number);
  if (!titled || !target || reach !== 'japan') return [];
  return [unclearAct({ rule, reach, ...titled, target, on: titled.on ?? text.effect.from })];
}

/** What an act does to which measure, whatever part of it. */
const deedOf = ({ provision }: Act): string => JSON.stringify([provision.action, targetsOf(provision)[0]]);

const targetsOf = (provision: Provision): readonly string[] => [
  ...('measure' in provision && typeof provision.measure === 'string' ? [provision.measure] : []),
  ...('suspendedBy' in provision && provision.suspendedBy !== undefined ? [provision.suspendedBy] : []),
  ...('target' in provision && provision.target !== undefined ? [provision.target] : []),
];

/** A correction that names parties or control codes is ours, whatever words it does without. */
const alters = (provision: Provision): boolean =>
  provision.action === 'amend' &&
  [
    ...(provision.alters?.added ?? []),
    ...(provision.alters?.removed ?? []),
    ...(provision.alters?.renamed ?? []),
    ...(provision.alters?.items ?? []).filter(({ controlCodes }) => controlCodes.length > 0),
  ].length > 0;

/** The finding that acts make up; statements make theirs the same way. */
export function findingOf(official: Official, acts: readonly [Act, ...Act[]]): Reading {
  const { publishedOn: _stamp, ...ref } = refOf(official.document);
  const provisions = acts.map((act) => act.provision) as [Provision, ...Provision[]];
  const finding: Finding = {
    document: { ...ref, ...(official.publishedOn && { publishedOn: official.publishedOn }) },
    ...(official.number && { announcement: official.number }),
    reach: acts.some((act) => act.reach === 'japan') ? 'japan' : 'all-destinations',
    provisions,
  };
  return { kind: 'finding', finding, why: acts.map((act) => ({ rule: act.rule, span: act.provision.quote })) };
}

/** 政策问答：商务部公告2028年第33号…: questions answered on an announcement that is named are a note on its terms. */
const answersOnTerms = ({ title, text }: Official): boolean =>
  /问答|解答|答复/.test(title.text) && announcementNumbers(`${title.text}\n${text.text.slice(0, 300)}`).length > 0;

/** Why a text that is no statement is not ours, from its title, its number and its words. */
export function whySilent(official: Official): Reason | undefined {
  const title = official.title.text;
  const because = (rule: string): Reason => ({ rule, span: official.document.title });
  const regime = otherRegimes.find(([, pattern]) => pattern.test(title));
  if (regime) return because(`another regime: ${regime[0]}`);
  if (!isAboutExportControl(title, official.text.text)) return because('no word of export control or dual use');
  if (restsOnOthers(title, official.text.text)) return because('rests on the laws of another regime');
  if (isOfImports(title)) return because('of imports');
  if (draft.test(title) || asksForComment.test(operativePart(official.text.text).slice(0, 3_000)))
    return because('a draft for comment');
  if (enforcement.test(title)) return because('a case of those who broke the rules');
  if (official.number === undefined) {
    if (isAboutForeignAct(title) || foreignLaw.test(title)) return because('another country’s act');
    if (explanation.test(title) && !answersOnTerms(official)) return because('an explanation, not the text');
  }
  return procedure.test(title) && !bindsExporters(official) ? because('procedure') : undefined;
}

/** A notice on how licences are applied for alters duties where it says from when, and what must be done. */
const bindsExporters = ({ title, text }: Official): boolean =>
  /(?:两用物项|通用许可).{0,24}(?:许可|申请|申报)/.test(title.text) &&
  !/培训|宣讲|研讨|论坛|年会|座谈/.test(title.text) &&
  /自.{6,40}起[^。]{0,80}(?:一律|应当|不再|停止|实行|须|必须|不得|全面)/.test(text.text);

const numberAlone = /^[^\d]{2,40}(?:\d{4}年)?第\d{1,3}号$/;

/** Plainly about export control, and no act that we know: somebody must read it. */
function unestablished(official: Official): Reading {
  const title = official.title.text;
  const operative = operativePart(official.text.text);
  const named = reachOf(aimsOf(`${title}\n${operative}`));
  const known = announcementNumbers(`${title}\n${operative.slice(0, 5_000)}`).some(({ number }) =>
    isKnownOfJapan(number),
  );
  const japanese = named === 'all-destinations' && /株式会社|有限会社/.test(operative);
  const reach = (known && official.number?.startsWith('mofcom/')) || japanese ? 'japan' : named;
  const quote = official.document.title;
  if (reach === 'elsewhere') return { kind: 'silent', why: [{ rule: 'aimed elsewhere', span: quote }] };
  if (foreignLaw.test(title)) return { kind: 'silent', why: [{ rule: 'another country’s act', span: quote }] };
  // 商务部公告2027年第40号: a title of a number alone says nothing; its text does.
  const words = numberAlone.test(title) ? operative : title;
  // An unreliable-entity notice bars all trade with its parties, and is ours only when they are Japanese.
  const ours = isOnExportControl(words) && isPlainlyOurs(title, operative) && !official.number?.startsWith('uel/');
  if (!ours && reach !== 'japan') {
    return { kind: 'silent', why: [{ rule: 'export control is mentioned, not changed', span: quote }] };
  }
  const text = textOf(official, operativeSentences(official));
  const [reminder] = reminderActs(text);
  if (reminder) return findingOf(official, [{ ...reminder, reach }]);
  const deed = deedIn(text) ?? deedIn(textOf(official, sentencesOf(official.title)));
  const on = deed?.on ?? (text.effect.own && text.effect.from);
  return findingOf(official, [
    unclearAct({ rule: 'no known act', reach, quote: deed?.quote ?? quote, act: deed?.act, on: on || undefined }),
  ]);
}
