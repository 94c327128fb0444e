import type { SourceState } from '../sources/health.ts';
import { clocks } from './text/clocks.ts';
import type { Instant } from '../time.ts';
import { defused } from './defuse.ts';
import { cut, excerpt, visible, webAddress } from './safe-text.ts';
import { isVouchedFor } from './vouched.ts';
import { SUBJECT } from './subject.ts';

/** A turn in a source's health that somebody should know of. */
export interface Transition {
  readonly source: SourceState;
  readonly kind: 'down' | 'degraded' | 'recovered' | 'gap' | 'held' | 'capped' | 'gone' | 'unpolled' | 'polled-again';
  /** The state that the operator heard of last. */
  readonly before?: string;
  /** What befell it since, and was not worth a message each time. */
  readonly unheard?: { readonly turns?: number; readonly times?: number };
}

/** A message for whoever runs the watch: what turned, since when, why, and what to do. English, plain text. */
export function composeOperator({ source, kind, before, unheard }: Transition): { subject: string; text: string } {
  const { what, meaning, todo } = turns[kind];
  const { id, publisher, authority, cause, checkedAt, changedAt, failingSince, failures, notBefore, tally } = source;
  const { gap, held, capped, gone } = source;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Source', `${excerpt(id, 60)} (${excerpt(publisher, 60)}, ${authority})`],
    ['State', before && before !== source.state ? `${before} -> ${source.state}` : source.state],
    ['Cause', cause && cut(defused(visible(cause), isVouchedFor), 500)],
    ['Turns since you last heard', unheard?.turns === undefined ? undefined : String(unheard.turns)],
    ['Times since you last heard', unheard?.times === undefined ? undefined : String(unheard.times)],
    ['Since', failingSince && moment(failingSince)],
    ['Failures in a row', failures > 0 ? String(failures) : undefined],
    ['Last good answer', checkedAt ? moment(checkedAt) : 'never'],
    ['Last news', changedAt ? moment(changedAt) : 'never'],
    ['Unseen', kind === 'gap' && gap ? `${moment(gap.from)} to ${moment(gap.to)}` : undefined],
    ['Held back', kind === 'held' && held ? `${held.entries} entries on ${moment(held.at)}` : undefined],
    [
      'Told nobody',
      kind === 'capped' && capped
        ? `${capped.reports} report${capped.reports === 1 ? '' : 's'} until ${moment(capped.at)}`
        : undefined,
    ],
    ['Page', kind === 'gone' && gone ? `${excerpt(gone.title, 200)}, ${webAddress(gone.url) ?? '-'}` : undefined],
    ['Pages', kind === 'gone' && gone && gone.pages > 1 ? `${gone.pages}, of which this is the first` : undefined],
    ['Not asked again before', notBefore && moment(notBefore)],
    ['Polls', `${tally.polls}, ${tally.failed} of them failed, since ${moment(tally.since)}`],
  ];
  const lines = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const urgent = authority === 'official' && kind !== 'recovered' && kind !== 'polled-again';
  return {
    subject: cut(`[dual-use-watch] ${urgent ? 'OFFICIAL SOURCE ' : ''}${excerpt(id, 50)} ${what}`, SUBJECT, '...'),
    text: [`${excerpt(id, 60)} ${what}. ${meaning}`, lines.join('\n'), `What to do: ${todo}`].join('\n\n').concat('\n'),
  };
}

interface Turn {
  readonly what: string;
  readonly meaning: string;
  readonly todo: string;
}

const turns: Readonly<Record<Transition['kind'], Turn>> = {
  down: {
    what: 'is down',
    meaning: 'The watch is blind there: what is published now is not seen, and nobody is alerted to it.',
    todo: 'Open its address in a browser. If the page has changed, correct the source in the catalogue or the settings and deploy; if it refuses us, ask its keeper; if it is gone, turn it off. It is polled on in the meantime, and you hear when it recovers.',
  },
  degraded: {
    what: 'is read with losses',
    meaning: 'It answers, but some of what it lists could not be read.',
    todo: 'Read the cause. A malformed feed often heals by itself; one that stays so for a day needs its format looked at.',
  },
  recovered: {
    what: 'has recovered',
    meaning: 'It answers as it should again.',
    todo: 'Nothing, unless a gap is reported too.',
  },
  gone: {
    what: 'has lost a page that the journal rests on',
    meaning:
      'The ministry’s text is not at its address any more. That lifts nothing: what it imposed stands in the register.',
    todo: 'Open the address. Where the text has moved, nothing is to do; where it was withdrawn, look for the announcement that says so. The archive keeps what it said.',
  },
  unpolled: {
    what: 'is not being polled',
    meaning:
      'It is on in the settings, and for two of its rhythms no poll of it has ended: what is published now is not seen.',
    todo: 'Look whether its schedule is there and enabled (EventBridge Scheduler), and in the log of the poll function for runs that end with "Task timed out". Deploying puts schedules back.',
  },
  'polled-again': {
    what: 'is polled again',
    meaning: 'Its polls end as they should.',
    todo: 'Look through its site for the time in between by hand, if it lists little.',
  },
  capped: {
    what: 'reports far more than it ever did',
    meaning:
      'Of one source of the press, five times as many reports are told in a day as is usual, five at least. What it reports beyond is recorded without alerts, and counted in the digest. You hear of it once a day.',
    todo: 'Read what it reports: npm run register -- --since that day. If it was taken over or prints something else now, turn it off; if this is news, tell your subscribers.',
  },
  gap: {
    what: 'may have missed entries',
    meaning: 'Nothing on its last list was known from before: what came and went in between was never seen.',
    todo: 'Look through its site for that time by hand. If it happens again, poll it more often.',
  },
  held: {
    what: 'listed a flood, which is held back',
    meaning:
      'It suddenly lists far more new entries than it ever did, as restructured sites do; they were recorded without alerts.',
    todo: 'Look at what was recorded. If it is news, tell your subscribers; if it is an archive, do nothing.',
  },
};

const moment = (at: Instant): string => {
  const { tokyo } = clocks(at);
  return `${tokyo.day} ${tokyo.time} Tokyo`;
};
