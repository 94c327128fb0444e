import type { Instrument, MeasureId, Party, Provision, Reach } from '../finding.ts';
import type { BeijingDate } from '../../time.ts';
import { goodsNamed } from '../item-list.ts';
import type { Act } from './act.ts';
import { citationsIn } from './citations.ts';
import { dayAfter } from './days.ts';
import { listsIn } from './instruments.ts';
import { type ListVerb, listingAct } from './listing.ts';
import { prolongedActs } from './exceptions.ts';
import { listedParties, statedCount } from './party-list.ts';
import { partiesUnderSentence } from './opened-list.ts';
import { namesIn } from './names-in.ts';
import type { Proposition } from './propositions.ts';
import { aimsOf, isKnownOfJapan, reachOf, reachOfParties } from './reach.ts';
import { type TargetPart, placesIn, targetsIn, titlesIn } from './targets.ts';
import { dayIn, type Text } from './text.ts';
import type { ClauseAct } from './verbs.ts';

type Move = 'suspend' | 'resume' | 'lift';
const moves: Readonly<Partial<Record<ClauseAct, Move>>> = {
  suspend: 'suspend',
  extend: 'suspend',
  shorten: 'suspend',
  resume: 'resume',
  lift: 'lift',
};
const listVerbs: Readonly<Record<Move, ListVerb>> = { suspend: 'suspend', resume: 'resume', lift: 'remove' };

/**
 * Suspensions, extensions, resumptions and liftings: of announcements named by number, by title or by what stood before,
 * whole or in part; of the measures on some parties, or on a list; of what is only described.
 */
export function moveActs(text: Text, proposition: Proposition): readonly Act[] {
  if (proposition.act === 'prolong') return prolongedActs(text, proposition);
  const move = moves[proposition.act];
  if (!move) return [];
  const before = text.before.get(proposition.sentence) ?? { cites: [], parties: [], lists: [], citedLists: [] };
  const own = targetsIn(proposition);
  // 第57号所列物项已纳入清单，该公告自…起废止: named earlier in the sentence.
  const cited =
    own.length === 0 && /该公告|上述公告|前述公告/.test(proposition.bare) ? namedHere(text, proposition) : own;
  const lists = listsIn(proposition.bare);
  const named = partiesIn(proposition, before.parties);
  const stated = statedCount(proposition.bare);
  const annexed = named.length > 0 && stated !== undefined && stated !== named.length ? listedParties(text.text) : [];
  const below =
    named.length === 0 && /(?:下列|以下|下表)[^,。]{0,16}(?:实体|企业|公司|机构|组织)/.test(proposition.bare)
      ? partiesUnderSentence(text.text, proposition.sentence)
      : [];
  const parties = below.length > 0 ? below : annexed.length > 0 && annexed.length === stated ? annexed : named;
  const places = placesIn(proposition.text);
  const [list] = lists;
  const ofParties = /(?:实体|企业|公司|机构|会社)/.test(proposition.bare) && /措施|适用|名单/.test(proposition.bare);
  if (list && !wholeList(proposition) && (ofParties || places.length > 0)) {
    const listing = { proposition, verb: listVerbs[move], instrument: list, several: lists.length > 1, before };
    return listingAct(text, listing);
  }
  if (parties.length > 0 && stated !== undefined && parties.length !== stated && cited.length <= 1) {
    // 甲等5家, and four of them not to be found: nobody is to be told that it is all of them, or one.
    const reach = reachOfParties(text.title.text, parties) ?? 'japan';
    const doubt = {
      kind: 'count',
      act: 'move',
      stated,
      read: parties.length,
      unread: text.document.unread ?? [],
    } as const;
    const on = proposition.period.from ?? dayIn(text, proposition);
    const target = cited[0]?.measure;
    const { quote } = proposition.sentence;
    return [
      {
        reach,
        rule: `${move} of parties that does not add up`,
        provision: { action: 'unclear', doubt, quote, act: move, ...(target && { target }), ...(on && { on }) },
      },
    ];
  }
  if (cited.length > 0)
    return cited.map((target) => byNumber(text, proposition, move, target, cited.length > 1, parties));
  const earlier = parties.length > 0 ? citedBefore(text, proposition) : [];
  if (parties.length > 0 && earlier.length === 1 && earlier[0]) {
    return [byNumber(text, proposition, move, { ...earlier[0], words: '' }, false, parties)];
  }
  if (before.lists[0] && ofParties) {
    const listing = { proposition, verb: listVerbs[move], instrument: before.lists[0], several: false, before };
    return listingAct(text, listing);
  }
  const titles = titlesIn(proposition.text).concat(
    /该公告|该决定|该通知/.test(proposition.bare) ? titlesIn(text.text.text.slice(0, 3_000)) : [],
  );
  const [title] = titles.filter((one) => aboutControl.test(one));
  if (title) return [act(text, proposition, move, { title }, reachOf(aimsOf(title)), parties)];
  return described(
    text,
    proposition,
    move,
    before.cites.map(({ number }) => number as string as MeasureId),
    parties,
  );
}

const aboutControl = /出口管制|两用物项|管控名单|关注名单|许可证|管制/;

/** 公告2026年第27号对20家日本实体采取的…措施…予以撤销: all that the announcement did to parties. */
const wholeList = ({ text, bare, cites }: Proposition): boolean =>
  cites.length > 0 &&
  placesIn(text).length === 0 &&
  /号[^,。]{0,12}对[^,。]{0,30}采取的|全部|所列(?:全部|所有)?实体(?!中)/.test(bare);

/** The parties that it names itself, or that the clause before it in the sentence names (对其恢复适用). */
function partiesIn({ sentence, from, to, bare }: Proposition, before: readonly Party[]): readonly Party[] {
  if (to - from > 4_000) return [];
  const inline = namesIn(sentence.words(from, to));
  if (inline.length > 0) return inline;
  if (
    /(?:对|将)?(?:其(?!他|余)|(?:该|上述|前述|这)(?:[一二两三四五六七八九十\d]{1,3}(?:家|户|个|名))?[^,。]{0,8}?(?:实体|企业|公司|机构))/.test(
      bare,
    )
  ) {
    const earlier = namesIn(sentence.words(0, from));
    return earlier.length > 0 ? earlier : before;
  }
  return [];
}

/** What the sentence names before this part of it. */
const namedHere = (text: Text, { sentence, from }: Proposition): readonly TargetPart[] =>
  targetsIn({
    text: sentence.text.slice(0, from),
    cites: citationsIn(text, sentence.text.slice(0, from)).filter(({ number }) => number !== text.number),
  }).map(({ measure }) => ({ measure, words: '' }));

/** 对甲恢复适用；对乙继续暂停: the one announcement that was named last, before this part of the text. */
function citedBefore(text: Text, { sentence, from }: Proposition): readonly TargetPart[] {
  const here = (text.bySentence.get(sentence) ?? []).filter((other) => other.to <= from).flatMap(({ cites }) => cites);
  const before = (text.before.get(sentence)?.cites ?? []).filter(({ number }) => number !== text.suspender);
  const last = here.length > 0 ? here.slice(-1) : before.length === 1 ? before : [];
  return targetsIn({ text: sentence.text, cites: last }).map(({ measure }) => ({ measure, words: '' }));
}

/** A title or a list named without number; what stood before, where 上述 or 该 points to it. */
function described(
  text: Text,
  proposition: Proposition,
  move: Move,
  earlier: readonly MeasureId[],
  parties: readonly Party[],
): readonly Act[] {
  const { bare } = proposition;
  const reach = reachOf(aimsOf(`${text.title.text}\n${bare}`));
  // 暂缓施行: what the question names, where the answer names nothing.
  const answered = text.form === 'statement' && proposition.sentence.asked !== undefined && earlier.length === 1;
  const points =
    /上述|该|前述|此前|其|有关(?:公告|措施)|[两二三四五六](?:个|项|则|份|号)?公告|(?:期满|届满|到期)(?:之?后)?,?(?:不再|不予)/;
  const pointing = answered || points.test(bare);
  const others = earlier.filter((one) => one !== (text.number as string | undefined));
  if (pointing && others.length > 0 && others.length <= 20) {
    return others.map((measure) => act(text, proposition, move, { measure }, reach, parties));
  }
  // 放开对日本出口石墨的限制 speaks of some goods, and not of the ban.
  const banned =
    /(?:对日本?|向日本)[^,]{0,40}(?:禁令|禁止|管制(?!局)|措施)|(?:禁令|禁止|管制(?!局)|措施)[^,]{0,40}(?:对日本?|向日本)/;
  if (banned.test(bare) && /两用物项|出口/.test(bare) && goodsNamed(bare).length === 0) {
    return [act(text, proposition, move, { instrument: 'country-ban' }, 'japan', parties)];
  }
  return [];
}

function byNumber(
  text: Text,
  proposition: Proposition,
  move: Move,
  { measure, clause, words }: TargetPart,
  several: boolean,
  parties: readonly Party[],
): Act {
  const aims = aimsOf(several ? words : proposition.sentence.text);
  const named = reachOf(aims.size > 0 || several ? aims : aimsOf(text.title.text));
  const japan = isKnownOfJapan(measure) || (parties.length > 0 && reachOfParties('', parties) === 'japan');
  const reach = named === 'all-destinations' && japan ? 'japan' : named;
  const part = clause ?? (parties.length === 0 ? annexPart.exec(proposition.text)?.[0] : undefined);
  return act(text, proposition, move, { measure, ...(part && { clause: part }) }, reach, parties);
}

/** 附件第1至30项实体: a part of an announcement by the entries of its annex. */
const annexPart = /附件(?:所列)?第[^,。;号]{1,30}[项号]/;

interface Named {
  readonly measure?: MeasureId;
  readonly clause?: string;
  readonly title?: string;
  readonly instrument?: Instrument;
}

function act(
  text: Text,
  proposition: Proposition,
  move: Move,
  named: Named,
  reach: Reach,
  parties: readonly Party[],
): Act {
  const { period, sentence, bare } = proposition;
  const suspendedBy =
    proposition.act === 'suspend' || move === 'lift' ? undefined : suspenderIn(text, proposition, named.measure);
  const from =
    period.from ??
    (move === 'lift' && period.until && /期满|届满|到期/.test(bare) ? dayAfter(period.until) : undefined) ??
    (/期满后|届满后/.test(bare) ? afterTerm(text, proposition) : undefined) ??
    dayIn(text, proposition);
  const common = {
    ...named,
    quote: sentence.quote,
    ...(parties.length > 0 && { parties }),
    ...(suspendedBy && { suspendedBy }),
  };
  if (move === 'suspend' && named.measure && named.measure === (text.suspender as string | undefined)) {
    // The term of what another announcement suspended is moved: which that is, the register knows.
    const { quote } = common;
    const days = { ...(from && { from }), ...(period.until && { until: period.until }) };
    return {
      reach,
      rule: 'the term of a suspension',
      provision: { action: move, suspendedBy: named.measure, quote, ...days },
    };
  }
  const rule = `${proposition.act} ${named.measure ? 'by number' : 'by description'}`;
  if (move === 'suspend') {
    const provision: Provision = {
      action: move,
      ...common,
      ...(from && { from }),
      ...(period.until && { until: period.until }),
    };
    return { reach, rule, provision };
  }
  const day = from && { on: from };
  const provision: Provision =
    move === 'lift' && named.clause ? { action: 'amend', ...common, ...day } : { action: move, ...common, ...day };
  return { reach, rule, provision };
}

/** The announcement that suspended what is now continued or resumed, where the text tells of it. */
function suspenderIn(text: Text, { sentence }: Proposition, measure: MeasureId | undefined): MeasureId | undefined {
  const earlier = text.before.get(sentence)?.cites ?? [];
  const number =
    text.suspender ?? (earlier.length === 1 && sentence.bare.includes('暂停') ? earlier[0]?.number : undefined);
  // Its own number, which the block above a text bears, suspended nothing before.
  const another = number !== (measure as string | undefined) && number !== text.number;
  return number && another ? (number as string as MeasureId) : undefined;
}

/** The day after the term that an earlier sentence names (至2027年9月30日止。期满后…). */
function afterTerm(text: Text, proposition: Proposition): BeijingDate | undefined {
  const term = text.terms.get(proposition);
  return term && dayAfter(term);
}
