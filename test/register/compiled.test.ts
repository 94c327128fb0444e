import { expect, test } from 'vitest';
import type { DocumentId, DocumentRef } from '../../functions/documents/document.ts';
import type { Finding, Measure, MeasureId, Provision } from '../../functions/findings/finding.ts';
import type { AnnouncementNumber } from '../../functions/lexicon/announcement-numbers.ts';
import type { Draft } from '../../functions/register/change.ts';
import { compare } from '../../functions/register/compare.ts';
import { emptyRegister, type Register, replay } from '../../functions/register/replay.ts';
import { listedOn, standingOn } from '../../functions/register/restriction.ts';
import { starter, starterDrafts, withStarter } from '../../functions/register/starter/starter.ts';
import { type BeijingDate, startOf } from '../../functions/time.ts';

const day = (text: string): BeijingDate => text as BeijingDate;
const started = replay(withStarter([]));
const at = startOf(day('2026-12-01'));

const document = (id: string, publishedOn: string): DocumentRef => ({
  id: id as DocumentId,
  fingerprint: id,
  source: 'mofcom-announcements',
  publisher: '商务部',
  authority: 'official',
  language: 'zh',
  url: `https://www.mofcom.gov.cn/${id}.html`,
  title: id,
  publishedOn: day(publishedOn),
});

function read(announcement: string, publishedOn: string, provision: Provision): Finding {
  const number = announcement as AnnouncementNumber;
  return {
    document: document(announcement, publishedOn),
    announcement: number,
    reach: 'japan',
    provisions: [provision],
  };
}

/** The compiled measure as its own text would say it, but for what is changed. */
function asRead(id: string, change: Partial<Measure> = {}): Provision {
  const held = started.restrictions.get(id as MeasureId);
  if (!held) throw new Error(`the starter register has no ${id}`);
  const { title, instrument, reach, items, goods, endUses, extraterritorial, legalBasis, listings, effectiveOn } = held;
  const parties = listings.map(({ party: { zh = '' } }) => ({ zh }));
  const measure: Measure = {
    ...{ id: held.id, title, instrument, reach, items, goods, endUses, extraterritorial, legalBasis, parties },
    effectiveOn,
    ...change,
  };
  return { action: 'impose', measure, quote: 'its own words' };
}

const after = (register: Register, draft: Draft | undefined): Register =>
  draft ? replay([{ number: register.upTo + 1, ...draft }], register) : register;

test('every measure since 2023 that reaches Japan is there on day one, tells nobody, and says what it rests on', () => {
  const drafts = starterDrafts(emptyRegister, at);
  expect(drafts.length).toBe(32);
  for (const { quiet, cause, provisions } of drafts) {
    expect(quiet).toBe('compiled');
    expect(provisions).toEqual([]);
    expect('compiled' in cause && cause.compiled.sources.length).toBeGreaterThan(0);
  }
  const listed = [...started.restrictions.values()].flatMap((one) => listedOn(one, day('2026-07-01')));
  expect(listed.length).toBe(80);
});

test('nothing is entered twice, and nothing that was read', () => {
  expect(starterDrafts(started, at)).toEqual([]);
  const draft = compare(emptyRegister, read('mofcom/2026/11', '2026-02-24', asRead('mofcom/2026/11')), at);
  const ids = starterDrafts(after(emptyRegister, draft), at).flatMap(({ effects }) =>
    effects.flatMap((effect) => ('restriction' in effect ? [effect.restriction.id] : [])),
  );
  expect(ids.length).toBe(31);
  expect(ids).not.toContain('mofcom/2026/11');
});

test('a notice that is gone and whose duty goes on says under what it goes on', () => {
  const graphite = started.restrictions.get('mofcom/2023/39' as MeasureId);
  expect(graphite?.lifted).toMatchObject({ on: '2024-12-01', continuedBy: 'mofcom/2024/51' });
});

test('what the sources do not reach is not known: whether the pause of November 2025 went on after a year', () => {
  const paused = started.restrictions.get('mofcom/2025/55' as MeasureId);
  if (!paused) throw new Error('No. 55 of 2025 is missing');
  expect(standingOn(paused, day('2026-11-10'))).toEqual({ kind: 'suspended', from: '2025-11-07', until: '2026-11-10' });
  expect(standingOn(paused, day('2026-11-11'))).toEqual({ kind: 'unknown', since: '2026-11-11' });
  const extension: Provision = {
    action: 'suspend',
    measure: 'mofcom/2025/55' as MeasureId,
    until: day('2027-01-10'),
    quote: '继续暂停',
  };
  const draft = compare(started, read('mofcom/2026/60', '2026-11-09', extension), startOf(day('2026-11-09')));
  expect(draft?.quiet).toBeUndefined();
  const extended = after(started, draft).restrictions.get('mofcom/2025/55' as MeasureId);
  expect(extended && standingOn(extended, day('2026-11-11')).kind).toBe('suspended');
});

test('the ministry’s own text takes the place of the compilation, quietly, and says where the two differ', () => {
  const same = compare(started, read('mofcom/2025/10', '2025-02-04', asRead('mofcom/2025/10')), at);
  expect(same).toMatchObject({ quiet: 'compiled', effects: [{ kind: 'amended', terms: [], added: [], removed: [] }] });
  const restriction = after(started, same).restrictions.get('mofcom/2025/10' as MeasureId);
  expect(restriction).toMatchObject({ version: 2, document: { fingerprint: 'mofcom/2025/10' } });
  expect(restriction?.compiled).toBeUndefined();

  const other = asRead('mofcom/2025/10', {
    effectiveOn: day('2025-02-05'),
    items: [{ text: 'x', controlCodes: ['1C004'], hsCodes: [] }],
  });
  const draft = compare(started, read('mofcom/2025/10', '2025-02-04', other), at);
  expect(draft?.quiet).toBe('compiled');
  expect(draft?.effects[0]).toMatchObject({
    terms: [
      { name: 'effectiveOn', before: '2025-02-04', after: '2025-02-05' },
      { name: 'codes', added: [] },
    ],
  });
});

test('what its text does not show stays compiled: a title alone empties no list', () => {
  const bare = compare(started, read('mofcom/2025/18', '2025-04-04', asRead('mofcom/2025/18', { items: [] })), at);
  const rare = after(started, bare).restrictions.get('mofcom/2025/18' as MeasureId);
  expect(rare?.items.length).toBe(38);
  expect(rare?.compiled?.completeTo).toBe(starter.completeTo);
  const nobody = compare(started, read('mofcom/2026/27', '2026-06-29', asRead('mofcom/2026/27', { parties: [] })), at);
  expect(after(started, nobody).restrictions.get('mofcom/2026/27' as MeasureId)?.listings.length).toBe(20);
});

test('who was taken off by another text before the list itself was read stays off', () => {
  const [first] = started.restrictions.get('mofcom/2026/11' as MeasureId)?.listings ?? [];
  const removal: Provision = {
    action: 'remove-parties',
    instrument: 'control-list',
    parties: [{ zh: first?.party.zh ?? '' }],
    measure: 'mofcom/2026/11' as MeasureId,
    on: day('2026-11-20'),
    quote: '移出',
  };
  const told = compare(started, read('mofcom/2026/61', '2026-11-20', removal), startOf(day('2026-11-20')));
  expect(told?.quiet).toBeUndefined();
  const removed = after(started, told);
  const draft = compare(removed, read('mofcom/2026/11', '2026-02-24', asRead('mofcom/2026/11')), at);
  const list = after(removed, draft).restrictions.get('mofcom/2026/11' as MeasureId);
  expect(list && listedOn(list, day('2026-11-19')).length).toBe(20);
  expect(list && listedOn(list, day('2026-11-21')).length).toBe(19);
});
