import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Announced } from '../../functions/local/wire-pages.ts';
import { headline, index, japanesePress, readAnnounced, statements } from './telling.ts';
import { copyOf } from './texts.ts';
import { registerOn, type Step, tellAll, type Told } from './told.ts';

// Stories of months and years, written by somebody who had not seen the code.

vi.setConfig({ testTimeout: 120_000 });

const page = (name: string): Announced =>
  readAnnounced(readFileSync(new URL(`pages/${name}.txt`, import.meta.url), 'utf8'));
/** A minute of Beijing. */
const beijing = (day: string, time = '10:00'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
/** The calendar's hour. */
const nights = (...days: readonly string[]): readonly Step[] => days.map((day) => ({ at: beijing(day, '00:10') }));
const alerts = ({ mails }: Told): number =>
  mails.filter(({ to, json }) => to === 'en@maker.example' && json.includes('"change"')).length;
const report = (title: string, day: string, time: string) => headline(title, beijing(day, time));

test('two temporary controls: one with a stated end that is extended, one that the law ends after two years', async () => {
  const engines = page('2025-005-engines');
  const longer = page('2027-002-engines-extended');
  const story = await tellAll([
    { at: beijing('2025-01-20'), ministry: [engines] },
    { at: beijing('2025-03-03'), ministry: [page('2025-014-lenses')] },
    ...nights('2026-10-21', '2026-12-02', '2026-12-20'),
    { at: beijing('2027-01-05'), ministry: [longer] },
    { at: beijing('2027-01-06', '08:00'), copies: [copyOf(longer, '2027-01-06')] },
    ...nights('2027-01-12', '2027-01-18', '2027-01-20', '2027-01-31', '2027-02-23', '2027-03-01', '2027-03-03'),
  ]);
  const register = await registerOn([['2026-01-01'], ['2027-01-20'], ['2027-03-03']]);
  await expect(`${story.story}${register}`).toMatchFileSnapshot('long/two-years-and-the-limit.txt');
  expect(alerts(story)).toBe(10);
});

test('a page falls silent, comes back, vanishes, and comes back shorter; a listed page cannot be read', async () => {
  const [three, without, two] = [page('2026-046-three'), page('2026-046-without-text'), page('2026-046-two')];
  const inertial = page('2026-049-inertial');
  const story = await tellAll([
    { at: beijing('2026-06-01'), ministry: [three] },
    { at: beijing('2026-06-02', '09:00'), edits: [[index, three, without]] },
    { at: beijing('2026-06-02', '12:00') },
    { at: beijing('2026-06-02', '15:00'), edits: [[index, three, three]] },
    { at: beijing('2026-06-05', '09:00'), unlisted: [three], edits: [[index, three, { status: 404 }]] },
    { at: beijing('2026-06-05', '15:00'), polls: 8 },
    { at: beijing('2026-06-06', '15:00'), polls: 8 },
    { at: beijing('2026-06-08', '09:00'), ministry: [three], edits: [[index, three, two]] },
    {
      at: beijing('2026-06-10', '10:00'),
      ministry: [inertial],
      edits: [[index, inertial, { status: 503 }]],
      polls: 12,
    },
    { at: beijing('2026-06-10', '11:00'), polls: 4 },
    { at: beijing('2026-06-10', '11:20'), edits: [[index, inertial, inertial]] },
  ]);
  const register = await registerOn([
    ['2026-06-02', '2026-06-02T04:01'],
    ['2026-06-03', '2026-06-03T04'],
    ['2026-06-06', '2026-06-07'],
    ['2026-06-10'],
  ]);
  await expect(`${story.story}${register}`).toMatchFileSnapshot('long/silent-and-shorter.txt');
  expect(alerts(story)).toBe(5);
});

test('seventy-two hours later: an answered report is let be, an unanswered one is told, a routine one is a line', async () => {
  const story = await tellAll(
    [
      {
        at: beijing('2026-07-06', '09:00'),
        news: [report('China halts gallium export licences for Japanese buyers, sources say', '2026-07-06', '08:55')],
      },
      {
        at: beijing('2026-07-06', '09:30'),
        japanese: [report('中国、日本の大学2校を注視リストに追加へ', '2026-07-06', '09:20')],
      },
      {
        at: beijing('2026-07-06', '10:00'),
        news: [
          report(
            'China’s commerce ministry reviews its dual-use catalogue, official tells forum',
            '2026-07-06',
            '09:50',
          ),
        ],
      },
      { at: beijing('2026-07-07', '16:00'), said: [page('2026-statement-gallium')] },
      {
        at: beijing('2026-07-07', '17:00'),
        news: [report('China says civilian gallium trade with Japan unaffected', '2026-07-07', '16:50')],
      },
      { at: beijing('2026-07-09', '09:00') },
      { at: beijing('2026-07-09', '09:31') },
      { at: beijing('2026-07-09', '10:01') },
      { at: beijing('2026-07-10'), ministry: [page('2026-058-universities')] },
      { at: beijing('2026-07-12', '20:00'), alone: 'digest' },
    ],
    [statements, japanesePress],
  );
  const register = await registerOn([['2026-07-08', '2026-07-08T16'], ['2026-07-10']]);
  await expect(`${story.story}${register}`).toMatchFileSnapshot('long/seventy-two-hours.txt');
  expect(alerts(story)).toBe(6);
});

test('a part and the whole are suspended at once: one interval per part, each ends once', async () => {
  const whole = page('2026-035-whole-suspended');
  const story = await tellAll([
    { at: beijing('2026-01-15'), ministry: [page('2026-007-aramid-and-quartz')] },
    { at: beijing('2026-03-02'), ministry: [page('2026-020-quartz-suspended')] },
    { at: beijing('2026-05-11'), ministry: [whole] },
    { at: beijing('2026-05-11', '14:00'), copies: [copyOf(whole, '2026-05-12')] },
    ...nights('2026-05-31', '2026-06-02', '2026-06-23', '2026-06-29', '2026-07-01'),
    { at: beijing('2026-07-20'), ministry: [page('2026-048-quartz-extended')] },
    ...nights('2026-08-01'),
    { at: beijing('2026-08-10'), ministry: [page('2026-050-quartz-resumed')] },
    ...nights('2026-08-12', '2026-08-18', '2026-08-20', '2026-08-24', '2026-08-30', '2026-09-01', '2026-10-02'),
    ...nights('2026-12-01', '2026-12-30', '2027-01-01'),
  ]);
  const register = await registerOn([
    ['2026-05-20', '2026-05-20T16'],
    ['2026-07-10', '2026-07-10T16'],
    ['2026-08-12'],
    ['2026-08-12', '2026-07-21T16'],
    ['2026-09-01'],
  ]);
  await expect(`${story.story}${register}`).toMatchFileSnapshot('long/part-and-whole.txt');
  const lapse = story.mails.find(({ at, subject }) => at.startsWith('2026-06-30') && subject.includes('back in force'));
  expect(lapse?.text).toContain('STILL SUSPENDED (last day): 第一条第(二)项 (31 Aug 2026)');
  expect(alerts(story)).toBe(11);
});

test('a week in which the ministry cannot be read, and an extension that had been there all the time', async () => {
  const story = await tellAll([
    { at: beijing('2026-09-01'), ministry: [page('2026-065-aramid')] },
    { at: beijing('2026-09-07'), ministry: [page('2026-067-aramid-suspended')] },
    ...nights('2026-10-20', '2026-11-12'),
    { at: beijing('2026-11-16', '09:00') },
    { at: beijing('2026-11-16', '09:00'), alone: 'digest' },
    { at: beijing('2026-11-17', '23:50') },
    { at: beijing('2026-11-18', '00:10'), down: true },
    {
      at: beijing('2026-11-19', '09:00'),
      down: true,
      news: [report('China adds two Japanese firms to export control list', '2026-11-19', '08:50')],
    },
    { at: beijing('2026-11-20', '00:10'), down: true },
    { at: beijing('2026-11-21', '00:05'), ministry: [page('2026-084-aramid-extended')] },
    { at: beijing('2026-11-21', '00:06'), ministry: [page('2026-085-two')] },
    { at: beijing('2026-11-22', '09:01') },
    { at: beijing('2026-11-23', '09:00') },
    { at: beijing('2026-11-23', '09:00'), alone: 'digest' },
    { at: beijing('2026-11-23', '09:10'), alone: 'digest' },
    ...nights('2026-12-15'),
  ]);
  const register = await registerOn([['2026-11-20', '2026-11-20T12'], ['2026-11-20'], ['2026-11-22'], ['2026-12-15']]);
  await expect(`${story.story}${register}`).toMatchFileSnapshot('long/unread-week.txt');
  expect(alerts(story)).toBe(10);
});

test('a clock four years ahead, for one run, loses nothing', async () => {
  const story = await tellAll([
    { at: beijing('2026-08-03'), ministry: [page('2026-060-aramid')] },
    { at: beijing('2026-08-20'), ministry: [page('2026-064-aramid-suspended')] },
    { at: beijing('2026-09-10'), ministry: [page('2026-069-quartz')] },
    { at: beijing('2026-09-28', '09:00') },
    { at: beijing('2026-09-28', '09:00'), alone: 'digest' },
    ...nights('2026-10-02'),
    { at: beijing('2026-10-05', '00:09') },
    { at: beijing('2030-10-05', '00:10'), alone: 'daily' },
    { at: beijing('2030-10-05', '00:10'), alone: 'digest' },
    ...nights('2026-10-05'),
    { at: beijing('2026-10-05', '09:00'), alone: 'digest' },
    {
      at: beijing('2026-10-05', '10:00'),
      news: [report('China adds Japanese drone maker to export control list', '2026-10-05', '09:50')],
    },
    { at: beijing('2026-10-06'), ministry: [page('2026-071-one')] },
    { at: beijing('2026-10-08', '10:01') },
    ...nights('2026-11-01', '2026-12-01', '2026-12-24', '2026-12-30', '2027-01-01'),
  ]);
  const register = await registerOn([['2026-10-05', '2026-10-05T00'], ['2026-11-01'], ['2027-01-01']]);
  await expect(`${story.story}${register}`).toMatchFileSnapshot('long/clock-ahead.txt');
  expect(alerts(story)).toBe(11);
});
