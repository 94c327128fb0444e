import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, folded } from '../../functions/lexicon/fold.ts';

test.each([
  ['Kangxi radicals', '出⼝管制对⽇本施⾏', '出口管制对日本施行'],
  ['supplementary radicals', '⻋辆、⻢达、⻓崎、⻰野', '车辆、马达、长崎、龙野'],
  ['compatibility ideographs', '\uf90a属、\ufa1a石', '金属、祥石'],
  ['compatibility ideographs beyond the first plane', '\u{2f800}江', '丽江'],
  ['fillers and joiners', '丁\u3164野戊\u034f川\u115f己\u180b山\u200b田', '丁野戊川己山田'],
  ['variation selectors', '葛\u{e0100}城、辻\ufe00', '葛城、辻'],
  ['thin and no-break spaces', '2027\u2009年\u00a08\u202f月 12 日', '2027年8月12日'],
  ['decomposed and half-width kana', 'カ\u3099ンマ・ｶﾞﾝﾏ', 'ガンマ·ガンマ'],
  ['full width', '商务部公告２０２８年第５９号（３Ｃ９８０）', '商务部公告2028年第59号(3c980)'],
  ['Traditional characters', '商務部關於廢止有關公告', '商务部关于废止有关公告'],
])('%s are folded', (_, original, plain) => {
  expect(folded(original)).toBe(plain);
});

test('list marks and figures above the line keep their form', () => {
  expect(folded('①甲 10² ㈱乙')).toBe('①甲10²㈱乙');
});

test('a lost character stays, so that it can be told', () => {
  expect(folded('对日\ufffd出口')).toBe('对日\ufffd出口');
});

test('every folded position leads back to the words that it came from', () => {
  const unit = fc.constantFrom(
    '⼝',
    '\u3164',
    '\u{e0100}',
    '\u{2f800}',
    'カ\u3099',
    ' ',
    '\n',
    '甲',
    'Ａ',
    '\u{1f600}',
    'é',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), fc.nat(40), fc.nat(40), (units, a, b) => {
      const original = units.join('');
      const result = fold(original);
      const { length } = result.text;
      const [from, to] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)];
      expect(original).toContain(result.quote(from, to));
      expect(folded(result.quote(0, length))).toBe(result.text.trim());
    }),
  );
});

test('plain words, which are spared the folding, are folded as they would be beside others', () => {
  const unit = fc.constantFrom('A', 'z', '0', ' ', '\n', '.', '-', '~', '"');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join('');
      const beside = fold(`${text}\né`);
      const own = fold(text);
      expect(beside.text).toBe(own.text === '' ? 'é' : `${own.text}\né`);
      for (let from = 0; from < own.text.length; from++) {
        expect(own.quote(from, own.text.length)).toBe(beside.quote(from, own.text.length));
      }
    }),
  );
});
