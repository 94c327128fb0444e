import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, Provision } from '../../functions/findings/finding.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { officialDocument, type Page } from './official-page.ts';

/** An official text with what it says; what a row leaves out is not checked. */
interface Row extends Page {
  readonly group: string;
  readonly silent?: true;
  readonly announcement?: string;
  readonly reach?: string;
  readonly provisions?: readonly Readonly<Record<string, unknown>>[];
  /** Any of these readings will do. */
  readonly anyOf?: readonly string[];
}

const rows = readFileSync(new URL('official.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const findingIn = (row: Row): Finding | undefined => {
  const reading = interpret(officialDocument(row));
  return reading.kind === 'finding' ? reading.finding : undefined;
};

/** A provision in the terms of a row. */
function told(provision: Provision): Record<string, unknown> {
  const measure = 'measure' in provision && typeof provision.measure === 'object' ? provision.measure : undefined;
  const parties = ('parties' in provision ? provision.parties : measure?.parties) ?? [];
  const items = measure?.items ?? [];
  return {
    ...measure,
    ...provision,
    measure: 'measure' in provision && typeof provision.measure === 'string' ? provision.measure : undefined,
    parties: parties.length,
    partiesZh: parties.map(({ zh }) => zh),
    controlCodes: [...new Set(items.flatMap(({ controlCodes }) => controlCodes))].sort(),
    hsCodes: [...new Set(items.flatMap(({ hsCodes }) => hsCodes))].sort(),
  };
}

test.each(rows.map((row) => [row.group, row] as const))('%s', (_, row) => {
  const finding = findingIn(row);
  if (row.silent) {
    expect(finding).toBeUndefined();
    return;
  }
  if (row.anyOf) {
    expect(row.anyOf).toContain(finding?.provisions[0].action);
    return;
  }
  expect(finding?.reach).toBe(row.reach);
  if (row.announcement) expect(finding?.announcement).toBe(row.announcement);
  if (row.provisions) expect(finding?.provisions.map(told)).toMatchObject(row.provisions);
});

const imposing = rows.filter(({ silent, anyOf }) => !silent && !anyOf);
/** Words that a fact keeps as written are compared in one width. */
const factsOf = (row: Row): unknown =>
  JSON.parse(
    JSON.stringify(
      findingIn(row)?.provisions.map((provision) => {
        const {
          quote: _quote,
          title: _title,
          items: _items,
          doubt: _doubt,
          endUses: _endUses,
          legalBasis: _basis,
          conditions: _conditions,
          ...facts
        } = told(provision);
        return facts;
      }) ?? null,
    ).normalize('NFKC'),
  );

test('facts do not depend on white space, or on the width of figures and brackets', () => {
  const wide = (text: string): string =>
    text
      .replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .replaceAll('（', '(')
      .replaceAll('）', ')');
  for (const row of imposing) {
    const facts = factsOf(row);
    expect(factsOf({ ...row, body: row.body.replaceAll('\n', '\n\n　　') }), row.group).toEqual(facts);
    const dates = row.body
      .split('\n')
      .filter((line) => !/[A-Za-z]/.test(line))
      .join('\n');
    expect(factsOf({ ...row, body: wide(dates) }), row.group).toEqual(factsOf({ ...row, body: dates }));
  }
});

test('any text at all is read as something or as nothing, and never throws', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '商务部公告2026年第',
      '号',
      '列入出口管制管控名单',
      '暂停实施',
      '附件\n',
      '1.',
      '（',
      '家日本实体',
      '自',
      '起',
      '两用物项',
      '至2026年13月40日',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, press) => {
      const text = pieces.join('');
      const document = officialDocument({
        title: text.slice(0, 80),
        publishedOn: '2026-08-01' as BeijingDate,
        body: text,
      });
      const reading = interpret(press ? { ...document, authority: 'press' } : document);
      expect(['finding', 'silent']).toContain(reading.kind);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['prose', '根据《中华人民共和国出口管制法》，两用物项出口经营者应当依法申请许可。'],
  ['brackets', '（（（第55号（'],
  ['numbers', '1.2.3.4.5.6.7.8.9.'],
  ['one word', '暂停'],
  ['English', 'China export controls on Japan '],
  ['issuers', '商务部'],
  ['citations', '暂停实施商务部公告2025年第55号《公布对稀土实施出口管制的决定》。'],
  ['parties', '对甲株式会社继续暂停采取措施，至2029年5月19日；'],
])('half a megabyte of %s takes time in proportion to its length', { timeout: 30_000 }, (_, unit) => {
  const time = (length: number): number => {
    const body = unit.repeat(length / unit.length);
    const row = {
      group: '',
      title: '商务部公告2026年第99号 关于两用物项出口管制的公告',
      publishedOn: '2026-08-01' as BeijingDate,
      body,
    };
    const started = performance.now();
    findingIn(row);
    return performance.now() - started;
  };
  time(30_000);
  const [short, long] = [Math.min(time(60_000), time(60_000)), time(480_000)];
  // Eight times the length, with room for a busy machine; a reader that is quadratic takes sixty times as long.
  expect(long).toBeLessThan(Math.max(1_000, short * 8 * 5));
});
