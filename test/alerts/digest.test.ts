import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { composeDigest } from '../../functions/alerts/digest.ts';
import { replay } from '../../functions/register/replay.ts';
import { languages } from '../../functions/sources/source.ts';
import { addMinutes } from '../../functions/time.ts';
import { history, internalIds } from './history.ts';
import { instant, sourcesAt } from './journal.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../functions/alerts/alert.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ strict: false }).compile(schema);
const { journal } = history();
const week = (to: string) => {
  const at = instant(to);
  const from = addMinutes(at, -7 * 1_440);
  const seen = journal.changes.filter(({ observedAt }) => observedAt <= at);
  const changesSince = seen.filter(({ observedAt }) => observedAt > from);
  return { register: replay(seen), changesSince, sources: sourcesAt(at), from, to: at, at };
};

for (const language of languages) {
  test(`a week with two lists, one without news and one before an end are looked back on in ${language}`, async () => {
    const digests = ['2026-03-01T23:00:00.000Z', '2026-04-05T23:00:00.000Z', '2026-10-25T23:00:00.000Z'].map((to) => {
      const { subject, email, sms, json, attributes } = composeDigest(week(to), language);
      expect(attributes).toEqual({
        urgency: 'routine',
        language,
        reach: '',
        instrument: [],
        effect: ['digest'],
        goods: [],
      });
      expect(subject.length).toBeLessThan(100);
      expect(sms.length).toBeLessThanOrEqual(language === 'en' ? 160 : 70);
      expect(email).not.toMatch(internalIds);
      expect(validate(JSON.parse(json)) || validate.errors).toBe(true);
      return `${subject}\n\n${email}`;
    });
    await expect(digests.join('\n════\n')).toMatchFileSnapshot(`stories/digest.${language}.txt`);
  });
}

test('what was recorded quietly is counted, not told', () => {
  const period = week('2026-03-01T23:00:00.000Z');
  const changesSince = period.changesSince.map((change) => ({ ...change, quiet: 'held' as const }));
  const { subject, email } = composeDigest({ ...period, changesSince }, 'en');
  expect(subject).toContain('nothing new');
  expect(email).toContain('2 more records without an alert');
});

test('a watch that has never read an official source says so', () => {
  const { email } = composeDigest({ ...week('2026-03-01T23:00:00.000Z'), sources: [] }, 'en');
  expect(email).toMatch(/^NOT WATCHED: no official source has been read yet/);
});
