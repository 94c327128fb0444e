import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { endUsesIn } from '../end-uses-in.ts';
import { type Instrument, listsParties, type Reach, type Report } from '../finding.ts';
import { goodsNamed } from '../item-list.ts';
import { addDays } from '../../time.ts';
import type { Act } from './act.ts';
import type { Sentence } from './clauses.ts';
import { longPast, periodOf } from './days.ts';
import { listsIn } from './instruments.ts';
import { announcing, clarifying } from './phrases.ts';
import { aimsOf, isKnownOfJapan, reachOf } from './reach.ts';
import { isOnExportControl, isOnMeasure } from './subject.ts';
import type { Text } from './text.ts';
import { unreal } from './unreal.ts';
import { isOthers, itsOwn, withoutMoves } from './voices.ts';

/**
 * What a spokesperson says of a measure beside its text: that it was announced, and what its terms mean, who is spared,
 * what was approved. Politics (立场, 磋商, 反对) explain nothing.
 */
export function explanations(text: Text, foreign: boolean): readonly Act[] {
  const ours = sentencesOnOurs(text, foreign);
  if (ours.length === 0) return [];
  const asked = new Set(ours.flatMap((sentence) => sentence.asked ?? []));
  const title = foreign ? [] : [text.title.text];
  const words = [...ours.map(({ text: one }) => one), ...asked, ...title].join('\n');
  const around = text.sentences.filter(({ asked: one }) => one !== undefined && asked.has(one));
  const near = around.filter((sentence) => !ours.includes(sentence) && !isOthers(text.voicesIn(sentence)));
  const announced = ours.find((sentence) => {
    const own = withoutMoves(text.voicesIn(sentence), sentence);
    return announcing.test(own) && !toldOf.test(own) && !unreal.test(own);
  })?.quote;
  const clarified = [...ours, ...near].find(({ bare }) => clarifying.test(bare))?.quote;
  const instrument = instrumentOf(words);
  const aims = aimsOf(words);
  const numbers = announcementNumbers([words, ...around.map(({ text: one }) => one)].join('\n')).map(
    ({ number }) => number,
  );
  const reach: Reach = aims.size > 0 ? reachOf(aims) : numbers.some(isKnownOfJapan) ? 'japan' : 'all-destinations';
  const about: Report = {
    action: 'impose',
    instrument,
    reach,
    goods: goodsNamed(words),
    endUses: endUsesIn(text.text),
    announcements: [...new Set(numbers)],
    ...daysSaid(text, [...ours, ...near]),
  };
  // A list of parties is somebody's; of whom it speaks, it must say.
  const whose = !listsParties(instrument) || reach !== 'all-destinations';
  const reported: Act | undefined =
    announced && whose
      ? { reach, rule: 'statement beside a measure', provision: { action: 'report', report: about, quote: announced } }
      : undefined;
  const explained: Act | undefined = clarified
    ? {
        reach,
        rule: 'statement that explains a measure',
        provision: { action: 'clarify', about: { ...about, action: 'clarify' }, quote: clarified },
      }
    : undefined;
  return [reported, explained].filter((act) => act !== undefined);
}

/** From when and until when what is explained is done, as these sentences say; what began long ago is told of. */
function daysSaid(text: Text, sentences: readonly Sentence[]): Pick<Report, 'effectiveOn' | 'until'> {
  const { publishedOn } = text;
  const periods = sentences
    .map((sentence) => itsOwn(text.voicesIn(sentence), sentence).replace(applications, ''))
    .map((words) => periodOf(words, publishedOn));
  const period = periods.find(
    ({ from }) => from !== undefined && (!publishedOn || from >= addDays(publishedOn, -longPast)),
  );
  return period?.from ? { effectiveOn: period.from, ...(period.until && { until: period.until }) } : {};
}

/** 自10月16日起受理: from when something may be asked for. */
const applications = /[自从][^,。]{4,24}起(?:开始)?(?:受理|接受|可以?(?:提出|提交)?申请)/g;

/** 并非禁止, 已依法, 此前: told of, or denied. */
const toldOf = /并非|不是|不当然|(?:不会|未)被|是否|不等于|已(?:经)?依法|早已|此前/;

/**
 * The sentences that speak of China's controls, or explain them under a title or a question that does
 * (有关措施仅针对…, 持股比例应当相加).
 */
function sentencesOnOurs(text: Text, foreign: boolean): readonly Sentence[] {
  const titled = !foreign && isOnExportControl(text.title.text);
  const questions = new Map<string, boolean>();
  const askedOnOurs = ({ asked, topic }: Sentence): boolean => {
    if (asked === undefined || topic === 'foreign') return false;
    const known = questions.get(asked) ?? (isOnExportControl(asked) || isOnMeasure(asked));
    questions.set(asked, known);
    return known;
  };
  return text.sentences.filter(
    (sentence) =>
      (isOnExportControl(sentence.text) || (clarifying.test(sentence.bare) && (titled || askedOnOurs(sentence)))) &&
      !isOthers(text.voicesIn(sentence)),
  );
}

const instrumentOf = (words: string): Instrument =>
  listsIn(words)[0] ??
  (aimsOf(words).has('jp')
    ? 'country-ban'
    : /许可/.test(words) && !/实施.{0,6}管制/.test(words)
      ? 'licensing-rule'
      : 'item-control');
