import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import type { Measure, Reading, Report } from '../finding.ts';
import type { Act } from './act.ts';
import { actsIn } from './acts.ts';
import { isAboutForeignAct } from './actors.ts';
import { findingOf } from './announcement.ts';
import { answersIn } from './answers.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import { deedIn, unclearAct } from './deeds.ts';
import { explanations } from './explanations.ts';
import type { Official } from './identity.ts';
import { announcing, draft, enforcement, otherRegimes } from './phrases.ts';
import { isOnExportControl, isOnMeasure } from './subject.ts';
import { aimsOf, reachOf } from './reach.ts';
import { type Text, textOf } from './text.ts';

/**
 * Reads what a spokesperson says beside an announcement: usually its companion, sometimes a clarification, and now and
 * then the only word on a suspension or a removal (as in 2025). It imposes nothing by itself.
 */
export function readStatement(official: Official): Reading {
  const { title, document } = official;
  const silent = (rule: string): Reading => ({ kind: 'silent', why: [{ rule, span: document.title }] });
  if (otherRegimes.some(([, pattern]) => pattern.test(title.text))) return silent('another regime');
  if (draft.test(title.text)) return silent('a draft for comment');
  if (enforcement.test(title.text)) return silent('a case of those who broke the rules');
  const foreign = isAboutForeignAct(title.text);
  const answers = answersIn(official, foreign);
  const said = answers.length > 0 || foreign ? onOurs(answers, title.text) : sentencesOf(title);
  const text = textOf(official, said);
  const moved = spokenActs(actsIn(text)).filter(
    ({ provision }) =>
      provision.action !== 'amend' || (provision.alters ?? provision.clause ?? provision.on) !== undefined,
  );
  const explains = explanations(text, foreign);
  const done = moved.length > 0 ? moved : unclearIn(text, foreign);
  const found = done.length === 0 || (explains.length > 0 && done.every(isAsBefore)) ? explains : done;
  if (found.length === 0)
    return silent(foreign ? 'about another country’s act' : 'says nothing that alters or explains a measure');
  const [first, ...rest] = found.filter(({ reach }) => reach !== 'elsewhere');
  return first ? findingOf(official, [first, ...rest]) : silent('aimed elsewhere');
}

/** 中方暂停…的禁令一年: an act on China's own controls, and not to be said on which. */
function unclearIn(text: Text, foreign: boolean): readonly Act[] {
  const titled = !foreign && isOnExportControl(text.title.text);
  const deed = deedIn(text, (sentence) => isOnExportControl(sentence.text) || titled);
  if (!deed || deed.act === 'amend') return [];
  const reach = reachOf(aimsOf(`${text.title.text}\n${deed.quote}`));
  if (reach === 'elsewhere') return [];
  return [unclearAct({ rule: 'acts on a measure that is not named', reach, ...deed })];
}

/**
 * Of a press conference, the answers on export control: days and figures of the others are of other things. Under a title
 * that is ours, all.
 */
function onOurs(answers: readonly Sentence[], title: string): readonly Sentence[] {
  if (isOnExportControl(title)) return answers;
  const ours = ({ text, asked }: Sentence): boolean =>
    [text, asked ?? ''].some(
      (words) =>
        isOnExportControl(words) ||
        announcementNumbers(words).some(({ number }) => number.startsWith('mofcom/')) ||
        isOnMeasure(words),
    );
  return [...Map.groupBy(answers, ({ asked }) => asked ?? '').values()].filter((block) => block.some(ours)).flat();
}

/**
 * Words of a spokesperson on licences explain, and lay no rule down unless they name the day from which it binds. What he
 * says is imposed, he reports.
 */
export const spokenActs = (acts: readonly Act[]): readonly Act[] =>
  acts.filter((act) => !laysDownRule(act)).map(spoken);

const laysDownRule = ({ provision }: Act): boolean =>
  provision.action === 'impose' &&
  provision.measure.instrument === 'licensing-rule' &&
  (provision.measure.effectiveOn === undefined || !/日起|即日/.test(provision.quote));

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
  ...(measure.items.length > 0 && { items: measure.items }),
  ...(measure.effectiveOn && { effectiveOn: measure.effectiveOn }),
  ...(measure.until && { until: measure.until }),
  ...(measure.extraterritorial && { extraterritorial: true as const }),
});
