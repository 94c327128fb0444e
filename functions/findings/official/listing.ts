import type { Doubt } from '../doubt.ts';
import type { Instrument, MeasureId, Party, Provision, Reach } from '../finding.ts';
import type { Act } from './act.ts';
import type { Named } from './context.ts';
import { partyLists } from './instruments.ts';
import { measureFrom } from './measure.ts';
import { groupedParties, listedParties, partiesUnder, possibleParties, statedCount } from './party-list.ts';
import { partiesUnderSentence } from './opened-list.ts';
import { namesIn } from './names-in.ts';
import { looksLikeName } from './party-names.ts';
import type { Proposition } from './propositions.ts';
import { placeOf } from './entry-days.ts';
import { aimsOf, isKnownOfJapan, reachOfParties } from './reach.ts';
import { partiesAtPlaces } from './list-changes.ts';
import { placesIn } from './targets.ts';
import { dayIn, type Text } from './text.ts';

export type ListVerb = 'list' | 'remove' | 'suspend' | 'resume';

/** One list of parties, and what a proposition does to it. */
export interface Listing {
  readonly proposition: Proposition;
  readonly verb: ListVerb;
  readonly instrument: Instrument;
  /** The document does more than one thing to lists of parties, or to more than one list. */
  readonly several: boolean;
  readonly before: Named;
  /** A part of a sentence about one announcement of several: nothing around it counts. */
  readonly alone?: true;
  /** The parties, where a part of the list under the sentence names them. */
  readonly given?: readonly Party[];
}

interface ReadListing extends Listing {
  readonly parties: readonly Party[];
  readonly stated: number | undefined;
  readonly places: readonly number[];
  readonly reach: Reach | undefined;
}

/** What a document does with one list of parties, as an act; silent where the unreliable entities are of another country. */
export function listingAct(official: Text, listing: Listing): readonly Act[] {
  const read = partiesOf(official, listing);
  if (read.reach === undefined && read.instrument === 'unreliable-entity-list') return [];
  const reach = read.reach ?? 'japan';
  const rule = `${read.verb} of parties on ${read.instrument}`;
  const whole = wholeOf(official, read);
  if (whole) return [{ reach, rule: `${rule}, all of it`, provision: whole }];
  const doubt = doubtAbout(official, read);
  if (doubt)
    return [{ reach, rule: `${rule} that does not add up`, provision: doubtful(official, read, reach, doubt) }];
  return [
    {
      reach,
      rule,
      provision: read.verb === 'list' ? imposed(official, read, reach) : moved(official, read, read.verb),
    },
  ];
}

function partiesOf(official: Text, listing: Listing): ReadListing {
  const { proposition, instrument, several, before, verb, alone } = listing;
  const phrase = partyLists.find(([one]) => one === instrument)?.[1] ?? /$^/;
  const stated =
    statedCount(proposition.bare) ??
    (alone ? undefined : statedCount(proposition.sentence.bare)) ??
    (verb === 'list' ? (totalIn(official) ?? (several ? undefined : statedCount(official.title.text))) : undefined);
  const inline = namesIn(proposition.sentence.words(proposition.from, proposition.to));
  if (listing.given) return chosenOf(official, { ...listing, parties: listing.given, stated: undefined });
  if (alone || (inline.length > 0 && isOneOfSeveral(official, listing))) {
    return chosenOf(official, { ...listing, parties: inline, stated: statedCount(proposition.bare) });
  }
  const earlier = namesIn(proposition.sentence.words(0, proposition.from));
  const annexed = several ? partiesUnder(official.text, phrase) : listedParties(official.text);
  const anaphoric = /(?:上述|前述|该|其|有关|相关|三|两|以上|这(?:家|些|几|\d|[一二三四五六七八九十])|你提到)/.test(
    proposition.bare,
  );
  const under = partiesUnderSentence(official.text, proposition.sentence);
  // 甲及其下列子公司：
  const opened = under.length > 0 && /及其?(?:下列|以下|下属)/.test(proposition.bare) ? [...inline, ...under] : under;
  const candidates = [
    opened,
    inline,
    earlier,
    annexed,
    ...(several ? [listedParties(official.text)] : []),
    ...(stated !== undefined && !several ? [possibleParties(official.text), groupedParties(official.text)] : []),
    ...(anaphoric ? [before.parties] : []),
  ];
  const parties =
    candidates.find((some) => some.length > 0 && some.length === stated) ??
    (opened.length > inline.length &&
    opened.length >= annexed.length &&
    (isSure(opened) || opensParties.test(proposition.bare))
      ? opened
      : annexed.length > inline.length
        ? annexed
        : ([inline, earlier, annexed].find((some) => some.length > 0) ?? (anaphoric ? before.parties : [])));
  return chosenOf(official, { ...listing, parties, stated });
}

/** The parties by name, or by their places in an annex where the sentence gives those. */
function chosenOf(official: Text, listing: Omit<ReadListing, 'places' | 'reach'>): ReadListing {
  const { parties, proposition } = listing;
  const places = placesIn(proposition.text);
  const at = places.length > 0 ? partiesAtPlaces(official.sentences) : new Map<number, Party>();
  const placed = places.flatMap((place) => at.get(place) ?? []);
  const chosen = places.length === 0 ? parties : placed.length === places.length ? placed : [];
  return { ...listing, parties: chosen, places, reach: reachOf(official, listing, chosen) };
}

/** 将甲移出…，同时将乙列入…: each clause has its own. */
const isOneOfSeveral = (official: Text, { proposition }: Listing): boolean =>
  (official.bySentence.get(proposition.sentence) ?? []).filter(({ act }) => act === 'list' || act === 'remove').length >
  1;

/** 将下列机构和个人列入…：: what follows are those who are listed. */
const opensParties = /(?:下列|以下)[^,。]{0,20}(?:列入|纳入|增列|移出|调出)|(?:名单|实体|企业|机构|具体)(?:如下|为):$/;

/** Names by their own look, where no count bears them out. */
const isSure = (parties: readonly Party[]): boolean => parties.every(({ zh, en }) => looksLikeName(zh ?? en ?? ''));

/** 全部移出, 一并移出: all that an announcement listed, without a name. */
function wholeOf(text: Text, read: ReadListing): Provision | undefined {
  const { verb, parties, places, proposition } = read;
  const measure = targetOf(text, read);
  if (verb !== 'remove' || parties.length + places.length > 0 || !measure) return undefined;
  if (!/全部|所有|一并|均/.test(proposition.bare) || /部分|其中/.test(proposition.bare)) return undefined;
  const on = proposition.period.from ?? dayIn(text, proposition);
  return { action: 'lift', measure, quote: proposition.sentence.quote, ...(on && { on }) };
}

/** 以上共7家: the count behind a list. */
const totalIn = ({ text }: Text): number | undefined =>
  statedCount(
    /(?:合计|总计|共计|(?:以上|上述)(?:实体)?(?:共|合计))[^。\n]{0,12}[家户个名][^。\n]{0,12}/.exec(text.text)?.[0] ??
      '',
  );

/** The lines that may say whose parties follow; the parties themselves are judged by their names. */
const headingsIn = ({ text }: Text): string =>
  /日本[^\n:]{0,4}[:(]/.exec(text.text)
    ? (text.text.match(/(?:^|[\n;。])[^\n;。]{0,6}日本(?:实体|企业|公司|机构)?[:(]/) ?? []).join('\n')
    : '';

function reachOf(official: Text, { proposition, before }: Listing, parties: readonly Party[]): Reach | undefined {
  const named = reachOfParties(
    `${official.title.text}\n${proposition.sentence.bare}\n${headingsIn(official)}`,
    parties,
  );
  if (named) return named;
  const cites = [...proposition.cites, ...before.cites].map(({ number }): string => number);
  if (cites.some(isKnownOfJapan)) return 'japan';
  // 其余3家加拿大实体: another sentence says whose they are.
  const around = aimsOf(official.text.text.slice(0, 20_000));
  return around.size > 0 && !around.has('jp') ? 'elsewhere' : undefined;
}

/** Why a list cannot be taken as read; undefined when its count, names and country all stand. */
function doubtAbout(
  official: Text,
  { parties, stated, reach, verb, places, proposition }: ReadListing,
): Doubt | undefined {
  if (reach === 'elsewhere') return undefined;
  const unread = official.document.unread ?? [];
  const act = verb === 'list' ? 'list' : 'move';
  const read = places.length > 0 ? places.length : parties.length;
  const named = verb !== 'list' && stated === undefined && read === 0 && proposition.cites.length > 0;
  if (!named && (read === 0 || (stated !== undefined && stated !== read))) {
    return { kind: 'count', act, ...(stated !== undefined && { stated }), read, unread };
  }
  return reach === undefined && verb === 'list' ? { kind: 'no-country', act } : undefined;
}

function imposed(official: Text, read: ReadListing, reach: Reach): Provision {
  const { instrument, parties, stated, several, proposition } = read;
  const { period, sentence } = proposition;
  const measure = measureFrom(official, instrument, reach, { parties, stated, several, period });
  // 第一条自公布之日起实施，第二条自3月15日起实施
  const effectiveOn = several ? official.placeDays.get(placeOf(sentence) ?? 0) : undefined;
  return { action: 'impose', measure: { ...measure, ...(effectiveOn && { effectiveOn }) }, quote: sentence.quote };
}

function doubtful(official: Text, read: ReadListing, reach: Reach, doubt: Doubt): Provision {
  const { verb, instrument, proposition } = read;
  const quote = proposition.sentence.quote;
  if (verb === 'list') {
    const provision = imposed(official, read, reach);
    return {
      action: 'unclear',
      doubt,
      quote,
      ...('measure' in provision && typeof provision.measure === 'object' && { measure: provision.measure }),
    };
  }
  const target = targetOf(official, read);
  const on = proposition.period.from ?? dayIn(official, proposition);
  return {
    action: 'unclear',
    doubt,
    quote,
    act: verb === 'remove' ? 'remove-parties' : verb,
    instrument,
    ...(target && { target }),
    ...(on && { on }),
  };
}

/** The announcement whose list is moved: named in the sentence, else the one before it, of that list where several are. */
export function targetOf(official: Text, { proposition, before, instrument }: Listing): MeasureId | undefined {
  const own = (cites: Named['cites']): Named['cites'] => cites.filter(({ number }) => number !== official.number);
  const cites = own(proposition.cites);
  const earlier = own(before.cites);
  const ofList = before.citedLists.indexOf(instrument);
  const paired =
    earlier.length === 1 ? earlier[0] : before.citedLists.length === earlier.length ? earlier[ofList] : undefined;
  const inSentence = own(
    (official.bySentence.get(proposition.sentence) ?? [])
      .filter(({ to }) => to <= proposition.from)
      .flatMap((one) => one.cites),
  ).at(-1);
  return (cites[0] ?? inSentence ?? paired)?.number as string as MeasureId | undefined;
}

function moved(official: Text, read: ReadListing, verb: 'remove' | 'suspend' | 'resume'): Provision {
  const { proposition, instrument, parties, stated, places } = read;
  const measure = targetOf(official, read);
  const { from = dayIn(official, proposition), until } = proposition.period;
  const common = {
    instrument,
    parties,
    quote: proposition.sentence.quote,
    ...(measure && { measure }),
    ...(places.length > 0 && { places }),
  };
  if (verb === 'suspend') return { action: verb, ...common, ...(from && { from }), ...(until && { until }) };
  if (verb === 'resume') return { action: verb, ...common, ...(from && { on: from }) };
  return {
    action: 'remove-parties',
    ...common,
    ...(stated !== undefined && { statedParties: stated }),
    ...remainingIn(official),
    ...(from && { on: from }),
  };
}

/** 其余17家实体继续执行…, 其余企业（含气仙沼重机株式会社）仍在名单内: who stays. */
function remainingIn({ text }: Text): { statedRemaining?: number; remaining?: readonly Party[] } {
  const said = /(?:其余|其他)(?<who>[^。\n]{0,80}?)(?:继续|仍|维持|不变|不受影响)/.exec(text.text);
  if (!said) return {};
  const count = statedCount(said[0].slice(2));
  const inside = /[(](?:含|包括)(?<names>[^)]+)[)]/.exec(said[0])?.groups?.['names'] ?? '';
  const start = said.index + said[0].indexOf(inside);
  const remaining = inside ? namesIn(text.quote(start, start + inside.length)) : [];
  return {
    ...(count !== undefined && { statedRemaining: count }),
    ...(remaining.length > 0 && { remaining }),
  };
}
