import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { announcing, clarifying, otherRegimes, subject } from './phrases.ts';
import type { Act } from './act.ts';
import { actsIn } from './acts.ts';
import { isAboutForeignAct } from './actors.ts';
import { answersIn } from './answers.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import { findingOf } from './announcement.ts';
import {
  type Instrument,
  listsParties,
  type Measure,
  type Provision,
  type Reach,
  type Reading,
  type Report,
} from '../finding.ts';
import type { Official } from './identity.ts';
import { listsIn } from './instruments.ts';
import { endUsesIn } from '../end-uses-in.ts';
import { goodsNamed } from '../item-list.ts';
import { isOthers } from './voices.ts';
import { aimsOf, reachOf } from './reach.ts';
import { textOf } from './text.ts';

/**
 * Reads what a spokesperson says beside an announcement: usually its companion, sometimes a clarification, and now and
 * then the only word on a suspension or a removal (as in 2025). It imposes nothing by itself.
 */
export function readStatement(official: Official): Reading {
  const { title, document } = official;
  const silent = (rule: string): Reading => ({ kind: 'silent', why: [{ rule, span: document.title }] });
  if (otherRegimes.some(([, pattern]) => pattern.test(title.text))) return silent('another regime');
  const foreign = isAboutForeignAct(title.text);
  const answers = answersIn(official, foreign);
  const said = answers.length > 0 || foreign ? answers : sentencesOf(title);
  const text = textOf(official, said);
  // Words of a spokesperson on licences explain; they lay no rule down.
  const acts = actsIn(text)
    .filter((act) => !laysDownRule(act))
    .map(spoken);
  const moved = acts.filter(({ provision }) => provision.action !== 'amend' || provision.alters !== undefined);
  // 有关措施仅针对…: under a title about China's own controls, words that explain need not name them again.
  const titled = !foreign && subject.test(title.text);
  const ours = said.filter(
    (sentence) =>
      (subject.test(sentence.text) || (titled && clarifying.test(sentence.bare))) && !isOthers(text.voicesIn(sentence)),
  );
  const asked = ours.flatMap((sentence) => sentence.asked ?? []);
  const words = [...ours.map(({ text: one }) => one), ...new Set(asked), ...(foreign ? [] : [title.text])].join('\n');
  const around = said.filter(({ asked: one }) => one !== undefined && asked.includes(one));
  const numbers = announcementNumbers([words, ...around.map(({ text: one }) => one)].join('\n')).map(
    ({ number }) => number,
  );
  const near = around.filter((sentence) => !ours.includes(sentence) && !isOthers(text.voicesIn(sentence)));
  const explains = explained(official, { ours, near }, words, [...new Set(numbers)]);
  const found = moved.length === 0 || (explains.length > 0 && moved.every(isAsBefore)) ? explains : moved;
  if (found.length === 0)
    return silent(foreign ? 'about another country’s act' : 'says nothing that alters or explains a measure');
  const [first, ...rest] = found.filter(({ reach }) => reach !== 'elsewhere');
  return first ? findingOf(official, [first, ...rest]) : silent('aimed elsewhere');
}

const laysDownRule = ({ provision }: Act): boolean =>
  provision.action === 'impose' && provision.measure.instrument === 'licensing-rule';

/** What an announcement would impose, a spokesperson only reports: with its parties and days, where the words name them. */
function spoken(act: Act): Act {
  const { provision } = act;
  const measure = 'measure' in provision && typeof provision.measure === 'object' ? provision.measure : undefined;
  if (!measure) return act;
  return { ...act, provision: { action: 'report', report: reportOf(measure), quote: provision.quote } };
}

/** 中国政府依法对镓相关物项实施出口管制: how things are, and no news, in a statement that goes on to explain. */
function isAsBefore({ provision }: Act): boolean {
  if (provision.action !== 'report') return false;
  const { parties, effectiveOn, action } = provision.report;
  const begins = announcing.test(provision.quote) || /决定|宣布|自.{2,24}起|即日|新增/.test(provision.quote);
  return action === 'impose' && !parties && !effectiveOn && !begins && /依法|依规|根据/.test(provision.quote);
}

const reportOf = (measure: Measure): Report => ({
  action: 'impose',
  instrument: measure.instrument,
  reach: measure.reach,
  goods: measure.goods,
  endUses: measure.endUses,
  announcements: [],
  ...(measure.parties.length > 0 && { parties: measure.parties }),
  ...(measure.statedParties !== undefined && { statedParties: measure.statedParties }),
  ...(measure.effectiveOn && { effectiveOn: measure.effectiveOn }),
  ...(measure.until && { until: measure.until }),
});

/** @param near what the same answers say beside it, without naming what they are about again */
function explained(
  official: Official,
  { ours, near }: Readonly<Record<'ours' | 'near', readonly Sentence[]>>,
  words: string,
  announcements: Report['announcements'],
): readonly Act[] {
  if (ours.length === 0) return [];
  const instrument = instrumentOf(words);
  const aims = aimsOf(words);
  const reach: Reach | undefined =
    aims.size > 0 ? reachOf(aims) : listsParties(instrument) ? undefined : 'all-destinations';
  if (reach === undefined) return [];
  const saying = (pattern: RegExp): string | undefined =>
    [...ours, ...near].find(({ bare }) => pattern.test(bare))?.quote;
  const announced = ours.find(
    ({ bare }) => announcing.test(bare) && !/并非|不是|是否|不等于|已(?:经)?依法|早已|此前/.test(bare),
  )?.quote;
  const clarified = saying(clarifying);
  const about: Report = {
    action: 'impose',
    instrument,
    reach,
    goods: goodsNamed(words),
    endUses: endUsesIn(official.text),
    announcements,
  };
  const act = (rule: string, provision: Provision): Act => ({ reach, rule, provision });
  return [
    ...(announced ? [act('statement beside a measure', { action: 'report', report: about, quote: announced })] : []),
    ...(clarified
      ? [
          act('statement that explains a measure', {
            action: 'clarify',
            about: { ...about, action: 'clarify' },
            quote: clarified,
          }),
        ]
      : []),
  ];
}

const instrumentOf = (words: string): Instrument =>
  listsIn(words)[0] ??
  (aimsOf(words).has('jp')
    ? 'country-ban'
    : /许可/.test(words) && !/实施.{0,6}管制/.test(words)
      ? 'licensing-rule'
      : 'item-control');
