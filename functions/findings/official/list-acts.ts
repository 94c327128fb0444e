import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import {
  delisting,
  endOfListing,
  instrumentsByPhrase,
  listing,
  mayBeDelisted,
  pauseOfListing,
  returnOfListing,
} from './phrases.ts';
import type { Act } from './act.ts';
import { reachOfParties } from './reach.ts';
import { effectiveDay, periodOf } from './effect-dates.ts';
import type { Doubt, Instrument, MeasureId, Party, Provision, Reach } from '../finding.ts';
import type { Official } from './identity.ts';
import { measureFrom, operativePart, partiesOf } from './measure.ts';
import { namedParties, statedCount } from './party-list.ts';
import { type Sentence, withoutTitles } from './sentences.ts';

type ListVerb = 'list' | 'remove' | 'suspend' | 'resume';

interface Listing {
  readonly sentence: Sentence;
  readonly verb: ListVerb;
  readonly instrument: Instrument;
  readonly parties: readonly Party[];
  readonly stated: number | undefined;
  readonly reach: Reach | undefined;
  readonly several: boolean;
}

/** Parties that come onto a list of parties, leave it, or whose listing is suspended or resumed. */
export function listActs(official: Official, sentences: readonly Sentence[]): readonly Act[] {
  const naming = (phrase: RegExp): readonly Sentence[] =>
    sentences.filter(({ text }) => phrase.test(text) && listVerb(text) !== undefined);
  const involved = instrumentsByPhrase.filter(([, phrase]) => naming(phrase).length > 0);
  return involved.flatMap(([instrument, phrase]) => {
    const verbs = new Map(
      naming(phrase)
        .map((sentence) => [listVerb(sentence.text), sentence] as const)
        .reverse(),
    );
    return [...verbs].flatMap(([verb, sentence]) => {
      if (verb === undefined) return [];
      const several = involved.length > 1 || verbs.size > 1;
      const read = listingOf(official, sentence, verb, instrument, phrase, several);
      // An unreliable-entity listing bars all trade with its parties and is ours only when they are Japanese.
      return read.reach === undefined && instrument === 'unreliable-entity-list' ? [] : [actOfListing(official, read)];
    });
  });
}

function listVerb(sentence: string): ListVerb | undefined {
  const words = withoutTitles(sentence);
  if (mayBeDelisted.test(words)) return undefined;
  if (returnOfListing.test(words)) return 'resume';
  if (pauseOfListing.test(words)) return 'suspend';
  if (delisting.test(words) || endOfListing.test(words)) return 'remove';
  return listing.test(words) ? 'list' : undefined;
}

function listingOf(
  official: Official,
  sentence: Sentence,
  verb: ListVerb,
  instrument: Instrument,
  phrase: RegExp,
  several: boolean,
): Listing {
  const words = withoutTitles(sentence.text);
  // 将3家…列入管控名单，将2家…列入关注名单: each list has a count of its own.
  const clause = several ? words.split(',').find((part) => phrase.test(part)) : undefined;
  const stated = statedCount(clause ?? words);
  const annexed = partiesOf(official.text, phrase, several);
  const inline = inlineParties(sentence);
  const parties = annexed.length > 0 ? annexed : stated === undefined || stated === inline.length ? inline : [];
  const reach = reachOfParties(`${official.title.text}\n${words}`, parties);
  return { sentence, verb, instrument, parties, stated, reach, several };
}

function actOfListing(official: Official, read: Listing): Act {
  const { sentence, verb, instrument, parties, stated, several } = read;
  const reach = read.reach ?? 'japan';
  const quote = sentence.quote;
  const doubt = doubtAbout(official, read);
  if (doubt !== undefined) {
    const measure =
      verb === 'list' ? { measure: measureFrom(official, instrument, reach, { parties, stated, several }) } : {};
    return {
      reach,
      rule: 'a list that does not add up',
      provision: { action: 'unclear', doubt, quote, ...measure },
    };
  }
  if (verb === 'list') {
    const measure = measureFrom(official, instrument, reach, { parties, stated, several });
    return { reach, rule: `parties put on ${instrument}`, provision: { action: 'impose', measure, quote } };
  }
  return { reach, rule: `${verb} of parties on ${instrument}`, provision: changeOfListing(official, read, verb) };
}

function changeOfListing(official: Official, read: Listing, verb: 'remove' | 'suspend' | 'resume'): Provision {
  const { sentence, instrument, parties, stated } = read;
  const cited = announcementNumbers(sentence.text).find((citation) => citation.number !== official.number);
  const period = periodOf(sentence.text, official.publishedOn);
  const from = period.from ?? effectiveDay(operativePart(official.text.text), official.publishedOn);
  const common = {
    instrument,
    parties,
    quote: sentence.quote,
    ...(cited && { measure: cited.number as string as MeasureId }),
  };
  if (verb === 'suspend')
    return { action: verb, ...common, ...(from && { from }), ...(period.until && { until: period.until }) };
  if (verb === 'resume') return { action: verb, ...common, ...(from && { on: from }) };
  return {
    action: 'remove-parties',
    ...common,
    ...(stated !== undefined && { statedParties: stated }),
    ...(from && { on: from }),
  };
}

/** Why a list cannot be taken as read; undefined when its count, names and country all stand. */
function doubtAbout(official: Official, { parties, stated, reach, verb }: Listing): Doubt | undefined {
  if (reach === 'elsewhere') return undefined;
  const unread = official.document.unread ?? [];
  const act = verb === 'list' ? 'list' : 'move';
  const read = parties.length;
  if (read === 0 || (stated !== undefined && stated !== read)) {
    return { kind: 'count', act, ...(stated !== undefined && { stated }), read, unread };
  }
  return reach === undefined ? { kind: 'no-country', act } : undefined;
}

/** The names between 将 (or 对) and the list's verb, where a sentence gives them itself. */
function inlineParties({ quote }: Sentence): readonly Party[] {
  const words =
    /(?:将|把|对)(?<names>[^。]{2,400}?)(?:从[^。]{0,60}?)?(?:列入|纳入|增列|移出|移除|调出|删除|采取|实施)/.exec(
      quote,
    );
  return words?.groups ? namedParties(words.groups['names'] ?? '') : [];
}
