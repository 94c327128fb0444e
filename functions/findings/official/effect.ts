import type { BeijingDate } from '../../time.ts';
import type { Stage } from '../finding.ts';
import type { Sentence } from './clauses.ts';
import { periodOf } from './days.ts';
import type { Official } from './identity.ts';
import type { Proposition } from './propositions.ts';
import type { Voice } from './voices.ts';

/** From when and until when a whole text binds; what it does not state is undefined. */
export interface Effect {
  readonly from?: BeijingDate;
  readonly until?: BeijingDate;
  /** The text says it of itself, or its header does; else it is the day of its first act. */
  readonly own?: true;
  /** The one day that its own sentences open with, where they open with no other. */
  readonly only?: BeijingDate;
  /** Parts that begin on days of their own, in the order of the text. */
  readonly staged?: readonly Stage[];
}

const ownForce =
  /本(?:公告|决定|令|规定|办法|条例|通知|通告|安排|意见)|予以公布|予以发布|现予公布|现予发布|现公布|现发布|上述(?:更正|措施|物项|第)|以上|临时管制|该措施|该公告|^(?:撤回|废止|暂停|恢复|停止|取消|解除|终止|移出|调整|延长)(?:措施|安排|决定)?自/;
// 过渡期, 许可证件有效期: periods of something else.
const otherPeriod = /过渡|许可证|签订|报关|暂停|届满|受理|申报|培训|合同/;
const duty = /本(?:公告|决定|令|规定|办法|通知)|实施|施行|执行|生效|起(?:正式)?(?:实施|施行)|现予公布/;

/**
 * The day from which a text binds: what it says of itself (本公告自…起实施), then its header, then the first day that one of
 * its own acts opens with. What it tells of earlier announcements, or of others' acts, sets nothing.
 */
export function effectOf(
  { publishedOn, header }: Official,
  sentences: readonly Sentence[],
  propositions: readonly Proposition[],
  voicesIn: (sentence: Sentence) => readonly Voice[],
): Effect {
  const ours = new Map(propositions.map((one) => [one.sentence, one.actor === 'china'] as const));
  for (const { sentence, actor } of propositions) if (actor === 'china') ours.set(sentence, true);
  const bind = sentences
    .filter((sentence) => ours.get(sentence) ?? !told.test(sentence.text))
    .map((sentence) => ({ sentence, text: itsOwn(sentence, voicesIn(sentence)) }));
  const actedFrom = new Map(
    propositions
      .toReversed()
      .flatMap(({ actor, period, sentence }) =>
        actor === 'china' && period.from ? [[sentence, period.from] as const] : [],
      ),
  );
  const own = bind.filter(({ text }) => (ownForce.test(text) && duty.test(text)) || alone.test(text));
  const opened = own.map((sentence) => stagesOf(sentence, publishedOn)).find(({ length }) => length > 0);
  const days = (opened ?? []).map(({ on }) => on).sort();
  const first =
    days[0] ??
    header.effectiveOn ??
    bind
      .map(
        ({ text, sentence }) =>
          actedFrom.get(sentence) ??
          (opens.test(text) || lasts.test(text) ? periodOf(text, publishedOn).from : undefined),
      )
      .find((day) => day !== undefined);
  const until =
    header.until ??
    own.map(({ text }) => ownEnd(text, publishedOn)).find((day) => day !== undefined) ??
    bind
      .filter(({ text }) => lasts.test(text) && !otherPeriod.test(text))
      .map(({ text }) => periodOf(text, publishedOn).until)
      .find((day) => day !== undefined);
  const opening = new Set(bind.flatMap(({ text }) => dayOpened(text, publishedOn) ?? []));
  const only = opening.size === 1 ? [...opening][0] : undefined;
  const staged = opened && new Set(days).size > 1 ? opened : undefined;
  const stated = (days[0] ?? header.effectiveOn) !== undefined;
  return {
    ...(first && { from: first }),
    ...(stated && { own: true as const }),
    ...(until && { until }),
    ...(only && { only }),
    ...(staged && { staged }),
  };
}

/** 澳方新规将于7月1日生效，中方…; 公告第1号自公布之日起施行以来，…: a sentence without what others do, or did before. */
const itsOwn = ({ text }: Sentence, voices: readonly Voice[]): string =>
  voices.some(({ actor }) => actor !== 'china')
    ? voices.map(({ actor, from, to }) => (actor === 'china' ? text.slice(from, to + 1) : '')).join('')
    : text;

/** 自2027年8月12日起施行。 */
const alone = /^(?:[一二三四五六七八九十]{1,3}、)?自[^,]{2,40}起(?:正式)?(?:施行|实施|执行|生效)/;

/** 自2029年1月1日起，出口…无需申领: the day that a sentence opens with; not one from which something may be asked for. */
const dayOpened = (text: string, publishedOn: BeijingDate | undefined): BeijingDate | undefined =>
  /起(?:开始)?(?:受理|接受|可以?(?:提出|提交)?申请|登录|报送)/.test(text)
    ? undefined
    : periodOf(text, publishedOn).from;

/** 本公告自…起试行，试行期两年，至…: the end that a text gives itself beside its beginning. */
function ownEnd(text: string, publishedOn: BeijingDate | undefined): BeijingDate | undefined {
  const clauses = text.split(/[,;](?!\d{3}(?!\d))/);
  const first = clauses.findIndex((clause) => periodOf(clause, publishedOn).from !== undefined && force.test(clause));
  if (first < 0) return undefined;
  const of = clauses.slice(first).filter((clause) => !otherPeriod.test(clause));
  return periodOf(of.join(','), publishedOn).until;
}

/** 曾决定, 商务部公告…规定: told of what was before. */
const told = /曾(?:经)?(?:决定|发布|对|将|于)|将于[^。]{0,20}届满/;
const opens =
  /起[^。]{0,240}(?:实施|施行|执行|生效|适用|停止|暂停|不再|禁止|未经许可|恢复|计算|试行|实行|通过|一律|应当|不得|登记|申报|办理|提交|填报|不予|须|要求|列入|移出)|之日/;
const lasts =
  /实施期限|有效期|期限[至到为]|临时管制|为期|施行至|执行至|试行至|适用至|有效至|期限自|期限:|至\d{4}年\d{1,2}月\d{1,2}日止/;

/** The days that a sentence opens, each with the part that it speaks of. */
function stagesOf({ text }: Pick<Sentence, 'text'>, publishedOn: BeijingDate | undefined): readonly Stage[] {
  const clauses = text.split(/,(?!\d)/);
  let part = '';
  return clauses.flatMap((clause): readonly Stage[] => {
    const { from } = periodOf(clause, publishedOn);
    part += clause;
    if (!from || !force.test(clause)) return [];
    const words = /^(?<what>.*?)(?:自|从|于)/.exec(part)?.groups?.['what'] ?? part;
    part = '';
    return [
      {
        on: from,
        part: words.replace(/^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])?(?:本公告|上述)?(?:所列)?/, '').trim(),
      },
    ];
  });
}

const force = /起|实施|施行|执行|生效|适用/;
