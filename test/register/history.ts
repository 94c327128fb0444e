import fc from 'fast-check';
import type { DocumentId, DocumentRef } from '../../functions/documents/document.ts';
import type { Finding, Measure, MeasureId, Party, Provision } from '../../functions/findings/finding.ts';
import type { AnnouncementNumber } from '../../functions/lexicon/announcement-numbers.ts';
import { addDays, type BeijingDate, type Instant, startOf } from '../../functions/time.ts';

/** What may happen on one day of a random history; numbers choose among what is there. */
export type Event =
  | { kind: 'impose'; list: boolean; parties: readonly number[] }
  | { kind: 'edit'; of: number; add: readonly number[]; drop: readonly number[] }
  | { kind: 'alias'; of: number }
  | { kind: 'remove'; parties: readonly number[]; byNumber: boolean; of: number }
  | { kind: 'suspend'; of: number; days: number; clause: boolean }
  | { kind: 'resume' | 'lift' | 'amend'; of: number }
  | { kind: 'report'; action: 'impose' | 'ease'; japan: boolean }
  | { kind: 'reread'; of: number };

const some = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 });
const of = fc.nat(40);

/** At least twelve events, in any order. */
export const histories: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('impose' as const), list: fc.boolean(), parties: some }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), of, add: some, drop: some }) },
    fc.record({ kind: fc.constant('alias' as const), of }),
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('remove' as const), parties: some, byNumber: fc.boolean(), of }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('suspend' as const),
        of,
        days: fc.integer({ min: 1, max: 90 }),
        clause: fc.boolean(),
      }),
    },
    fc.record({ kind: fc.constantFrom('resume' as const, 'lift' as const, 'amend' as const), of }),
    fc.record({
      kind: fc.constant('report' as const),
      action: fc.constantFrom('impose' as const, 'ease' as const),
      japan: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('reread' as const), of }),
  ),
  { minLength: 12, maxLength: 30 },
);

/** A finding as a document of that day would yield it. */
export interface Read {
  readonly event: Event;
  readonly finding: Finding;
  readonly at: Instant;
}

const START = '2026-01-01' as BeijingDate;

/** Turns events into the findings that their documents would yield, one a day. */
export function findingsOf(events: readonly Event[]): readonly Read[] {
  const read: Read[] = [];
  const texts: { measure: Measure; document: DocumentRef }[] = [];
  for (const [i, event] of events.entries()) {
    const day = addDays(START, i);
    const finding = findingOf(event, i, day, texts, read);
    if (finding) read.push({ event, finding, at: startOf(day) });
  }
  return read;
}

function findingOf(
  event: Event,
  i: number,
  day: BeijingDate,
  texts: { measure: Measure; document: DocumentRef }[],
  read: readonly Read[],
): Finding | undefined {
  const announcement = `mofcom/2026/${i + 1}` as AnnouncementNumber;
  const finding = (document: DocumentRef, provision: Provision, number?: AnnouncementNumber): Finding => ({
    document,
    reach: 'japan',
    provisions: [provision],
    ...(number && { announcement: number }),
  });
  if (event.kind === 'impose') {
    const measure = measureOf(announcement, event.list, event.parties);
    const document = official(`page-${i}`, `v${i}`, day);
    texts.push({ measure, document });
    return finding(document, { action: 'impose', measure, quote: 'q' }, announcement);
  }
  if (event.kind === 'report') {
    const { action, japan } = event;
    const reach = japan ? 'japan' : 'all-destinations';
    const report = { action, instrument: 'country-ban', reach, goods: [], endUses: [], announcements: [] } as const;
    const document = { ...official(`press-${i}`, `press-${i}`, day), authority: 'press' as const };
    return finding(document, { action: 'report', report, quote: 'q' });
  }
  if (event.kind === 'reread') return read[event.of % Math.max(1, read.length)]?.finding;
  const text = texts[event.of % Math.max(1, texts.length)];
  if (text === undefined) return undefined;
  const { measure } = text;
  const own = official(`page-${i}`, `v${i}`, day);
  switch (event.kind) {
    case 'edit': {
      const parties = [
        ...measure.parties.filter(({ zh }) => !event.drop.some((n) => zh === nameOf(n))),
        ...partiesOf(event.add),
      ];
      const edited = { ...measure, parties: unique(parties) };
      text.measure = edited;
      const document = { ...text.document, fingerprint: `v${i}` };
      return finding(document, { action: 'impose', measure: edited, quote: 'q' }, measure.announcement);
    }
    case 'alias': {
      const document = { ...own, ...(text.document.publishedOn && { publishedOn: text.document.publishedOn }) };
      texts.push({ measure, document });
      return finding(document, { action: 'impose', measure, quote: 'other words' }, measure.announcement);
    }
    case 'remove': {
      const { instrument } = measure;
      const parties = partiesOf(event.parties);
      const by = event.byNumber ? { measure: measure.id } : {};
      return finding(own, { action: 'remove-parties', instrument, parties, quote: 'q', ...by }, announcement);
    }
    case 'suspend': {
      const clause = event.clause ? { clause: '第二款' } : {};
      const until = addDays(day, event.days);
      return finding(own, { action: 'suspend', measure: measure.id, until, quote: 'q', ...clause }, announcement);
    }
    case 'resume':
    case 'lift':
    case 'amend':
      return finding(own, { action: event.kind, measure: measure.id, quote: 'q' }, announcement);
  }
}

const official = (id: string, version: string, day: BeijingDate): DocumentRef => ({
  id: id as DocumentId,
  fingerprint: version,
  source: 'mofcom-announcements',
  publisher: '商务部',
  authority: 'official',
  language: 'zh',
  url: `https://www.mofcom.gov.cn/${id}.html`,
  title: id,
  publishedOn: day,
});

const measureOf = (announcement: AnnouncementNumber, list: boolean, parties: readonly number[]): Measure => ({
  id: announcement as string as MeasureId,
  announcement,
  title: announcement,
  instrument: list ? 'control-list' : 'watch-list',
  reach: 'japan',
  parties: partiesOf(parties),
  items: [],
  goods: [],
  endUses: [],
  extraterritorial: true,
  legalBasis: [],
});

const nameOf = (n: number): string => `公司${n}`;
const partiesOf = (numbers: readonly number[]): readonly Party[] => unique(numbers.map((n) => ({ zh: nameOf(n) })));
const unique = (parties: readonly Party[]): readonly Party[] => [
  ...new Map(parties.map((one) => [one.zh, one])).values(),
];
