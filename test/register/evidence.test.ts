import { expect, test } from 'vitest';
import type { DocumentId, DocumentRef } from '../../functions/documents/document.ts';
import type { Finding, Report } from '../../functions/findings/finding.ts';
import type { Change } from '../../functions/register/change.ts';
import { waitingOf, withinShare, witnessOf } from '../../functions/register/evidence.ts';
import type { Instant } from '../../functions/time.ts';

const at = '2026-07-14T03:00:00.000Z' as Instant;

const report: Report = {
  action: 'impose',
  act: 'impose',
  instrument: 'item-control',
  reach: 'japan',
  goods: ['rare-earths'],
  endUses: [],
  announcements: [],
  probability: 0.6,
  strength: 'weak',
};

const documentOf = (publisher: string, publishedAt = at): DocumentRef => ({
  id: publisher as DocumentId,
  fingerprint: publisher,
  source: publisher.toLowerCase(),
  publisher,
  authority: 'press',
  language: 'en',
  url: 'https://news.example/1',
  title: 'Rare earths for Japan',
  publishedAt,
});

const findingOf = (publisher: string, more: Partial<Report> = {}, publishedAt = at): Finding => ({
  document: documentOf(publisher, publishedAt),
  reach: 'japan',
  provisions: [{ action: 'report', report: { ...report, ...more }, quote: 'Rare earths for Japan' }],
});

/** What waits of outlets that reported something. */
const waiting = (...findings: readonly Finding[]) => findings.flatMap((finding) => waitingOf(finding, at) ?? []);
const witness = (finding: Finding, ...others: readonly Finding[]): string | undefined => {
  const [weak] = waiting(finding);
  return weak && witnessOf(weak, waiting(...others))?.document.publisher;
};

test('a strong report waits for nobody, and one that is no news any more is not kept', () => {
  expect(waitingOf(findingOf('A', { strength: 'strong' }), at)).toBeUndefined();
  expect(waitingOf(findingOf('A', {}, '2023-08-24T02:00:00.000Z' as Instant), at)).toBeUndefined();
  expect(waitingOf(findingOf('A'), at)).toMatchObject({ since: at });
});

test('a weak report is borne out by another outlet that says the same, and by no other', () => {
  expect(witness(findingOf('A'), findingOf('B'))).toBe('B');
  expect(witness(findingOf('A'), findingOf('A'))).toBeUndefined();
  expect(witness(findingOf('A'), findingOf('B', { act: 'ease', action: 'ease' }))).toBeUndefined();
  expect(witness(findingOf('A'), findingOf('B', { act: 'plan' }))).toBeUndefined();
});

test('two vague reports are no evidence, a vague one beside a plain one is', () => {
  const vague = { vague: true } as const;
  expect(witness(findingOf('A', vague), findingOf('B', vague))).toBeUndefined();
  expect(witness(findingOf('A', vague), findingOf('B'))).toBe('B');
});

test('headlines of all countries that share neither goods nor a number bear nothing out', () => {
  const all = { reach: 'all-destinations' } as const;
  expect(witness(findingOf('A', all), findingOf('B', all))).toBe('B');
  expect(witness(findingOf('A', { ...all, goods: [] }), findingOf('B', { ...all, goods: [] }))).toBeUndefined();
  expect(witness(findingOf('A', all), findingOf('B', { ...all, goods: ['drones'] }))).toBeUndefined();
});

test('of a source five times as much is told in a Beijing day as is usual; what it reports beyond is kept', () => {
  const draft = {
    observedAt: at,
    cause: { document: documentOf('A') },
    provisions: [],
    effects: [{ kind: 'reported', report, quote: 'Rare earths for Japan' }],
  } as const;
  const told = (count: number, observedAt = at): readonly Change[] =>
    Array.from({ length: count }, (_, i) => ({ ...draft, observedAt, number: i + 1 }));
  expect(withinShare(draft, told(4), at).quiet).toBeUndefined();
  expect(withinShare(draft, told(5), at).quiet).toBe('capped');
  expect(withinShare(draft, told(5, '2026-07-12T03:00:00.000Z' as Instant), at).quiet).toBeUndefined();
  const other = { ...draft, cause: { document: documentOf('B') } };
  expect(withinShare(other, told(5), at).quiet).toBeUndefined();
  // Two a day for four weeks: ten.
  const usual = told(56, '2026-06-20T03:00:00.000Z' as Instant);
  expect(withinShare(draft, [...usual, ...told(9)], at).quiet).toBeUndefined();
  expect(withinShare(draft, [...usual, ...told(10)], at).quiet).toBe('capped');
  expect(withinShare(draft, [...told(56, '2026-06-01T03:00:00.000Z' as Instant), ...told(5)], at).quiet).toBe('capped');
});
