import { statSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import packed from '../../../functions/findings/press/model.json' with { type: 'json' };
import { heads } from '../../../functions/findings/press/labels.ts';
import { scoresOf, taggersOf, unpack } from '../../../functions/findings/press/model.ts';
import { BUCKETS } from '../../../functions/findings/press/sink.ts';
import { calibrated } from '../../../functions/local/training/calibrate.ts';
import { featuresOfAll } from '../../../functions/local/training/examples.ts';
import { headlines, parseHeadline } from '../../../functions/local/training/headlines.ts';
import { pack } from '../../../functions/local/training/pack.ts';
import { learn } from '../../../functions/local/training/softmax.ts';
import { digestOf, packed as taught } from '../../../functions/local/training/teach.ts';
import { parseWords, spellingsOf, wordLists } from '../../../functions/local/training/word-lists.ts';

test('the model is of the headlines and words that stand here: npm run train', () => {
  expect(packed.learnedFrom).toBe(digestOf(headlines(), wordLists()));
});

test('the model is small', () => {
  expect(statSync('functions/findings/press/model.json').size).toBeLessThanOrEqual(400_000);
});

// The whole of it takes a minute: npm run train -- --check, which the gate calls.
test('the same headlines and words give the same bytes', () => {
  const some = headlines().filter((_, i) => i % 400 === 0);
  const words = wordLists();
  const once = () =>
    taught(
      some.map((_, i) => i),
      some,
      featuresOfAll(some, taggersOf(words)),
    );
  expect(JSON.stringify(once())).toBe(JSON.stringify(once()));
});

test('a packed model scores as the learned one does, to within what a byte can say', () => {
  const feature = fc.record({ bucket: fc.nat(BUCKETS - 1), label: fc.nat(2) });
  fc.assert(
    fc.property(
      fc.uniqueArray(feature, { minLength: 3, maxLength: 40, selector: ({ bucket }) => bucket }),
      (features) => {
        const examples = features.map(({ bucket, label }) => ({
          buckets: Int32Array.of(bucket),
          values: Float32Array.of(1),
          allowed: [label],
        }));
        const genre = learn(examples, heads.genre.length);
        const none = (classes: number) => learn([], classes);
        const model = unpack({
          ...pack({ genre, instrument: none(heads.instrument.length), reach: none(heads.reach.length) }, examples),
          learnedFrom: '',
          words: wordLists(),
          calibration: { slope: 1, offset: 0 },
        });
        for (const { bucket } of features) {
          const scores = scoresOf(model, { buckets: Int32Array.of(bucket), values: Float32Array.of(1), size: 1 });
          for (let c = 0; c < heads.genre.length; c++) {
            const exact = (genre.bias[c] ?? 0) + (genre.weights[bucket * heads.genre.length + c] ?? 0);
            expect(Math.abs((scores[c] ?? 0) - exact)).toBeLessThan(0.03);
          }
        }
      },
    ),
    { numRuns: 5 },
  );
});

test('scores that were right seven times in ten become seven in ten', () => {
  const scored = Array.from({ length: 100 }, (_, i) => ({
    score: i < 50 ? -3 : 3,
    relevant: i % 10 < (i < 50 ? 3 : 7),
  }));
  const { slope, offset } = calibrated(scored);
  expect(1 / (1 + Math.exp(-(slope * 3 + offset)))).toBeCloseTo(0.7, 3);
});

test('verbs stand for their forms, and what is given goes before the rules', () => {
  const words = parseWords('# words\n[impose*]\nban\ncarry\ncut off = cuts off, cutting off\n[cn]\nchina\n', 'words');
  expect(words).toEqual({
    impose: ['ban', 'carry', 'cut off'],
    'impose.s': ['bans', 'carries', 'cuts off'],
    'impose.ed': ['banned', 'carried'],
    'impose.ing': ['banning', 'carrying', 'cutting off'],
    cn: ['china'],
  });
  expect(() => parseWords('china\n', 'en.txt')).toThrow('en.txt, line 1: "china" stands under no [role]');
});

test('patterns of the lexicon are spelled out', () => {
  expect(spellingsOf('rare[- ]earths?')).toEqual(['rare-earths', 'rare-earth', 'rare earths', 'rare earth']);
  expect(spellingsOf('(?:ev|車載)電池')).toEqual(['ev電池', '車載電池']);
});

test('a headline that is not in form is refused by file and line', () => {
  expect(() => parseHeadline('1\timpose\tban\tChina bans', 'a.tsv', 7, 0)).toThrow(
    'a.tsv, line 7: expected seven cells',
  );
});
