import { createHash } from 'node:crypto';
import type { Document } from '../../functions/documents/document.ts';
import { pressDocument } from '../../functions/documents/read-document.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import { languages } from '../../functions/sources/source.ts';
import { addDays, type BeijingDate } from '../../functions/time.ts';
import { listing, officialDocument } from './announcements.ts';
import { feedSources, NOW } from './feeds.ts';
import type { Figure } from './figure.ts';
import { besideHeadline, mixedHeadline, summaryOf } from './headlines.ts';
import { costsOf } from './measure.ts';

const ENTRIES = 50_000;
const ANNOUNCEMENTS = 100;
const PARTIES = 40;
const TIMES = 8;
const SUMMARY = 200;

/** How fast documents are read, and that eight times the text takes eight times as long. */
export async function figures(): Promise<readonly Figure[]> {
  const press = pressOf(ENTRIES, SUMMARY, mixedHeadline);
  const hard = pressOf(ENTRIES / 10, SUMMARY, besideHeadline);
  const few = press.slice(0, ENTRIES / 10);
  const long = pressOf(ENTRIES / 10, TIMES * SUMMARY, mixedHeadline);
  const official = announcements(PARTIES);
  const longer = announcements(TIMES * PARTIES);
  const all = (documents: readonly Document[]) => () => documents.map(interpret);
  const costs = await costsOf(
    {
      press: all(press),
      hard: all(hard),
      few: all(few),
      long: all(long),
      official: all(official),
      longer: all(longer),
      floor: hashed,
    },
    { rounds: 7, warmups: 2 },
  );
  function hashed(): void {
    for (const { title, text } of press) createHash('sha256').update(title).update(text).digest();
  }
  const perSecond = (count: number, cpu: number): number => (1_000 * count) / cpu;
  const growth = (what: string, before: number, after: number, from: number, to: number): Figure => ({
    what,
    value: after / before,
    unit: '× the time',
    floor: { what: 'the text’s own growth', value: to / from },
    target: { timesFloor: 1.3 },
  });
  return [
    {
      what: `Reading ${ENTRIES.toLocaleString('en')} press entries`,
      value: perSecond(ENTRIES, costs.press.cpu),
      unit: 'per second',
      target: { least: 20_000 },
    },
    {
      what: '… time',
      value: costs.press.cpu,
      unit: 'ms',
      floor: { what: 'SHA-256 of the same texts', value: costs.floor.cpu },
    },
    {
      what: '… all of them near the subject',
      value: perSecond(hard.length, costs.hard.cpu),
      unit: 'per second',
      target: { least: 20_000 },
    },
    growth('… with longer summaries', costs.few.cpu, costs.long.cpu, lengthOf(few), lengthOf(long)),
    {
      what: `Reading ${ANNOUNCEMENTS} announcements of ${Math.round(lengthOf(official) / ANNOUNCEMENTS).toLocaleString('en')} characters`,
      value: perSecond(ANNOUNCEMENTS, costs.official.cpu),
      unit: 'per second',
    },
    growth(
      '… of eight times as many names',
      costs.official.cpu,
      costs.longer.cpu,
      lengthOf(official),
      lengthOf(longer),
    ),
  ];
}

function pressOf(count: number, summary: number, headline: typeof mixedHeadline): readonly Document[] {
  const sources = feedSources(3);
  return Array.from({ length: count }, (_, n) => {
    const language = languages[n % 3] ?? 'en';
    const source = sources[n % 3] as (typeof sources)[number];
    return pressDocument(source, {
      url: `https://outlet.example/${n}`,
      title: headline(n, language),
      // Feeds come with tags, documents without.
      summary: summaryOf(2 * n, language, language === 'en' ? 2 * summary : summary),
      publishedAt: NOW,
    });
  });
}

const announcements = (parties: number): readonly Document[] =>
  Array.from({ length: ANNOUNCEMENTS }, (_, i) =>
    officialDocument(listing(i + 1, parties, addDays('2026-01-01' as BeijingDate, i))),
  );

const lengthOf = (documents: readonly Document[]): number =>
  documents.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
