import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { MeasureId } from '../../functions/findings/finding.ts';
import { answerQuestions } from '../../functions/runs/answer-questions.ts';
import type { Change } from '../../functions/register/change.ts';
import { emptyRegister, type Register, replay } from '../../functions/register/replay.ts';
import { partyNames } from '../../functions/lexicon/names.ts';
import type { Answer } from '../../functions/screening/answer.ts';
import { screen } from '../../functions/screening/screen.ts';
import type { SourceState } from '../../functions/sources/health.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { inEveryHistory } from '../register/lived.ts';
import { drafts, NOW, TODAY } from './asking.ts';

vi.setConfig({ testTimeout: 600_000 }); // LAW_RUNS=20000 takes minutes

const compiled: readonly Change[] = drafts.map((draft, i) => ({ number: i + 1, ...draft }));
const runs = process.env['LAW_RUNS'];
const trials = runs === undefined ? { numRuns: 150, seed: 20_261_125 } : { numRuns: Number(runs) };

/** A name, misspelt, cut short or with words beside it; a code of any length; goods in words. */
const listed = fc.constantFrom(...partyNames.flatMap(({ zh, en, ja }) => [zh, en, ...(ja ? [ja] : [])]));
const digits = fc.constantFrom('8505111000', '8101940001', '2504101000', '3801100030', '8112', '2846901100', '7202');
const question = fc.oneof(
  listed,
  fc.tuple(listed, fc.nat(40), fc.constantFrom('', 'x', '本', 'ー')).map(([name, i, by]) => {
    const at = i % name.length;
    return name.slice(0, at) + by + name.slice(at + 1);
  }),
  fc.tuple(listed, fc.integer({ min: 2, max: 12 })).map(([name, length]) => name.slice(0, length)),
  fc
    .tuple(fc.constantFrom('東京', '株式会社', 'New ', ''), listed, fc.constantFrom('支店', ' Group', '販売'))
    .map((parts) => parts.join('')),
  fc.tuple(digits, fc.integer({ min: 4, max: 10 })).map(([code, length]) => code.slice(0, length)),
  fc.constantFrom('1C004', '1C117', '1C117.d', '3A001', '9A012', '1C902.a'),
  fc.constantFrom(
    'tungsten alloy',
    '黒鉛電極',
    '稀土',
    'Dy2O3',
    'NdFeB',
    'permanent magnet',
    '石墨',
    'gallium',
    'diamond',
  ),
);
const days = fc
  .constantFrom('2024-06-01', '2025-05-01', '2026-01-06', '2026-03-01', '2026-11-25')
  .map((day) => day as BeijingDate);

const ranks = ['no-match', 'possible', 'covered', 'listed'];
const metIn = ({ matches, later = [] }: Answer): readonly string[] =>
  [...matches, ...later].map(({ measure, certain }) => `${measure}${certain ? '' : '?'}`);

test('adding a measure never removes an answer', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...compiled.keys()], { minLength: 2, maxLength: 8 }),
      question,
      days,
      (some, text, on) => {
        const asked = (register: Register): Answer => screen(register, { text, on, knownBy: NOW });
        let register = emptyRegister;
        let before: Answer | undefined;
        for (const [i, which] of some.entries()) {
          register = replay(
            compiled.slice(which, which + 1).map((change) => ({ ...change, number: i + 1 })),
            register,
          );
          const answer = asked(register);
          if (before) {
            expect(metIn(answer)).toEqual(expect.arrayContaining([...metIn(before)]));
            expect(ranks.indexOf(answer.verdict)).toBeGreaterThanOrEqual(ranks.indexOf(before.verdict));
          }
          before = answer;
        }
      },
    ),
    trials,
  );
});

/** Journals of histories that were lived through, one in so many. */
const livedJournals: (readonly Change[])[] = [];
beforeAll(() => {
  inEveryHistory((steps) => livedJournals.push(steps.flatMap(({ change }) => change ?? [])));
});
const oneIn = (some: number): readonly (readonly Change[])[] =>
  livedJournals.filter((changes, i) => i % some === 0 && changes.length > 0);

test('a measure that is entered adds to the answers of any history', () => {
  const own = compiled
    .flatMap(({ effects }) => effects)
    .find((effect) => 'restriction' in effect && effect.restriction.id === 'mofcom/2026/12');
  if (own?.kind !== 'imposed') throw new Error('no mofcom/2026/12');
  const effect = { ...own, restriction: { ...own.restriction, id: 'mofcom/2029/1' as MeasureId } };
  for (const changes of oneIn(6)) {
    const register = replay(changes);
    const entered = {
      number: register.upTo + 1,
      observedAt: NOW,
      cause: { day: TODAY },
      provisions: [],
      effects: [effect],
    };
    const wider = replay([entered], register);
    for (const text of ['公司3', '公司1', 'TDK', '株式会社公司3', '三菱材料']) {
      const asked = (of: Register): readonly string[] =>
        metIn(screen(of, { text, on: '2027-06-30' as BeijingDate, knownBy: NOW }));
      expect(asked(wider)).toEqual(expect.arrayContaining([...asked(register)]));
    }
  }
});

test('answers by what was known at a moment are the same whenever they are asked', async () => {
  const questions = ['公司3', 'TDK', '8505111000', '石墨'].map((question) => ({ question, on: '2026-03-01' }));
  for (const [i, changes] of oneIn(6).entries()) {
    const moment = changes[(i * 7) % changes.length]?.observedAt ?? NOW;
    const then = changes.findLastIndex(({ observedAt }) => observedAt <= moment) + 1;
    // As the journal was then; as it was later, at other hours, and with sources down.
    const lengths = [then, Math.ceil((then + changes.length) / 2), changes.length];
    const [first, ...later] = await Promise.all(
      lengths.map((length, k) =>
        answerQuestions(
          { questions, knownBy: moment },
          {
            now: () => addMinutes(moment, k * 100_000),
            journal: { changes: () => Promise.resolve(changes.slice(0, length)) },
            health: { all: () => Promise.resolve(k === 0 ? [] : [down]) },
          },
        ),
      ),
    );
    for (const one of later) expect(one).toEqual(first);
  }
});

const down: SourceState = {
  id: 'mofcom-announcements',
  publisher: '商务部',
  authority: 'official',
  state: 'down',
  failures: 9,
  failingSince: '2026-01-05T00:00:00.000Z' as Instant,
  tally: { since: '2026-01-01T00:00:00.000Z' as Instant, polls: 9, failed: 9 },
};
