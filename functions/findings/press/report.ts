import { type Document, refOf } from '../../documents/document.ts';
import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { fold } from '../../lexicon/fold.ts';
import { endUsesIn } from '../end-uses-in.ts';
import type { Finding, Instrument, Reading, Report } from '../finding.ts';
import { goodsNamed } from '../item-list.ts';
import type { Concern } from './concerns.ts';
import type { Act } from './labels.ts';
import type { Opinion } from './opinion.ts';
import { readHeadline } from './read-headline.ts';

/** From this probability on a headline is a report of news; README.md says what it finds and misses there. */
export const LIKELY = 0.7;
/** From these on one outlet's word is enough: of a measure that names Japan, and of one that reaches all countries. */
const STRONG = { japan: 0.8, 'all-destinations': 0.9 };

const actions: Readonly<Record<Act, Report['action']>> = {
  impose: 'impose',
  ease: 'ease',
  resume: 'impose',
  clarify: 'clarify',
  plan: 'impose',
};

const instruments: Readonly<Record<Opinion['instrument'], Instrument>> = {
  ban: 'country-ban',
  'control-list': 'control-list',
  'watch-list': 'watch-list',
  'unreliable-list': 'unreliable-entity-list',
  items: 'item-control',
  catalogue: 'licence-catalogue',
  rule: 'licensing-rule',
};

/**
 * Reads a press item by headline and summary: does it report a new or changed measure, of what kind, against whom, and how
 * likely is that? It yields a report, never a fact: counts, names and dates of the press are not taken over.
 */
export function readReport(document: Document): Reading {
  const title = withoutOutlet(document.title, document.saysFrom ?? document.publisher);
  const opinion = readHeadline(title, document.text);
  if (opinion === undefined) return silent('not the subject', title);
  const said = `${opinion.probability.toFixed(3)} ${opinion.genre}`;
  if (opinion.probability < LIKELY) return silent(`no news of our subject (${said})`, title);
  if (isHistory(title, document)) return silent(`tells of a past year (${said})`, title);
  const report = reportOf(document, opinion);
  const { strength = 'strong' } = report;
  const finding: Finding = {
    document: refOf(document),
    reach: report.reach,
    provisions: [{ action: 'report', report, quote: title }],
  };
  return { kind: 'finding', finding, why: [{ rule: `${strength} report (${said})`, span: title }] };

  function silent(rule: string, span: string): Reading {
    return { kind: 'silent', why: [{ rule, span }] };
  }
}

function reportOf(
  { title, text }: Document,
  { act, instrument, reach: reaches, probability, concern }: Opinion & { readonly concern: Concern },
): Report {
  const folded = fold(`${title}\n${text}`);
  const reach = reaches === 'japan' ? 'japan' : 'all-destinations';
  return {
    action: actions[act],
    act,
    instrument: instruments[instrument],
    reach,
    goods: goodsNamed(folded.text),
    endUses: endUsesIn(folded),
    announcements: [...new Set(announcementNumbers(folded.text).map(({ number }) => number))],
    probability: Math.round(probability * 1_000) / 1_000,
    strength: concern === 'plainly' && probability >= STRONG[reach] ? 'strong' : 'weak',
    ...(concern !== 'plainly' && { vague: true as const }),
  };
}

/** Aggregators append " - Outlet", which may be called "China Daily". */
const withoutOutlet = (title: string, publisher: string): string =>
  publisher && title.endsWith(` - ${publisher}`)
    ? title.slice(0, -publisher.length - 3)
    : title.replace(/ [-–|] [A-Z][\w .&']{2,30}$/, '');

/** "How China put gallium under licence in August 2023", told years later. */
function isHistory(title: string, { publishedOn, publishedAt }: Document): boolean {
  const now = Number((publishedOn ?? publishedAt ?? '').slice(0, 4));
  const years = [...title.matchAll(/(?<!\d)20[0-3]\d(?!\d)/g)].map(([year]) => Number(year));
  return now > 0 && years.length > 0 && years.every((year) => year < now);
}
