import type { MeasureId } from '../findings/finding.ts';
import type { Register } from '../register/replay.ts';
import type { Listing, Restriction } from '../register/restriction.ts';
import { alsoAppliesOn } from './also-applies.ts';
import { type Answer, type How, hows, type Match, type Question, type Verdict } from './answer.ts';
import { isCarried } from './carried.ts';
import { type AnswerLanguage, dutyOf } from './duties.ts';
import {
  controlCodeHits,
  customsCodeHits,
  type GoodsHit,
  type GoodsIndex,
  goodsHits,
  goodsIndex,
} from './goods-index.ts';
import { lastReadIn } from './known.ts';
import { nameKey } from './name-key.ts';
import { partiesNamed, type Hit, type PartyIndex, partyIndex } from './party-index.ts';
import { type Stand, standOf } from './standing.ts';
import { type Around, unreadOn } from './unread.ts';

interface Index {
  readonly parties: PartyIndex;
  readonly goods: GoodsIndex;
  /** The words that each measure rests on, as last read. */
  readonly quotes: ReadonlyMap<MeasureId, string>;
  /** The day of the last official text. */
  readonly lastRead: Question['on'] | undefined;
  /** What is the same for all questions of a day. */
  readonly days: Map<string, Pick<Answer, 'alsoApplies' | 'unread'>>;
}

const indexes = new WeakMap<Register, Index>();

/**
 * What the register says to a question. It never says "clear": an answer names what was met and how, what binds all the
 * same, and what nobody here has read.
 * @param register what was known at `question.knownBy` (`registerAt`)
 * @param language of duties, of what else applies and of what was not read; titles and quotes stay as they are
 */
export function screen(
  register: Register,
  question: Question,
  around: Around = {},
  language: AnswerLanguage = 'en',
): Answer {
  const { text, id, on, knownBy } = question;
  const index = indexOf(register);
  const readTo = around.readTo ?? index.lastRead;
  const kind = kindOf(text);
  const matches = matchesOf(kind, index)
    .map((found) => matchOf(found, { quotes: index.quotes, on, readTo, language }))
    .sort(byWeight);
  const now = matches.filter(({ weight }) => weight !== 'later');
  const later = matches.filter(({ weight }) => weight === 'later');
  // A company is not touched by a list of goods that nobody has read; free words may mean either.
  const isParty = (kind.kind === 'words' && kind.isName) || matches.some(({ match }) => match.party);
  const about = isParty ? 'parties' : kind.kind === 'words' ? 'both' : 'goods';
  return {
    question: text,
    ...(id !== undefined && { id }),
    on,
    knownBy,
    verdict: verdictOf(now),
    matches: now.map(({ match }) => match),
    ...(later.length > 0 && { later: later.map(({ match }) => match) }),
    ...ofDay(register, index, { on, about, around: { ...around, ...(readTo && { readTo }) }, language }),
  };
}

export type Kind =
  | { readonly kind: 'control-code'; readonly code: string }
  | { readonly kind: 'customs-code'; readonly code: string }
  | { readonly kind: 'words'; readonly text: string; readonly isName: boolean };

/** Codes by their look: 1C905.a, 8505.11.10.00; everything else is words. */
export function kindOf(text: string): Kind {
  const plain = text.normalize('NFKC').trim();
  if (/^\d[A-E]\d{3}(?:\.\w+)*$/i.test(plain)) return { kind: 'control-code', code: plain };
  const digits = plain.replace(/^(?:HS|HSコード|税号|商品编号)[\s:.]*/i, '').replace(/[\s.\-]/g, '');
  if (/^\d{4,10}$/.test(digits)) return { kind: 'customs-code', code: digits };
  // With a legal form it is a company, whatever its name is made of: 日本タングステン株式会社.
  return { kind: 'words', text: plain, isName: nameKey(plain).formed };
}

type Found = { readonly party: Hit } | { readonly goods: GoodsHit };

function matchesOf(kind: Kind, { parties, goods }: Index): readonly Found[] {
  if (kind.kind === 'control-code') return controlCodeHits(kind.code, goods).map((hit) => ({ goods: hit }));
  if (kind.kind === 'customs-code') return customsCodeHits(kind.code, goods).map((hit) => ({ goods: hit }));
  const named = partiesNamed(kind.text, parties).map((hit) => ({ party: hit }));
  return kind.isName ? named : [...named, ...goodsHits(kind.text, goods).map((hit) => ({ goods: hit }))];
}

interface Weighed {
  readonly match: Match;
  readonly weight: Stand['weight'];
}

/** The ways of meeting a name by which it is listed. */
export const certainNames: readonly How[] = ['exact', 'folded', 'other-name', 'former-name'];

/** What all matches of one answer share. */
interface Asking {
  readonly quotes: Index['quotes'];
  readonly on: Question['on'];
  readonly readTo: Question['on'] | undefined;
  readonly language: AnswerLanguage;
}

function matchOf(found: Found, asking: Asking): Weighed {
  if ('goods' in found) {
    const { restriction, how, matched, certain, items } = found.goods;
    return weighed(restriction, { how, matched, certain, items }, asking);
  }
  const { restriction, listing, how, matched } = found.party;
  const rest = { how, matched, certain: certainNames.includes(how), party: listing.party };
  return weighed(restriction, rest, asking, listing);
}

function weighed(
  restriction: Restriction,
  rest: Pick<Match, 'how' | 'matched' | 'certain' | 'items' | 'party'>,
  { quotes, on, readTo, language }: Asking,
  listing?: Listing,
): Weighed {
  const { id, title, instrument, document, compiled, lifted, effectiveOn, dayNotStated } = restriction;
  const { standing, weight, until } = standOf(restriction, on, readTo, listing);
  const since = dayNotStated || listing?.dayNotStated ? undefined : (listing?.from ?? effectiveOn);
  const quote = compiled ? undefined : quotes.get(id);
  return {
    weight,
    match: {
      measure: id,
      title,
      instrument,
      how: rest.how,
      matched: rest.matched,
      ...(since && { since }),
      ...(until && { until }),
      standing,
      ...(standing.kind === 'lifted' && lifted?.continuedBy && { continuedBy: lifted.continuedBy }),
      certain: rest.certain,
      duty: dutyOf(restriction, language),
      link: document.url,
      ...(quote && { quote }),
      ...(compiled ? { compiled: noteOf(compiled) } : { archived: document.fingerprint }),
      ...(rest.party && { party: rest.party }),
      ...(rest.items && rest.items.length > 0 && { items: rest.items }),
    },
  };
}

const noteOf = ({ from, completeTo, confidence, doubts }: NonNullable<Match['compiled']>): Match['compiled'] => ({
  from,
  completeTo,
  confidence,
  doubts,
});

/** The words that each measure rests on, as last read. */
export function quotesIn(register: Register): ReadonlyMap<MeasureId, string> {
  if (isCarried(register)) return register.carried.quotes;
  const said = [...register.texts.histories.values()].flatMap(({ versions }) =>
    versions.flatMap(({ provisions }) => provisions),
  );
  return new Map(said.flatMap((one) => (one.action === 'impose' ? [[one.measure.id, one.quote] as const] : [])));
}

function verdictOf(weighed: readonly Weighed[]): Verdict {
  const binding = weighed.filter(({ match, weight }) => match.certain && weight === 'binds');
  if (binding.some(({ match }) => match.party)) return 'listed';
  if (binding.length > 0) return 'covered';
  return weighed.some(({ weight }) => weight !== 'ended') ? 'possible' : 'no-match';
}

const weights: readonly Stand['weight'][] = ['binds', 'may', 'ended', 'later'];

function byWeight(a: Weighed, b: Weighed): number {
  const [x, y] = [a, b].map(
    ({ match, weight }) => (weights.indexOf(weight) + (match.certain ? 0 : 3)) * hows.length + hows.indexOf(match.how),
  );
  return (x ?? 0) - (y ?? 0);
}

interface Day {
  readonly on: Question['on'];
  readonly about: 'parties' | 'goods' | 'both';
  readonly around: Around;
  readonly language: AnswerLanguage;
}

function ofDay(
  register: Register,
  { days }: Index,
  { on, about, around, language }: Day,
): Pick<Answer, 'alsoApplies' | 'unread'> {
  const silent = (around.silent ?? []).map(({ id }) => id).join(' ');
  const key = `${on} ${about} ${language} ${around.readTo ?? ''} ${silent}`;
  const known = days.get(key);
  if (known) return known;
  const made = {
    alsoApplies: alsoAppliesOn(register.restrictions.values(), on, language),
    unread: unreadOn(register, on, about, around, language),
  };
  days.set(key, made);
  return made;
}

function indexOf(register: Register): Index {
  const made = indexes.get(register);
  if (made) return made;
  const restrictions = [...register.restrictions.values()].filter(({ reach }) => reach !== 'elsewhere');
  const index = {
    parties: partyIndex(restrictions),
    goods: goodsIndex(restrictions),
    quotes: quotesIn(register),
    days: new Map(),
    lastRead: lastReadIn(register),
  };
  indexes.set(register, index);
  return index;
}
