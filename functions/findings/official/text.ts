import type { AnnouncementNumber } from '../../lexicon/announcement-numbers.ts';
import type { BeijingDate } from '../../time.ts';
import { citationsIn } from './citations.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import { type Named, contextOf } from './context.ts';
import { type Effect, effectOf } from './effect.ts';
import { daysOfPlaces, placeOf } from './entry-days.ts';
import type { Official } from './identity.ts';
import { type Proposition, propositionsOf } from './propositions.ts';
import { type Voice, voicesOf } from './voices.ts';
import { operativeEnd } from './operative.ts';

/** An official document, read once: its sentences, what they do, and from when. */
export interface Text extends Official {
  /** The operative ones: neither header nor annex, and of a press conference no questions. */
  readonly sentences: readonly Sentence[];
  readonly propositions: readonly Proposition[];
  readonly bySentence: ReadonlyMap<Sentence, readonly Proposition[]>;
  /** Each clause of a sentence, with its verb and who acts. */
  readonly voicesIn: (sentence: Sentence) => readonly Voice[];
  /** What stood before each sentence, for 上述, 该 and 其. */
  readonly before: ReadonlyMap<Sentence, Named>;
  readonly effect: Effect;
  /** The announcement that is told to have suspended something (商务部公告2027年第24号规定的暂停期限…). */
  readonly suspender: AnnouncementNumber | undefined;
  /** The day on which each entry of its list begins, where it says so by their numbers. */
  readonly placeDays: ReadonlyMap<number, BeijingDate>;
  /** The last day that was named before each proposition, for 期满后. */
  readonly terms: ReadonlyMap<Proposition, BeijingDate>;
}

/** 本公告自…起施行, under an annex. */
const ofItself = /^本(?:公告|决定|令|通知|通告)(?:自|于|从)/;

/** Reads sentences of a document: its operative part, or its title alone. */
export function textOf(official: Official, sentences: readonly Sentence[]): Text {
  const voices = new Map(sentences.map((sentence) => [sentence, voicesOf(official, sentence)] as const));
  const propositions = propositionsOf(official, sentences, voices);
  return {
    ...official,
    sentences,
    propositions,
    bySentence: Map.groupBy(propositions, ({ sentence }) => sentence),
    voicesIn: (sentence) => voices.get(sentence) ?? [],
    before: contextOf(official, sentences),
    effect: effectOf(official, sentences, propositions, (sentence) => voices.get(sentence) ?? []),
    suspender:
      propositions.find(
        ({ actor, act, bare, cites }) =>
          (actor === 'narrated' || act === 'expire') && bare.includes('暂停') && cites.length === 1,
      )?.cites[0]?.number ?? suspenderIn(official),
    placeDays: daysOfPlaces(sentences, official.publishedOn),
    terms: termsOf(propositions),
  };
}

/** 公告…（关于暂停…的公告）, 公告…所定暂停期间: an announcement that is named as one that suspended others. */
function suspenderIn(official: Official): AnnouncementNumber | undefined {
  const words = `${official.title.text}\n${official.text.text}`.slice(0, 20_000);
  return citationsIn(official, words).find(
    ({ number, to }) => number !== official.number && pauses.test(words.slice(to, to + 200)),
  )?.number;
}

const pauses =
  /^(?:(?:公布|宣布),[^。]{0,160}?(?:暂停|中止|暂缓)|[(《](?:关于)?[^()《》]{0,30}(?:暂停|中止|暂缓)|(?:所定|(?:规定|确定|设定|作出|明确)的)(?:暂停|中止|暂缓)|对[^,。]{1,40}(?:作出|确定|设定)的(?:暂停|中止|暂缓))/;

function termsOf(propositions: readonly Proposition[]): ReadonlyMap<Proposition, BeijingDate> {
  const terms = new Map<Proposition, BeijingDate>();
  let last: BeijingDate | undefined;
  for (const proposition of propositions) {
    if (last) terms.set(proposition, last);
    last = proposition.period.until ?? last;
  }
  return terms;
}

/** The sentences of the part that binds. */
export function operativeSentences(official: Official): readonly Sentence[] {
  const end = operativeEnd(official.text.text);
  return sentencesOf(official.text).filter(({ from, text }) => from < end || ofItself.test(text));
}

/** 移出…，自5月10日起取消…: the one day on which all that a sentence does begins. */
function onlyDayOf(text: Text, sentence: Sentence): BeijingDate | undefined {
  const days = new Set(
    (text.bySentence.get(sentence) ?? []).flatMap(({ actor, period }) =>
      actor === 'china' ? (period.from ?? []) : [],
    ),
  );
  return days.size === 1 ? [...days][0] : undefined;
}

/** The day of its own, that the sentence opened before or that the text gives the entry, else the one from which the whole text binds. */
export function dayIn(text: Text, { sentence, from, bare }: Proposition): BeijingDate | undefined {
  const earlier = (text.bySentence.get(sentence) ?? []).filter((other) => other.to <= from && other.period.from);
  return (
    earlier.at(-1)?.period.from ??
    onlyDayOf(text, sentence) ??
    text.placeDays.get(placeOf(sentence) ?? 0) ??
    (text.effect.own || /同时|同日/.test(bare) ? text.effect.from : undefined) ??
    text.effect.only
  );
}
