import type { IncomingMessage } from 'node:http';
import { Table } from '../../functions/edge/table.ts';
import { journalIn } from '../../functions/edge/journal.ts';
import { pathOf, type Scene } from '../../functions/local/replica.ts';
import { articlePage, type Announced, exportControlPage, type Headline } from '../../functions/local/wire-pages.ts';
import { type Delivery, setClock, TABLE } from '../../functions/local/world.ts';
import type { Change } from '../../functions/register/change.ts';
import { replay } from '../../functions/register/replay.ts';
import { listedOn, type Restriction, standingOn } from '../../functions/register/restriction.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { index, mirror, press, Telling } from './telling.ts';

type Site = typeof index | typeof mirror;

/** What happens at a minute; what was listed before stays listed. */
export interface Step {
  readonly at: string;
  readonly ministry?: readonly Announced[];
  readonly copies?: readonly Announced[];
  readonly news?: readonly Headline[];
  readonly said?: readonly Announced[];
  readonly japanese?: readonly Headline[];
  /** Pages that now say something else. */
  readonly edits?: readonly (readonly [site: Site, was: Announced, is: Announced | { status: number }])[];
  /** Rows that the index lists no longer. */
  readonly unlisted?: readonly Announced[];
  /** Official sources refuse every connection. */
  readonly down?: true;
  /** Polls, five minutes apart where there are several. */
  readonly polls?: number;
  /** Only the calendar runs. */
  readonly alone?: 'daily' | 'digest';
}

/** A story as it was told, line by line, and every message of it. */
export interface Told {
  readonly story: string;
  readonly mails: readonly (Delivery & { readonly at: string })[];
}

/** Tells a story, and what its English reader is told at each step: how loud, what of which measures, in which words. */
export async function told(steps: readonly Step[]): Promise<string> {
  return (await tellAll(steps)).story;
}

export async function tellAll(steps: readonly Step[], more: readonly string[] = []): Promise<Told> {
  const watch = await Telling.begin([index, mirror, press, ...more]);
  const [first] = steps;
  await watch.learn(new Date(Date.parse(first?.at ?? '') - 86_400_000).toISOString());
  let ministry: readonly Announced[] = [];
  const held: Record<'copies' | 'said', Announced[]> = { copies: [], said: [] };
  const news: Record<'news' | 'japanese', Headline[]> = { news: [], japanese: [] };
  const instead: Record<string, { body: string; status?: number }> = {};
  const lines: string[] = [];
  const mails: (Delivery & { readonly at: string })[] = [];
  for (const { at, ...step } of steps) {
    ministry = [...(step.ministry ?? []), ...ministry].filter((one) => !step.unlisted?.includes(one));
    for (const key of ['copies', 'said'] as const) held[key].unshift(...(step[key] ?? []));
    for (const key of ['news', 'japanese'] as const) news[key].unshift(...(step[key] ?? []));
    for (const [site, was, is] of step.edits ?? []) instead[addressIn(watch, site, was)] = pageOf(site, is);
    const heard: Delivery[] = [];
    // Five pages are read again on a poll, ordinary notices among them.
    for (let poll = 0; poll < (step.polls ?? (step.edits ? 8 : 1)); poll++) {
      const when = addMinutes(at as Instant, poll * (step.polls === undefined ? 1 : 5));
      const moment = { announced: ministry, mirrored: held.copies, headlines: news.news, statements: held.said };
      const scene = { at: when, ...moment, japanese: news.japanese, instead: step.down ? refused(watch) : instead };
      heard.push(...(step.alone ? await alone(watch, when, step.alone) : await watch.tell(scene)));
    }
    mails.push(...heard.map((one) => ({ at, ...one })));
    const alerts = heard.flatMap(lineOf);
    lines.push(`${at.slice(0, 16).replace('T', ' ')}${alerts.length > 0 ? '' : ' (silent)'}`, ...alerts);
  }
  return { story: `${lines.join('\n')}\n`, mails };
}

function lineOf({ to, subject, json, urgency }: Delivery): readonly string[] {
  if (to === 'operator') return [`  operator: ${subject}`];
  if (to !== 'en@maker.example') return [];
  const gist = json.includes('"change"') ? gistOf(json) : 'digest';
  return [`  ${urgency}: ${gist}\n    ${subject}`];
}

async function alone(watch: Telling, at: string, task: 'daily' | 'digest'): Promise<readonly Delivery[]> {
  setClock(at as Instant);
  await watch.handlers.calendar({ task }).catch((error: unknown) => {
    if (task === 'daily') throw error;
  });
  await watch.handlers.notify();
  return watch.world.deliveries();
}

const addressIn = (watch: Telling, site: Site, page: Announced): string => {
  const source = watch.sources.find(({ id }) => id === site);
  if (!source) throw new Error(site);
  return `${site === index ? 'www.mofcom.gov.cn' : 'exportcontrol.mofcom.gov.cn'}${pathOf(source, page)}`;
};

function pageOf(site: Site, is: Announced | { status: number }): { body: string; status?: number } {
  if ('status' in is) return { ...is, body: '<html><body>Service Unavailable</body></html>' };
  return { body: site === index ? articlePage(is) : exportControlPage(is) };
}

/** Every official list, refusing connections. */
function refused({ sources }: Telling): Scene['instead'] {
  const official = sources.filter(({ authority }) => authority === 'official');
  const addresses = official.flatMap(({ url }) => {
    const { host, pathname } = new URL(url.replace('{year}', '2026'));
    return [`${host}${pathname}`];
  });
  const refuse = (request: IncomingMessage): void => {
    request.socket.destroy();
  };
  return Object.fromEntries(addresses.map((address) => [address, refuse]));
}

/** How each measure stands on some days, by all that was known, or by what was known at a moment. */
export async function registerOn(days: readonly (readonly [day: string, knownAt?: string])[]): Promise<string> {
  const changes = await journalIn(new Table(TABLE)).changes();
  return days
    .map(([day, knownAt]) => {
      const { restrictions, unread } = replay(changes.filter(({ observedAt }) => observedAt <= (knownAt ?? '9')));
      const lines = [...restrictions.values(), ...unread.values()].map(
        (one) => `  ${standing(one, day as BeijingDate)}\n`,
      );
      return `register of ${day}${knownAt ? ` as known at ${knownAt}` : ''}\n${lines.join('')}`;
    })
    .join('');
}

function standing(one: Restriction, day: BeijingDate): string {
  const { kind, ...rest } = standingOn(one, day);
  const { partly = [], ...days } = { partly: undefined, ...rest };
  const parts = partly.map(({ clause, from, until }) => `${clause ?? 'parties'} suspended ${from} to ${until ?? ''}`);
  const names = listedOn(one, day).map(({ zh }) => zh ?? '');
  return [one.id, kind, ...Object.values(days).map(String), ...parts, ...names].join(' ');
}

/** What happens to which measure, from when to when, without a language. */
function gistOf(json: string): string {
  const { change } = JSON.parse(json) as { change: Change };
  return change.effects
    .map((effect) => {
      if (!('restriction' in effect)) {
        const doubt = effect.kind === 'unclear' ? ` ${JSON.stringify(effect.doubt)}` : '';
        return `${effect.kind}${doubt}`;
      }
      const { id, unread } = effect.restriction;
      const pause = 'suspension' in effect && effect.suspension;
      const on = 'on' in effect ? ` ${effect.on}` : '';
      const names = effect.kind === 'amended' ? [...effect.added, ...effect.removed].map(({ zh }) => zh) : [];
      const notes = [
        ...(unread ? ['unread'] : []),
        ...('firstTime' in effect ? ['for the first time'] : []),
        ...('readAt' in effect ? ['official sources read'] : []),
        ...('takenBack' in effect ? ['taken back'] : []),
        ...('stage' in effect && effect.stage ? [effect.stage.part] : []),
        ...('parties' in effect ? effect.parties.map(({ zh }) => zh ?? '') : names),
        ...(effect.kind === 'amended' ? effect.terms.map(({ name }) => name) : []),
      ];
      const period = pause ? ` ${pause.clause ?? ''} ${pause.from} to ${pause.until ?? 'further notice'}` : '';
      return `${effect.kind} ${id}${on}${period}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
    })
    .join('; ');
}

/** Ten in the morning of a day, in Beijing. */
export const day = (text: string): string => `${text}T02:00:00.000Z`;
/** Days on which nothing is published. */
export const quiet = (...days: readonly string[]): readonly Step[] => days.map((one) => ({ at: day(one) }));
