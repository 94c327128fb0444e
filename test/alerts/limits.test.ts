import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { expect, test } from 'vitest';
import type { Alert } from '../../functions/alerts/alert.ts';
import { compose } from '../../functions/alerts/compose.ts';
import { webAddress } from '../../functions/alerts/safe-text.ts';
import { SMS_PREFIX } from '../../functions/alerts/subject.ts';
import { texts } from '../../functions/alerts/text/texts.ts';
import type { Change } from '../../functions/register/change.ts';
import { replay } from '../../functions/register/replay.ts';
import { type Language, languages } from '../../functions/sources/source.ts';
import { addMinutes } from '../../functions/time.ts';
import { anyChange, text } from './any-change.ts';
import { history, internalIds } from './history.ts';
import { Journal, measure, officialPage, sourcesAt } from './journal.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../functions/alerts/alert.schema.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false });
const validate = ajv.compile(schema);

const SNS_BYTES = 262_144;
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Everything that SNS, carriers and mail clients demand of a message. */
function expectToFit({ subject, email, sms, json, attributes, language }: Alert, number: number): void {
  expect(subject.length).toBeLessThan(100);
  expect(`${subject}${sms}${email.replaceAll('\n', '')}`).not.toMatch(unseen);
  expect(`${subject}${sms}${email}`.isWellFormed()).toBe(true);
  expect(json).not.toMatch(unseen);
  for (const words of [subject, sms, email]) expect(words).toContain(`#${number}`);
  // SNS puts the topic's name before it, ten characters at most, and `> `.
  const segments = new SegmentedMessage(`${'N'.repeat(SMS_PREFIX - 2)}> ${sms}`);
  expect([segments.segmentsCount, segments.encodingName]).toEqual([1, language === 'en' ? 'GSM-7' : 'UCS-2']);
  const message = JSON.stringify({ default: json, email, sms });
  const bytes = Buffer.byteLength(message) + Buffer.byteLength(JSON.stringify(attributes)) + Buffer.byteLength(subject);
  expect(bytes).toBeLessThan(SNS_BYTES);
  expect(validate(JSON.parse(json)) || validate.errors).toBe(true);
}

const tell = (change: Change, language: Language, past: readonly Change[] = []): Alert => {
  const at = addMinutes(change.observedAt, 1);
  return compose(change, { register: replay([...past, change]), sources: sourcesAt(at), at }, language);
};

test('whatever a Change holds, its messages fit, say number, date and source, and hide nothing', () => {
  fc.assert(
    fc.property(
      anyChange,
      fc.array(anyChange, { maxLength: 3 }),
      fc.constantFrom(...languages),
      (change, past, language) => {
        const alert = tell(change, language, past);
        expectToFit(alert, change.number);
        expect(alert.email).not.toContain('could not be put into words');
        const dates =
          alert.sms.match(/\d{4}-\d{1,2}-\d{1,2}|\d{4}\/\d{1,2}\/\d{1,2}|\d{1,2} [A-Z][a-z]{2} \d{4}/g) ?? [];
        expect(dates.length).toBeGreaterThan(0);
        if (!('document' in change.cause)) return;
        const address = webAddress(change.cause.document.url);
        if (address) expect(alert.email).toContain(address);
        const links: readonly string[] = alert.email.match(/https?:\/\/\S+/g) ?? [];
        expect(links.filter((link) => link !== address)).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

test('one outlet, title or name cannot write into another line', () => {
  fc.assert(
    fc.property(text, (hostile) => {
      const journal = new Journal();
      const page = { ...officialPage('2026-90', hostile, '2026-08-01'), publisher: hostile };
      const of = measure('mofcom/2026/90', { instrument: 'control-list', parties: [{ zh: hostile, en: hostile }] });
      const change = journal.read(
        page,
        [{ action: 'impose', measure: of, quote: hostile }],
        '2026-08-01T03:00:00.000Z',
        'mofcom/2026/90',
      );
      const calm = journal.tell({ ...change, effects: [] }, 'en');
      const { email } = journal.tell(change, 'en');
      expect(calm.email).toContain(`#${change.number}`);
      expect(email.split('\n').filter((line) => /^(?:Change|Status|Do now|Bcc|Subject):/.test(line))).toHaveLength(3);
    }),
  );
});

for (const language of languages) {
  test(`the stories fit in ${language}`, () => {
    const { journal, stories } = history();
    for (const change of Object.values(stories)) {
      const alert = journal.tell(change, language);
      expectToFit(alert, change.number);
      expect(alert.email).not.toMatch(internalIds);
    }
  });

  test(`400 names are all told in ${language}, and 5,000 are cut with a count and a place to look`, () => {
    const listing = (count: number): Change => {
      const parties = Array.from({ length: count }, (_, i) => ({
        zh: `日本电气航空宇宙系统株式会社第${i + 1}事业所`,
        en: `NEC Aerospace Systems, Ltd., Works No. ${i + 1}`,
        ja: `NEC航空宇宙システム株式会社第${i + 1}事業所`,
      }));
      const of = measure('mofcom/2026/91', { instrument: 'watch-list', parties, statedParties: count });
      const page = officialPage('2026-91', '商务部公告2026年第91号', '2026-08-02');
      return new Journal().read(
        page,
        [{ action: 'impose', measure: of, quote: '列入关注名单' }],
        '2026-08-02T03:00:00.000Z',
        'mofcom/2026/91',
      );
    };
    const many = tell(listing(400), language);
    expectToFit(many, 1);
    expect(many.email).toContain('\n400. ');
    expect((JSON.parse(many.json) as { change: Change }).change.effects[0]).toMatchObject({
      restriction: { listings: { length: 400 } },
    });
    const tooMany = tell(listing(5_000), language);
    expectToFit(tooMany, 1);
    expect(tooMany.email).toContain(
      texts[language].body.more(
        4_600,
        texts[language].body.elsewhere('https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026-91.html'),
      ),
    );
    expect(JSON.parse(tooMany.json)).toHaveProperty('cut.whereToLook');
  });
}
