import { expect, test } from 'vitest';
import type { DocumentId, DocumentRef } from '../../functions/documents/document.ts';
import type { Finding, Report } from '../../functions/findings/finding.ts';
import type { Change } from '../../functions/register/change.ts';
import { TOLD_A_DAY, waitingOf, withinShare, witnessOf } from '../../functions/register/evidence.ts';
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

test('a source is told of so many times in a Beijing day; what it reports beyond is held', () => {
  const draft = {
    observedAt: at,
    cause: { document: documentOf('A') },
    provisions: [],
    effects: [{ kind: 'reported', report, quote: 'Rare earths for Japan' }],
  } as const;
  const told = (count: number, observedAt = at): readonly Change[] =>
    Array.from({ length: count }, (_, i) => ({ ...draft, observedAt, number: i + 1 }));
  expect(withinShare(draft, told(TOLD_A_DAY - 1), at).quiet).toBeUndefined();
  expect(withinShare(draft, told(TOLD_A_DAY), at).quiet).toBe('held');
  expect(withinShare(draft, told(TOLD_A_DAY, '2026-07-12T03:00:00.000Z' as Instant), at).quiet).toBeUndefined();
  const other = { ...draft, cause: { document: documentOf('B') } };
  expect(withinShare(other, told(TOLD_A_DAY), at).quiet).toBeUndefined();
});
