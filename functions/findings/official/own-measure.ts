import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import type { Instrument, Provision, Reach, Report } from '../finding.ts';
import { goodsNamed } from '../item-list.ts';
import type { Act } from './act.ts';
import type { Sentence } from './clauses.ts';
import { periodOf } from './days.ts';
import { goodsOf, measureFrom } from './measure.ts';
import { alreadyDone, withoutListed } from './imposing.ts';
import { itemList, licenceCatalogue, ruleOfLicensing } from './phrases.ts';
import { isOnExportControl } from './subject.ts';
import { imposingClause, isOthers, withoutMoves } from './voices.ts';
import { aimsOf, reachOf } from './reach.ts';
import type { Text } from './text.ts';

/**
 * What an announcement imposes by itself, beside lists of parties: a ban on a country, control of goods, a list of goods,
 * a licence catalogue, a rule of licensing. One announcement imposes one such measure. A law that it only rests on
 * (根据…) is none.
 */
export function ownMeasure(text: Text): readonly Act[] {
  const seen = measureSeen(text);
  if (!seen) return [];
  const { instrument, sentence } = seen;
  const quote = sentence.quote;
  const reach = reachOfOwn(text);
  const provision: Provision = { action: 'impose', measure: measureFrom(text, instrument, reach), quote };
  return [{ reach, rule: `imposes ${instrument}`, provision }];
}

/** A measure binds whom its title and its imposing words aim at; nobody named means everybody. */
export function reachOfOwn(text: Text): Reach {
  const words = text.sentences
    .filter(({ bare }) => !/不变|不受影响|除外|其他国家|(?<!不)适用本(?:公告|决定|办法|规定)/.test(bare))
    .map(({ bare }) => bare);
  const titled = aimsOf(text.title.text.replace(/《[^》]*》/g, ''));
  return reachOf(titled.has('jp') ? titled : new Set([...titled, ...aimsOf(words.join('\n'))]));
}

interface Seen {
  readonly instrument: Instrument;
  readonly sentence: Sentence;
}

/** The words that bind, rather than those that say why or what about: the sentence to quote. */
const binding = /禁止|不得|不予(?:许可|批准)|未经许可|实施.{0,6}管制|应当.{0,20}申请|一律/;

// In the order of how much each says: a catalogue its title, a ban names its country; a rule is what remains.
function measureSeen(text: Text): Seen | undefined {
  const title = text.title.text;
  // 废止下列文件：公布对铪实施出口管制的决定: what is ended is not imposed.
  const ended = new Set(
    text.propositions.flatMap(({ act, cites, from, to, sentence }) =>
      act === 'lift' && cites.length > 0 && from === 0 && to === sentence.text.length ? [sentence] : [],
    ),
  );
  const ours = text.sentences.filter(
    (sentence) =>
      !ended.has(sentence) &&
      (!isOthers(text.voicesIn(sentence)) || imposingClause(text.voicesIn(sentence), sentence) !== undefined),
  );
  const find = (instrument: Instrument, test: (sentence: Sentence) => boolean): Seen | undefined => {
    const matching = ours.filter(test);
    const sentence = matching.find(({ bare }) => binding.test(bare)) ?? matching[0];
    return sentence && { instrument, sentence };
  };
  return (
    find(
      'licence-catalogue',
      ({ text: words }) =>
        licenceCatalogue.test(words) && /两用物项/.test(words) && /公布|发布|调整|修订|更新|自.{4,20}起/.test(words),
    ) ??
    find('item-list', ({ text: words }) => itemList.test(words)) ??
    find('item-control', ({ bare, text: words }) => bare.includes('境外') && abroad.test(bare + words)) ??
    find(
      'country-ban',
      (sentence) =>
        imposing(text, sentence) === 'ban' && aimsOf(`${title.replace(/《[^》]*》/g, '')}\n${sentence.bare}`).size > 0,
    ) ??
    find('item-control', (sentence) => controls(text, sentence)) ??
    find('licensing-rule', ({ bare }) => restrictsLicences.test(bare) && !others.test(bare)) ??
    (ruleOfLicensing(title)
      ? find(
          'licensing-rule',
          ({ bare, text: words }) =>
            /自.{4,24}起|施行|实施|执行/.test(bare) || isOnExportControl(words) || /许可/.test(words),
        )
      : find(
          'licensing-rule',
          ({ bare, text: words }) =>
            (datedDuty.test(bare) ||
              (/许可证/.test(title) && revokes.test(bare)) ||
              (text.effect.own === true && newDuty.test(bare))) &&
            isOnExportControl(words),
        ))
  );
}

function imposing(text: Text, sentence: Sentence): 'ban' | 'control' | undefined {
  const clause = imposingClause(text.voicesIn(sentence), sentence);
  if (!clause) return undefined;
  const words = sentence.bare.slice(clause.from, Math.min(clause.to, clause.from + 600));
  return /禁止|不得.{0,24}(?:出口|转移|提供)|不予|加强|收紧|强化|(?:暂停|停止)(?:向|对)/.test(words) &&
    !/未经许可/.test(sentence.bare)
    ? 'ban'
    : 'control';
}

const control =
  /实[施行](?:出口)?许可证?管理(?!货物|目录)|实[施行](?:年度|出口)*额度管理|(?<!继续)实施(?:临时)?(?:出口)?管制(?!清单|物项|法|条例|管理)|(?<!不再)(?:列入|纳入).{0,10}(?:出口管制|管制)(?:范围|清单|$|[,。;])|未经许可,?不得(?:出口|以)|(?:加强|收紧|强化).{0,30}(?:出口管制|出口许可)/;
const abroad = /境外[^。]{0,240}(?:必须|应当|应|(?<!无)须|(?<!无)需)[^。]{0,30}许可/;

// What a text leaves to other rules, it does not control.
const outside = /不适用本公告|不属于本公告|不在本公告|按照?(?:有关|现行)规定(?:办理|执行)|(?:须|应当)遵守有关规定/;

function controls(text: Text, sentence: Sentence): boolean {
  if (/境外/.test(sentence.bare) && abroad.test(sentence.bare + sentence.text)) return true;
  if (outside.test(sentence.bare) || alreadyDone.test(sentence.bare)) return false;
  const bare = withoutListed(withoutMoves(text.voicesIn(sentence), sentence)).replace(
    /(?:实施|采取)的(?!决定|公告)/g,
    '的',
  );
  if (!control.test(bare) || /不再实施|取消.{0,40}管制|未(?:列入|纳入)[^,]{0,30}$/.test(bare)) return false;
  return imposingClause(text.voicesIn(sentence), sentence) !== undefined || !isOthers(text.voicesIn(sentence));
}

/** 实行通用许可便利安排, 过渡期: what is eased or arranged, with its goods and days. Nothing is imposed by it. */
export function easingActs(text: Text, of: 'its subject' | 'anything' = 'its subject'): readonly Act[] {
  const sentence = text.sentences.find(
    (one) =>
      (of === 'anything' ? spares : eases).test(one.bare) &&
      !isOthers(text.voicesIn(one)) &&
      !keeps.test(one.bare) &&
      !others.test(one.bare),
  );
  const inTitle = eases.test(text.title.text) && !/(?:办法|规定|条例|细则)/.test(text.title.text);
  if (!sentence || (!inTitle && text.number !== undefined && of === 'its subject')) return [];
  if (text.sentences.some(({ bare }) => restrictsLicences.test(bare) && !others.test(bare))) return [];
  const reach = reachOfOwn(text);
  const named = announcementNumbers(
    text.sentences
      .map(({ text: words, asked }) => `${words}\n${asked ?? ''}`)
      .join('\n')
      .slice(0, 5_000),
  ).filter(({ number }) => number !== text.number);
  // 公告2026年第11号、第27号: those of one phrase are meant together.
  const targets = named.filter(({ from }) => from === named[0]?.from).map(({ number }) => number);
  const [target] = targets;
  // 自…至…为过渡期 says it more fully than the sentence that only announces a transition.
  const periods = text.sentences
    .filter(({ bare }) => eases.test(bare))
    .map(({ text: words }) => periodOf(words, text.publishedOn));
  const period = periods.find(({ from, until }) => from && until) ?? periodOf(sentence.text, text.publishedOn);
  const until = text.effect.until ?? period.until ?? transitionEnd(text);
  const from = period.from && period.until ? period.from : (text.effect.from ?? period.from);
  const days = { ...(from && { effectiveOn: from }), ...(until && { until }) };
  const about: Report = {
    ...reportOf(text, 'licensing-rule', reach, 'ease'),
    ...days,
    announcements: targets,
  };
  if (text.number && target && /过渡/.test(text.title.text)) {
    return [
      {
        reach,
        rule: 'transition',
        provision: {
          action: 'amend',
          measure: target as string as never,
          quote: sentence.quote,
          ...(from && { on: from }),
          ...(until && { until }),
        },
      },
    ];
  }
  return [{ reach, rule: 'eases licensing', provision: { action: 'clarify', about, quote: sentence.quote } }];
}

const eases =
  /通用许可(?!申请)[^,。]{0,12}(?:便利|安排|措施|$|,|。)|(?:实行|试行|实施|给予|授予|适用).{0,12}通用许可|过渡期|过渡安排|许可便利|便利(?:措施|安排)|(?:简化|缩短|精简|放宽|优化)[^,。]{0,30}(?:许可|审查|审批|手续|时限)|(?:时限|期限|时间)[^,。]{0,6}缩短|(?:专门|绿色|快速)"?通道|优先(?:审查|审批|办理)|加快(?:审查|审批|办理)|(?:恢复|重新)[^,。]{0,30}(?:受理|签发|办理)/;
/** 免予申领出口许可证: somebody is spared, where a text does nothing else. */
const spares = /(?:免(?:于|予)?|无需)(?:申领|申请|办理)(?!进口)[^,。]{0,16}(?<!进口)许可/;
/** 停止受理…通用许可申请, 不再适用登记填报: a licence that could be had, and no more. */
const restrictsLicences =
  /(?:停止|暂停|不再|不予|取消)(?:对[^。,]{1,20})?(?:受理|签发|办理|颁发|核发|发放|批准|适用)[^。]{0,80}(?:许可|登记填报)|(?:停止|暂停)[^。,]{0,60}许可(?:证件?)?(?:的)?(?:审批|受理|签发|审查|办理)|推定(?:拒绝|不予)|原则上不予(?:许可|批准)|申请[^。]{0,16}(?:不再|停止|暂停)受理|(?:许可|登记填报)[^。]{0,40}(?:一律)?(?:不予|不再|停止|暂停)(?:受理|签发|办理|颁发|核发|批准|适用)/;
/** 对其他国家照常办理: how it stands elsewhere. */
const others = /(?:其他|其它|其余)(?:的)?国家|照常|照旧/;
/** 自9月1日起，…证明应当先经签证，…未经核验的不予受理: a duty of those who apply, from a day on. */
const datedDuty = /自[^,。]{4,30}起[^。]{0,200}(?:应当|必须|(?<!无)须|不得|不予|一律)/;
/** 许可证件自6月20日起予以撤回. */
const revokes = /(?:撤回|撤销|吊销|收回)[^。]{0,60}许可证|许可证[^。]{0,40}(?:撤回|撤销|失效|作废|停止使用|不再有效)/;
const newDuty =
  /(?:均|一律|应当?|须|必须)(?:均|一律|应当?|须|事先|先|同时|另行)*(?:[^。,]{0,20})(?:提交|申请|申领|报告|备案|登记|办理|出具|取得)/;
const keeps = /不受影响|不变|不得(?:申请|使用|适用)|停止|取消|不再|暂停/;

function transitionEnd(text: Text): Report['until'] {
  const words =
    text.sentences.find(
      ({ bare }) => /在\d{4}年\d{1,2}月\d{1,2}日(?:前|以前|之前)/.test(bare) && /可|继续|允许/.test(bare),
    )?.bare ?? '';
  const day = /在(?<day>\d{4}年\d{1,2}月\d{1,2}日)(?:前|以前|之前)/.exec(words)?.groups?.['day'];
  return day ? periodOf(`至${day}`, undefined).until : undefined;
}

const reportOf = (text: Text, instrument: Instrument, reach: Reach, act: 'impose' | 'ease'): Report => ({
  action: act,
  act,
  instrument,
  reach,
  goods: goodsNamed(text.title.text).length > 0 ? goodsNamed(text.title.text) : goodsOf(text),
  endUses: [],
  announcements: [],
});
