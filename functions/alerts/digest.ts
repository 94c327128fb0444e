import type { Change, Effect } from '../register/change.ts';
import { dueBetween } from '../register/due.ts';
import type { Register } from '../register/replay.ts';
import { type Restriction, standingOn } from '../register/restriction.ts';
import type { SourceState } from '../sources/health.ts';
import type { Language } from '../sources/source.ts';
import { addDays, type BeijingDate, beijingDay, daysBetween, type Instant, minutesBetween, startOf } from '../time.ts';
import type { Alert, Attributes } from './alert.ts';
import { freshness, headlineOf, measureLine } from './email.ts';
import { escaped, VERSION } from './json-body.ts';
import { mattersOf } from './matters.ts';
import { cut, excerpt, fitBytes } from './safe-text.ts';
import { SMS, SUBJECT } from './subject.ts';
import type { Watched, Wording } from './wording.ts';
import { wordings } from './wordings.ts';

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

const AHEAD_DAYS = 30;
const CHANGES = 100;
const LINES = 40;
const EMAIL_BYTES = 120_000;

/** What changed, what comes and what is watched, also when nothing changed: silence must be earned. */
export function composeDigest(period: Period, language: Language): Omit<Alert, 'language' | 'urgency'> {
  const { register, changesSince, sources, from, to, at } = period;
  const wording = wordings[language];
  const told = changesSince.filter(({ quiet, effects }) => !quiet && effects.length > 0);
  const quiet = changesSince.filter((change) => change.quiet && change.effects.length > 0).length;
  const [first, last, today] = [beijingDay(from), beijingDay(to), beijingDay(at)];
  const watched = watchedOf(sources, at);
  const due = dueLines(register, today, wording);
  const restrictions = [...register.restrictions.values()].filter(({ reach }) => reach !== 'elsewhere');
  const { labels } = wording;
  const section = (title: string, lines: readonly string[]): string =>
    lines.length > 0 ? [wording.section(title), ...lines.slice(0, CHANGES)].join('\n') : '';
  const email = [
    `${wording.digestHeadline(told.length, first, last)}\n${wording.watched(watched)}`,
    section(labels.changes, [
      ...(told.length > 0 ? told.flatMap((change) => changeLines(change, wording)) : [wording.nothing]),
      ...(quiet > 0 ? [wording.quiet(quiet)] : []),
    ]),
    section(labels.due, due.length > 0 ? due : [wording.nothing]),
    section(labels.inForce, standingLines(restrictions, today, wording)),
    section(labels.trouble, troubleLines(sources, from, at, wording)),
    freshness(sources, at, wording),
    section(labels.why, [wording.why([labels.digest]), wording.disclaimer]),
  ];
  const subject = cut(wording.digestSubject(told.length, first, last), SUBJECT);
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
    sms: cut(wording.digestSubject(told.length, first, last), SMS[language], wording.ellipsis),
    json: escaped({ version: VERSION, kind: 'digest', subject, from, to, changes, watched, composedAt: at }),
    attributes,
  };
}

const changeLines = (change: Change, wording: Wording): readonly string[] =>
  mattersOf(change).map((matter) => `- #${change.number} ${headlineOf(matter, wording)}`);

/** Dates ahead, each once: the reminders of an end are that end. */
function dueLines(register: Register, today: BeijingDate, wording: Wording): readonly string[] {
  const days = new Map<BeijingDate, Map<string, Effect>>();
  for (const [day, effect] of dueBetween(register, addDays(today, 1), addDays(today, AHEAD_DAYS))) {
    if (!('restriction' in effect) || effect.restriction.reach === 'elsewhere') continue;
    const ends = effect.kind === 'ends-soon' || effect.kind === 'lapsed';
    const on = ends ? effect.on : day;
    const ahead: Effect = ends ? { ...effect, kind: 'ends-soon', days: daysBetween(today, on) } : effect;
    days.set(on, (days.get(on) ?? new Map<string, Effect>()).set(JSON.stringify(ahead), ahead));
  }
  return [...days]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([day, effects]) => {
      const change = {
        number: 0,
        observedAt: startOf(day),
        cause: { day },
        provisions: [],
        effects: [...effects.values()],
      };
      return mattersOf(change).map((matter) => `- ${wording.day(day)}${wording.colon}${headlineOf(matter, wording)}`);
    })
    .slice(0, LINES);
}

function standingLines(restrictions: readonly Restriction[], today: BeijingDate, wording: Wording): readonly string[] {
  const standings = restrictions.map((one) => [one, standingOn(one, today)] as const);
  const count = (kind: string, japan = false): number =>
    standings.filter(([one, standing]) => standing.kind === kind && (!japan || one.reach === 'japan')).length;
  const named = standings.filter(([one, { kind }]) => one.reach === 'japan' && kind !== 'lifted' && kind !== 'expired');
  return [
    wording.standings(count('in-force'), count('in-force', true), count('suspended'), count('announced')),
    ...named
      .slice(0, LINES)
      .map(
        ([one, standing]) =>
          `- ${measureLine(one, wording)}${wording.comma}${wording.standing(standing, one.effectiveOn)}`,
      ),
  ];
}

/** The official ones are all named below. */
const troubleLines = (
  sources: readonly SourceState[],
  from: Instant,
  at: Instant,
  wording: Wording,
): readonly string[] =>
  sources
    .filter(
      ({ authority, state, gap }) =>
        authority !== 'official' && (state === 'down' || (gap !== undefined && gap.to > from)),
    )
    .slice(0, LINES)
    .map((source) => `- ${excerpt(source.id, 60)}${wording.colon}${wording.health(source, at)}`);

function watchedOf(sources: readonly SourceState[], at: Instant): Watched {
  const official = sources.filter(({ authority }) => authority === 'official');
  const sum = (of: (source: SourceState) => number): number => official.reduce((total, one) => total + of(one), 0);
  const oldest = official.map(({ checkedAt }) => checkedAt).toSorted()[0];
  const answered = official.every(({ checkedAt }) => checkedAt !== undefined);
  return {
    sources: official.length,
    polls: sum(({ tally }) => tally.polls),
    failed: sum(({ tally }) => tally.failed),
    since: official.map(({ tally }) => tally.since).toSorted()[0] ?? at,
    silent: answered && oldest ? Math.max(0, Math.round(minutesBetween(oldest, at))) : undefined,
  };
}
