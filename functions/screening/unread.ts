import type { Instrument } from '../findings/finding.ts';
import type { Change } from '../register/change.ts';
import type { Register } from '../register/replay.ts';
import { isReadInFull } from '../register/texts.ts';
import type { Restriction } from '../register/restriction.ts';
import type { BeijingDate } from '../time.ts';
import type { Unread } from './answer.ts';
import { isCarried } from './carried.ts';
import type { AnswerLanguage } from './duties.ts';
import { standOf } from './standing.ts';
import { unreadWords } from './unread-words.ts';

/** A source that does not answer, as far as an answer needs it. */
export interface SilentSource {
  readonly id: string;
  readonly publisher: string;
  readonly since?: string;
}

/** What is known of the sources when a question is asked. */
export interface Around {
  /** Official sources that do not answer. */
  readonly silent?: readonly SilentSource[];
  /** The last day on which every official source was read; else that of the last official text in the register. */
  readonly readTo?: BeijingDate;
}

/** What an answer does not rest on. `about` tells lists of parties from goods: a company is not touched by a paused item. */
export function unreadOn(
  register: Register,
  on: BeijingDate,
  about: 'parties' | 'goods' | 'both',
  { silent = [], readTo }: Around,
  language: AnswerLanguage,
): readonly Unread[] {
  const restrictions = [...register.restrictions.values()].filter(({ reach }) => reach !== 'elsewhere');
  return [
    ...compiledOf(restrictions, on, language),
    ...(about === 'parties'
      ? []
      : restrictions.flatMap((one) => [...paused(one, on, readTo, language), ...unlistedGoods(one, on, language)])),
    ...unclearIn(register).flatMap((change) => noteOf(change, language)),
    ...silent.map(({ id, publisher, since }): Unread => {
      return { kind: 'source-down', text: unreadWords[language].silent(publisher, id, since) };
    }),
  ];
}

function compiledOf(
  restrictions: readonly Restriction[],
  on: BeijingDate,
  language: AnswerLanguage,
): readonly Unread[] {
  const words = unreadWords[language];
  const compiled = restrictions.flatMap((restriction) => restriction.compiled ?? []);
  const [first] = compiled;
  if (!first) return [];
  const last =
    compiled
      .map(({ completeTo }) => completeTo)
      .sort()
      .at(-1) ?? first.completeTo;
  return [
    { kind: 'not-read', text: words.compiled(compiled.length) },
    ...(on > last ? [{ kind: 'beyond' as const, text: words.beyond(last) }] : []),
    ...(first.gaps ?? []).map((text) => ({ kind: 'not-read' as const, text })),
  ];
}

const ofGoods: readonly Instrument[] = ['item-control', 'item-list', 'licence-catalogue'];

/** A list in force whose goods nobody here has read, or not all of them. */
function unlistedGoods(restriction: Restriction, on: BeijingDate, language: AnswerLanguage): readonly Unread[] {
  const { id, title, document, items, compiled, instrument } = restriction;
  if (!ofGoods.includes(instrument) || standOf(restriction, on).weight !== 'binds' || restriction.lifted) return [];
  if (items.length > 0 && !compiled?.partial) return [];
  const words = unreadWords[language];
  const text = items.length === 0 ? words.goodsUnread(title) : words.goodsInPart(items.length, title);
  return [{ kind: 'attachment', measure: id, text, link: document.url }];
}

function paused(
  restriction: Restriction,
  on: BeijingDate,
  readTo: BeijingDate | undefined,
  language: AnswerLanguage,
): readonly Unread[] {
  const words = unreadWords[language];
  const { standing } = standOf(restriction, on, readTo);
  const { id, title, document } = restriction;
  const about = { measure: id, link: document.url };
  if (standing.kind === 'suspended') {
    const { until } = standing;
    return [{ kind: 'suspended', ...about, text: words.suspended(until, title), ...(until && { until }) }];
  }
  if (standing.kind !== 'unknown') return [];
  const open = restriction.compiled?.doubts[0];
  return [{ kind: 'unknown', ...about, text: `${words.unknown(standing.since, title)}${open ? ` (${open})` : ''}` }];
}

/** Official texts that nobody could read to the end, unless a later reading of the same announcement could. */
export function unclearIn(register: Register): readonly Change[] {
  if (isCarried(register)) return register.carried.unclear;
  return register.told.filter(
    ({ cause, effects }) =>
      'document' in cause &&
      cause.document.authority === 'official' &&
      effects.some(({ kind }) => kind === 'unclear') &&
      !isReadInFull(cause.document.id, register.texts),
  );
}

function noteOf({ cause }: Change, language: AnswerLanguage): readonly Unread[] {
  if (!('document' in cause)) return [];
  const { title, url } = cause.document;
  return [
    {
      kind: 'unclear',
      ...(cause.announcement && { measure: cause.announcement }),
      text: unreadWords[language].unclear(title),
      link: url,
    },
  ];
}
