import type { Change, Effect } from '../register/change.ts';
import { dueBetween } from '../register/due.ts';
import type { Register } from '../register/replay.ts';
import { standingOn } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';
import type { SourceState } from '../sources/health.ts';
import type { Language } from '../sources/source.ts';
import { addDays, type BeijingDate, beijingDay, daysBetween, type Instant, minutesBetween, startOf } from '../time.ts';
import type { Alert, Attributes } from './alert.ts';
import { announcementNames } from './announcement-name.ts';
import { headlineOf } from './headline.ts';
import { escaped, VERSION } from './json-body.ts';
import { section } from './letter.ts';
import { headlineIn } from './lines.ts';
import { type Matter, mattersOf } from './matters.ts';
import { phrase } from './phrases.ts';
import { groupLine, groupsOf } from './related.ts';
import { cut, excerpt, fitBytes } from './safe-text.ts';
import { SMS, SUBJECT } from './subject.ts';
import { checkedAt } from './status.ts';
import type { Text, Watched } from './text/text.ts';
import { texts } from './text/texts.ts';

/** A stretch of time, looked back on. */
export interface Period {
  readonly register: Register;
  /** The Changes recorded in it, quiet ones too. */
  readonly changesSince: readonly Change[];
  /** The sources that are on. */
  readonly sources: readonly SourceState[];
  readonly from: Instant;
  readonly to: Instant;
  /** When the digest is composed. */
  readonly at: Instant;
}

const AHEAD_DAYS = 90;
const CHANGES = 100;
const LINES = 40;
const EMAIL_BYTES = 120_000;

/** Whether it could watch, what changed, what comes: also when nothing changed, because silence must be earned. */
export function composeDigest(period: Period, language: Language): Omit<Alert, 'language' | 'urgency'> {
  const { register, changesSince, sources, from, to, at } = period;
  const text = texts[language];
  const { digest, body } = text;
  const told = changesSince.filter(({ quiet, effects }) => !quiet && effects.length > 0);
  const quiet = changesSince.filter((change) => change.quiet && change.effects.length > 0).length;
  const [first, last, today] = [beijingDay(from), beijingDay(to), beijingDay(at)];
  const watched = watchedOf(sources, from, at);
  const due = dueLines(register, today, text);
  const titled = (title: string, lines: readonly string[]): string => section(text, title, lines.slice(0, CHANGES));
  const email = [
    `${digest.watched(watched)}\n${digest.headline(told.length, first, last)}`,
    titled(digest.labels.changes, [
      ...(told.length > 0 ? told.flatMap((change) => changeLines(change, text)) : [digest.nothing]),
      ...(quiet > 0 ? [digest.quiet(quiet)] : []),
    ]),
    titled(digest.labels.due, due.length > 0 ? due : [digest.nothing]),
    titled(digest.labels.inForce, standingLines(register, today, text)),
    titled(digest.labels.trouble, troubleLines(sources, from, text)),
    [body.watching(checkedAt(period), at), body.why(undefined, [digest.title]), body.disclaimer].join('\n'),
  ];
  const subject = cut(digest.subject(told.length, first, last), SUBJECT);
  const attributes: Attributes = {
    urgency: 'routine',
    language,
    reach: '',
    instrument: [],
    effect: ['digest'],
    goods: [],
  };
  const changes = told.map(({ number }) => number);
  return {
    subject,
    email: fitBytes(`${email.filter(Boolean).join('\n\n')}\n`, EMAIL_BYTES),
    sms: cut(digest.subject(told.length, first, last), SMS[language], text.marks.ellipsis),
    json: escaped({ version: VERSION, kind: 'digest', subject, from, to, changes, watched, composedAt: at }),
    attributes,
  };
}

const changeLines = (change: Change, text: Text): readonly string[] =>
  mattersOf(change).map((matter) => {
    const clock = { news: newsDay(change), seenOn: beijingDay(change.observedAt) };
    return `- #${change.number} ${headlineIn(matter, clock, text)}`;
  });

/** A table of the dates ahead, each once: the reminders of an end are that end. */
function dueLines(register: Register, today: BeijingDate, text: Text): readonly string[] {
  const days = new Map<BeijingDate, Map<string, Effect>>();
  for (const [day, effect] of dueBetween(register, addDays(today, 1), addDays(today, AHEAD_DAYS + 1))) {
    if (!('restriction' in effect) || effect.restriction.reach === 'elsewhere') continue;
    const ends = effect.kind === 'ends-soon' || effect.kind === 'lapsed';
    const on = ends ? effect.on : day;
    const ahead: Effect = ends ? { ...effect, kind: 'ends-soon', days: daysBetween(today, on) } : effect;
    days.set(on, (days.get(on) ?? new Map<string, Effect>()).set(JSON.stringify(ahead), ahead));
  }
  return [...days]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([day, effects]) => {
      const cause = { day };
      const change = { number: 0, observedAt: startOf(day), cause, provisions: [], effects: [...effects.values()] };
      return mattersOf(change).map((matter) => text.digest.due(day, daysBetween(today, day), dueIn(matter, text)));
    })
    .slice(0, LINES);
}

function dueIn(matter: Matter, { headlines, marks, language }: Text): string {
  const names = announcementNames(matter.announcements, language);
  return `${phrase(headlines.headlines, headlineOf(matter), false)}${names ? marks.aside(names) : ''}`;
}

function standingLines(register: Register, today: BeijingDate, text: Text): readonly string[] {
  const restrictions = [...register.restrictions.values()].filter(({ reach }) => reach !== 'elsewhere');
  const standings = restrictions.map((one) => [one, standingOn(one, today)] as const);
  const count = (kind: string, japan = false): number =>
    standings.filter(([one, standing]) => standing.kind === kind && (!japan || one.reach === 'japan')).length;
  return [
    text.digest.standings(count('in-force'), count('in-force', true), count('suspended'), count('announced')),
    ...groupsOf(restrictions, today)
      .slice(0, LINES)
      .map((group) => `- ${groupLine(group, text)}`),
  ];
}

/** Who does not answer, or whose list moved on between two readings. */
const troubleLines = (sources: readonly SourceState[], from: Instant, text: Text): readonly string[] =>
  sources
    .filter(({ state, gap }) => state === 'down' || (gap !== undefined && gap.to > from))
    .slice(0, LINES)
    .map(
      ({ publisher, failingSince, gap }) =>
        `- ${text.digest.trouble(excerpt(publisher, 60), failingSince ?? gap?.from)}`,
    );

function watchedOf(sources: readonly SourceState[], from: Instant, at: Instant): Watched {
  const official = sources.filter(({ authority }) => authority === 'official');
  const sum = (of: (source: SourceState) => number): number => official.reduce((total, one) => total + of(one), 0);
  const oldest = official.map(({ checkedAt: answered }) => answered).toSorted()[0];
  const answered = official.every((one) => one.checkedAt !== undefined);
  return {
    sources: official.length,
    polls: sum(({ tally }) => tally.polls),
    failed: sum(({ tally }) => tally.failed),
    since: official.map(({ tally }) => tally.since).toSorted()[0] ?? at,
    silent: answered && oldest ? Math.max(0, Math.round(minutesBetween(oldest, at))) : undefined,
    blindHours: blindHours(official, from, at),
    hours: Math.round(minutesBetween(from, at) / 60),
    down: official.filter(({ state }) => state === 'down').length,
  };
}

/** For how long, up to now, no official source has answered at all. */
function blindHours(official: readonly SourceState[], from: Instant, at: Instant): number {
  if (official.length === 0 || official.some(({ failingSince }) => failingSince === undefined)) return 0;
  const last = official
    .flatMap(({ failingSince, checkedAt: answered }) => answered ?? failingSince ?? [])
    .toSorted()
    .at(-1);
  const since = last && last > from ? last : from;
  return Math.floor(Math.max(0, minutesBetween(since, at)) / 60);
}
