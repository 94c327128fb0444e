import { expect, test } from 'vitest';
import { bookmarksIn } from '../../functions/edge/bookmarks.ts';
import { Table } from '../../functions/edge/table.ts';
import { type Instead, ordinaryNotices, pathOf } from '../../functions/local/replica.ts';
import { annualIndexPage } from '../../functions/local/wire-pages.ts';
import { type Delivery, TABLE } from '../../functions/local/world.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { headline, index, press } from '../stories/telling.ts';
import { controlList, indexAt, learned, reader, sourceOf, to } from './learned.ts';
import { feed, item } from './row.ts';

// Each test bears a promise of functions/documents/README.md.

const kept = async (id: string) => (await bookmarksIn(new Table(TABLE)).of(id)).bookmark;

test('a flapping source is told at most every six hours, with a count', async () => {
  const watch = await learned();
  const told: string[] = [];
  const start = '2026-02-24T00:00:00.000Z' as Instant;
  for (let i = 0; i < 75; i++) {
    const at = addMinutes(start, i * 10);
    const instead = i % 2 === 0 ? { [indexAt(2026)]: { body: '<html><body>new</body></html>' } } : {};
    const mails = await watch.tell({ at, instead });
    told.push(...mails.filter((one) => one.to === 'operator').map(({ text }) => `${at.slice(11, 16)} ${text}`));
  }
  expect(told.map((one) => one.slice(0, 5))).toEqual([
    '00:00',
    '00:10',
    expect.stringMatching(/^06/),
    expect.stringMatching(/^12/),
  ]);
  expect(told.at(-1)).toMatch(/Turns since you last heard: \d\d/);
}, 60_000);

test('a headline that is worded anew is no gap, and gaps are told at most every six hours, with a count', async () => {
  const watch = await learned([press]);
  const rss = (title: string, link: string): Instead => ({
    body: `<rss version="2.0"><channel>${item(title, { link })}</channel></rss>`,
  });
  const at = (minutes: number): Instant => addMinutes('2026-02-24T00:00:00.000Z' as Instant, minutes);
  const address = 'www.scmp.com/rss/4/feed';
  const told: Delivery[] = [];
  for (let i = 0; i < 5; i++) {
    told.push(
      ...(await watch.tell({
        at: at(i * 30),
        instead: { [address]: rss(`Weather at ${i}`, 'https://www.scmp.com/weather') },
      })),
    );
  }
  expect(to(told, 'operator')).toHaveLength(1); // the first shares nothing with what was learned
  const gaps: Delivery[] = [];
  for (let i = 5; i < 20; i++) {
    gaps.push(
      ...(await watch.tell({ at: at(i * 30), instead: { [address]: rss(`News ${i}`, `https://www.scmp.com/${i}`) } })),
    );
  }
  expect(to(gaps, 'operator')).toEqual([expect.stringContaining('may have missed entries')]);
  expect(gaps[0]?.text).toMatch(/Times since you last heard: 8/);
});

test('a feed that reports more in a day than it ever did is told of five times, and the operator once', async () => {
  const watch = await learned([press, 'cgtn-china']);
  const goods = ['gallium', 'antimony', 'graphite', 'tungsten', 'rare earths', 'drones', 'diamond powder'];
  const [first = '', ...more] = goods.map((one) => `China bans exports of ${one} to Japan`);
  const spam = [first, ...more].map((title) => headline(title, '2026-02-24T00:30:00.000Z'));
  const told = await watch.tell({ at: '2026-02-24T01:00:00.000Z', headlines: spam.slice(1) });
  expect(to(told, reader)).toHaveLength(5);
  expect(to(told, 'operator')).toEqual(['[dual-use-watch] scmp-china reports far more than it ever did']);
  expect(told.find((one) => one.to === 'operator')?.text).toContain(
    'Told nobody: 1 report until 2026-02-24 10:00 Tokyo',
  );
  expect(await watch.tell({ at: '2026-02-24T02:00:00.000Z', headlines: spam })).toEqual([]);
  // What nobody heard of is news from another outlet.
  const other = feed(item(first, { link: 'https://news.cgtn.com/1', date: 'Tue, 24 Feb 2026 02:10:00 GMT' }));
  const later = await watch.tell({
    at: '2026-02-24T03:00:00.000Z',
    headlines: spam,
    instead: { 'www.cgtn.com/subscribe/rss/section/china.xml': { body: other } },
  });
  expect(to(later, reader)).toHaveLength(1);
});

test('every row that is left out is counted, and the operator hears of it once', async () => {
  const watch = await learned([press]);
  const body = feed(
    `${item('Weather', { link: 'https://www.scmp.com/news/2026-02-23' })}<item><link>https://www.scmp.com/1</link></item><item><link>https://www.scmp.com/2</link></item>`,
  );
  const moment = { instead: { 'www.scmp.com/rss/4/feed': { body } } };
  const told = [
    ...(await watch.tell({ at: '2026-02-24T01:00:00.000Z', ...moment })),
    ...(await watch.tell({ at: '2026-02-24T01:30:00.000Z', ...moment })),
  ];
  expect(to(told, 'operator')).toEqual(['[dual-use-watch] scmp-china is read with losses']);
  expect(told[0]?.text).toContain('2 rows without words were left out');
});

test('what is kept of a source fits a row, whatever it sends', async () => {
  const watch = await learned();
  const spam = Array.from(
    { length: 4_900 },
    (_, i) =>
      `<li><a href="https://${'casino'.repeat(9)}.h${i}.example/zcfb/blgg/gg/2026/art/2026/art_${String(i).padStart(32, '0')}.html" title="公告">x</a></li>`,
  );
  const rows = [controlList, ...ordinaryNotices(16, '2026-02-23' as BeijingDate)];
  const body = annualIndexPage(rows.map((one) => [one, pathOf(sourceOf(index), one)])).replace(
    '</ul>',
    `${spam.join('')}</ul>`,
  );
  const told = await watch.tell({
    at: '2026-02-24T03:00:00.000Z',
    announced: [controlList],
    instead: { [indexAt(2026)]: { body } },
  });
  expect(to(told, reader)).toHaveLength(1);
  expect(told.find((one) => one.to === 'operator')?.text).toMatch(/4900 rows that lead to .* and 4895 more, which/);
  expect(JSON.stringify(await kept(index)).length).toBeLessThan(100_000);
});
