import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../functions/register/change.ts';
import { FORM, upcast } from '../../functions/register/form.ts';
import { replay } from '../../functions/register/replay.ts';

const stored = (file: string): string => readFileSync(new URL(`stored/${file}`, import.meta.url), 'utf8');
const rowsOf = (file: string): readonly unknown[] =>
  stored(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe.each(['form-1-announced', 'form-1-mixed'])('a journal of the first form, %s', (name) => {
  const changes = rowsOf(`${name}.changes.jsonl`).map((row) => upcast(row, 1));

  test('replays to the register that the version of that form made of it', () => {
    const restrictions = [...replay(changes).restrictions.values()];
    expect(JSON.parse(JSON.stringify(restrictions))).toEqual(JSON.parse(stored(`${name}.register.json`)));
  });

  test('holds no sentence where a typed value stands today', () => {
    const effects = changes.flatMap((change) => change.effects);
    expect(effects.filter((effect) => 'because' in effect)).toEqual([]);
    const doubts = effects.flatMap((effect) => (effect.kind === 'unclear' ? [effect.doubt.kind] : []));
    expect(doubts.length).toBeGreaterThan(0);
    expect(doubts).not.toContain('other');
  });
});

/** Every sentence that the first form wrote, with its typed value. */
const sentences = [
  ['it speaks of export control, but what it does could not be established', { kind: 'clause-not-understood' }],
  ['it puts 20 parties, and no name could be read', { kind: 'count', act: 'list', stated: 20, read: 0, unread: [] }],
  [
    'it moves unnamed parties, and no name could be read (attachments not read: a.pdf, b.docx)',
    { kind: 'count', act: 'move', read: 0, unread: ['a.pdf', 'b.docx'] },
  ],
  [
    'it states 20 parties, and 19 names could be read',
    { kind: 'count', act: 'list', stated: 20, read: 19, unread: [] },
  ],
  ['it puts parties without saying of which country', { kind: 'no-country', act: 'list' }],
  ['its page has changed and no longer says what it said on 2026-02-24', { kind: 'page-changed', since: '2026-02-24' }],
  ['its page has changed and no longer says what it said on first reading', { kind: 'page-changed' }],
  [
    'two copies of mofcom/2026/11 differ; the other is https://www.mofcom.gov.cn/a.html',
    {
      kind: 'copies-differ',
      announcement: 'mofcom/2026/11',
      other: 'https://www.mofcom.gov.cn/a.html',
      facts: [],
    },
  ],
  [
    'two copies of one text differ; the other is https://www.mofcom.gov.cn/a.html',
    { kind: 'copies-differ', other: 'https://www.mofcom.gov.cn/a.html', facts: [] },
  ],
  [
    'it suspends mofcom/2025/55, which this journal does not hold',
    { kind: 'unknown-target', act: 'suspend', target: 'mofcom/2025/55' },
  ],
  [
    'it takes parties off mofcom/2026/12, which this journal does not hold',
    { kind: 'unknown-target', act: 'remove-parties', target: 'mofcom/2026/12' },
  ],
  ['it names parties that no list in this journal holds', { kind: 'unknown-parties', names: [] }],
  [
    'it takes off a list what this journal holds on none, or on several: 甲公司, 乙公司',
    { kind: 'unknown-parties', names: ['甲公司', '乙公司'] },
  ],
  ['a sentence that nobody wrote', { kind: 'other', words: 'a sentence that nobody wrote' }],
] as const;

test.each(sentences)('a doubt of the first form is typed: %s', (because, doubt) => {
  const row = { provisions: [{ action: 'unclear', because, quote: 'q' }], effects: [{ kind: 'unclear', because }] };
  const { provisions, effects } = upcast(row, 1);
  expect(provisions).toEqual([{ action: 'unclear', doubt, quote: 'q' }]);
  expect(effects).toEqual([{ kind: 'unclear', doubt }]);
});

const terms = [
  ['effectiveOn: none → 2026-03-01', { name: 'effectiveOn', after: '2026-03-01' }],
  ['until: 2026-12-31 → none', { name: 'until', before: '2026-12-31' }],
  ['extraterritorial: false → true', { name: 'extraterritorial', before: false, after: true }],
  ['codes: 1C117.c 1C117.d → 1C117.d 1C118', { name: 'codes', added: ['1C118'], removed: ['1C117.c'] }],
  ['codes: none → 1C117.d', { name: 'codes', added: ['1C117.d'], removed: [] }],
  ['reach: elsewhere → japan', { name: 'reach', before: 'elsewhere', after: 'japan' }],
  ['instrument: watch-list → control-list', { name: 'instrument', before: 'watch-list', after: 'control-list' }],
] as const;

test.each(terms)('a term of the first form is typed: %s', (term, typed) => {
  const row = { provisions: [], effects: [{ kind: 'amended', terms: [term] }] };
  expect(upcast(row, 1).effects).toEqual([{ kind: 'amended', terms: [typed] }]);
});

test('a row of today is left as it is, and one of a later form is refused', () => {
  const row = { provisions: [], effects: [] } as unknown as Change;
  expect(upcast(row, FORM)).toBe(row);
  expect(() => upcast(row, FORM + 1)).toThrow('deploy the newer one');
});
