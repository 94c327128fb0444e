import fc from 'fast-check';
import type { DocumentId, DocumentRef } from '../../functions/documents/document.ts';
import type { Doubt } from '../../functions/findings/doubt.ts';
import {
  type Instrument,
  instruments,
  type Item,
  type Measure,
  type MeasureId,
  type Party,
  type Report,
} from '../../functions/findings/finding.ts';
import type { AnnouncementNumber } from '../../functions/lexicon/announcement-numbers.ts';
import { goods } from '../../functions/lexicon/goods.ts';
import type { CatalogueLine, Change, Effect, Term } from '../../functions/register/change.ts';
import type { Restriction, Suspension } from '../../functions/register/restriction.ts';
import { authorities } from '../../functions/sources/source.ts';
import { addDays, type BeijingDate, type Instant } from '../../functions/time.ts';

/** Texts as people send them to break things, and texts as they are. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '三菱造船株式会社',
    'Subject: forged\r\nBcc: everybody@evil.example',
    '\u202Etxt.exe\u2066\u200B\uFEFF',
    'see https://evil.example/login?x=1 or www.evil.com, evil.co.jp/x',
    '👩‍👩‍👧‍👦'.repeat(40),
    `e${'\u0301'.repeat(300)}`,
    '\uD800 lone',
    '"}\n{"a":1}\u0000\u001b[31m',
    '长'.repeat(5_000),
    '',
  ),
);

const day: fc.Arbitrary<BeijingDate> = fc
  .integer({ min: 0, max: 1_500 })
  .map((days) => addDays('2024-06-01' as BeijingDate, days));
const instant: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 1_500 * 1_440 })
  .map((minutes) => new Date(Date.UTC(2024, 5, 1) + minutes * 60_000).toISOString() as Instant);
const announcement: fc.Arbitrary<AnnouncementNumber> = fc
  .tuple(
    fc.constantFrom('mofcom', 'mofcom-order', 'uel', 'gacc', 'other', 'most', 'state-council'),
    fc.integer({ min: 2020, max: 2028 }),
    fc.integer({ min: 1, max: 120 }),
  )
  .map((parts) => parts.join('/') as AnnouncementNumber);
const instrument: fc.Arbitrary<Instrument> = fc.constantFrom(...instruments);
const reach = fc.constantFrom('japan' as const, 'all-destinations' as const, 'elsewhere' as const);
const families = fc.subarray([...goods.map(({ family }) => family), 'a-new-family']);
const optional = { requiredKeys: ['zh'] as ['zh'] };
const party: fc.Arbitrary<Party> = fc.record({ zh: text, en: text, ja: text, address: text }, optional);
const parties = fc.array(party, { maxLength: 6 });
const item: fc.Arbitrary<Item> = fc.record({
  text,
  controlCodes: fc.array(text, { maxLength: 2 }),
  hsCodes: fc.array(fc.stringMatching(/^\d{10}$/), { maxLength: 3 }),
});
const url = fc.oneof(
  fc.webUrl({ validSchemes: ['https', 'http'], withQueryParameters: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://www.mofcom.gov.cn/art_1.html\r\nX: y',
    'no address',
    'https://u:p@evil.example/',
  ),
);
export const document: fc.Arbitrary<DocumentRef> = fc.record(
  {
    id: text as fc.Arbitrary<DocumentId>,
    fingerprint: fc.stringMatching(/^[0-9a-f]{64}$/),
    source: fc.constant('mofcom-announcements'),
    publisher: text,
    authority: fc.constantFrom(...authorities),
    language: fc.constantFrom('en' as const, 'ja' as const, 'zh' as const),
    url,
    title: text,
    publishedOn: day,
    publishedAt: instant,
  },
  { requiredKeys: ['id', 'fingerprint', 'source', 'publisher', 'authority', 'language', 'url', 'title'] },
);
const common = {
  id: announcement.map((id) => id as string as MeasureId),
  announcement,
  title: text,
  instrument,
  reach,
  statedParties: fc.nat(500),
  items: fc.array(item, { maxLength: 4 }),
  goods: families,
  endUses: fc.array(text, { maxLength: 3 }),
  extraterritorial: fc.boolean(),
  legalBasis: fc.array(text, { maxLength: 2 }),
  until: day,
};
type Needed =
  'id' | 'title' | 'instrument' | 'reach' | 'items' | 'goods' | 'endUses' | 'extraterritorial' | 'legalBasis';
const needed: Needed[] = [
  'id',
  'title',
  'instrument',
  'reach',
  'items',
  'goods',
  'endUses',
  'extraterritorial',
  'legalBasis',
];
const measure: fc.Arbitrary<Measure> = fc.record({ ...common, parties }, { requiredKeys: [...needed, 'parties'] });
const suspension: fc.Arbitrary<Suspension> = fc.record(
  { from: day, until: day, clause: text, parties, by: document },
  { requiredKeys: ['from', 'by'] },
);
const restriction: fc.Arbitrary<Restriction> = fc.record(
  {
    ...common,
    version: fc.integer({ min: 1, max: 9 }),
    document,
    effectiveOn: day,
    listings: fc.array(fc.record({ party, from: day }), { maxLength: 6 }),
    suspensions: fc.array(suspension, { maxLength: 2 }),
    lifted: fc.record({ on: day, by: document }),
  },
  { requiredKeys: [...needed, 'version', 'document', 'effectiveOn', 'listings', 'suspensions'] },
);
const report: fc.Arbitrary<Report> = fc.record({
  action: fc.constantFrom('impose' as const, 'ease' as const, 'clarify' as const),
  instrument,
  reach,
  goods: families,
  endUses: fc.array(text, { maxLength: 2 }),
  announcements: fc.array(announcement, { maxLength: 2 }),
});
const line: fc.Arbitrary<CatalogueLine> = fc.record(
  { code: text, text, hsAdded: fc.array(text), hsRemoved: fc.array(text), renamed: fc.constant(true as const) },
  { requiredKeys: ['code', 'text'] },
);
const linesOfList = fc.array(line, { maxLength: 4 });
const terms = fc.array(
  fc.oneof<fc.Arbitrary<Term>[]>(
    fc.record(
      { name: fc.constantFrom('effectiveOn' as const, 'until' as const), before: day, after: day },
      { requiredKeys: ['name'] },
    ),
    fc.record({ name: fc.constant('codes' as const), added: fc.array(text), removed: fc.array(text) }),
    fc.record({ name: fc.constant('reach' as const), before: reach, after: reach }),
    fc.record({ name: fc.constant('instrument' as const), before: instrument, after: instrument }),
    fc.record(
      {
        name: fc.constant('catalogue' as const),
        entries: fc.nat(),
        against: fc.constant(2026),
        edited: fc.constant(true as const),
        added: linesOfList,
        removed: linesOfList,
        changed: linesOfList,
        described: linesOfList,
      },
      { requiredKeys: ['name', 'entries', 'added', 'removed', 'changed'] },
    ),
    fc.record({ name: fc.constant('extraterritorial' as const), before: fc.boolean(), after: fc.boolean() }),
  ),
);
const moved = { restriction, quote: text };
const words = fc.array(text, { maxLength: 3 });
const act = fc.constantFrom('list' as const, 'move' as const);
export const doubt: fc.Arbitrary<Doubt> = fc.oneof<fc.Arbitrary<Doubt>[]>(
  fc.record({ kind: fc.constantFrom('clause-not-understood' as const, 'characters-lost' as const) }),
  fc.record(
    { kind: fc.constant('count' as const), act, stated: fc.nat(), read: fc.nat(), unread: words },
    { requiredKeys: ['kind', 'act', 'read', 'unread'] },
  ),
  fc.record({ kind: fc.constant('no-country' as const), act }),
  fc.record({ kind: fc.constant('unread-attachment' as const), files: words }),
  fc.record({ kind: fc.constant('page-changed' as const), since: day }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('wording-changed' as const), before: text, after: text }),
  fc.record(
    { kind: fc.constant('copies-differ' as const), announcement, other: text, facts: words },
    { requiredKeys: ['kind', 'other', 'facts'] },
  ),
  fc.record({
    kind: fc.constant('unknown-target' as const),
    act: fc.constantFrom('suspend' as const, 'lift' as const, 'remove-parties' as const),
    target: announcement.map((number) => number as string as MeasureId),
  }),
  fc.record({ kind: fc.constant('unknown-parties' as const), names: words }),
  fc.record({
    kind: fc.constant('page-unread' as const),
    since: instant,
    why: fc.constantFrom('not-found' as const, 'unavailable' as const, 'not-decoded' as const),
  }),
  fc.record({ kind: fc.constant('other' as const), words: text }),
);
const kind = <K extends string>(one: K): fc.Arbitrary<K> => fc.constant(one);

export const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ kind: kind('imposed'), ...moved }),
  fc.record({ kind: kind('amended'), ...moved, added: parties, removed: parties, terms }),
  fc.record({ kind: kind('parties-removed'), ...moved, parties, on: day }),
  fc.record({ kind: kind('suspended'), ...moved, suspension }),
  fc.record({ kind: kind('extended'), ...moved, suspension, before: day }),
  fc.record({ kind: fc.constantFrom('resumed' as const, 'lifted' as const), ...moved, on: day, clause: text }),
  fc.record({ kind: kind('reported'), report, quote: text }),
  fc.record({ kind: kind('clarified'), about: report, quote: text }),
  fc.record({ kind: kind('unclear'), doubt, quote: text, measure }, { requiredKeys: ['kind', 'doubt', 'quote'] }),
  fc.record(
    {
      kind: kind('took-effect'),
      what: fc.constantFrom('measure' as const, 'suspension' as const, 'lifting' as const),
      restriction,
      suspension,
    },
    { requiredKeys: ['kind', 'what', 'restriction'] },
  ),
  fc.record(
    { kind: kind('ends-soon'), restriction, suspension, on: day, days: fc.constantFrom(30, 7, 1) },
    { requiredKeys: ['kind', 'restriction', 'on', 'days'] },
  ),
  fc.record(
    { kind: kind('lapsed'), restriction, suspension, on: day },
    { requiredKeys: ['kind', 'restriction', 'on'] },
  ),
  fc.record({ kind: kind('unconfirmed'), report, change: fc.integer({ min: 1, max: 400 }) }),
);

/** Any Change that the types allow, from documents that nobody vouches for. */
export const anyChange: fc.Arbitrary<Change> = fc.record({
  number: fc.integer({ min: 1, max: 99_999 }),
  observedAt: instant,
  cause: fc.oneof(fc.record({ document, announcement }, { requiredKeys: ['document'] }), fc.record({ day })),
  provisions: fc.constant([]),
  effects: fc.array(effect, { minLength: 1, maxLength: 4 }),
});
