import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browserScript } from '../../infra/browser-script.ts';
import { serveFiles } from '../../functions/local/serve-files.ts';
import { replay } from '../../functions/register/replay.ts';
import { starterDrafts } from '../../functions/register/starter/starter.ts';
import { siteFiles } from '../../functions/site/site.ts';
import { history } from '../alerts/history.ts';
import { announced, viewOf } from './any-view.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { changes } = history().journal;
const compiled = starterDrafts(replay(changes), announced().at).map((draft, i) => ({
  ...draft,
  number: changes.length + i + 1,
}));
const files = [
  ...siteFiles(viewOf([...changes, ...compiled])),
  { path: 'ask.js', type: 'text/javascript; charset=utf-8', body: browserScript() },
];
const server = serveFiles(files);
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await puppeteer.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    headless: 'shell',
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a page; what it asks for, and what goes wrong in it, is noted. */
async function open(path: string, width = 1_000): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const page = await browser.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith('data:')) asked.push(address.replace(`${origin}/`, ''));
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.setViewport({ width, height: 800 });
  await page.goto(`${origin}/${path}`);
  return { page, asked, faults };
}

/** What an expression gives in the page; the test itself knows no DOM. */
const inPage = async <T>(page: Page, expression: string): Promise<T> => (await page.evaluate(expression)) as T;

const textOf = (page: Page, selector: string): Promise<string> =>
  inPage(page, `document.querySelector(${JSON.stringify(selector)}).textContent.replace(/\\s+/g, ' ').trim()`);

test('the language switch stays on the page', async () => {
  const { page } = await open('en/measures/mofcom-2026-11.html');
  await Promise.all([page.waitForNavigation(), page.click('.languages a[lang="ja"]')]);
  expect(page.url()).toBe(`${origin}/ja/measures/mofcom-2026-11.html`);
  expect(await textOf(page, 'h1')).toContain('商務部公告2026年第11号');
  await page.close();
});

test('without script every page can be read, and the timeline is there', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${origin}/zh/index.html`);
  const html = await page.content();
  expect(html).toContain('商务部公告2026年第1号');
  expect(html.match(/class="bar bar-/g)?.length).toBeGreaterThan(5);
  await page.goto(`${origin}/en/ask.html`);
  expect(await page.content()).toContain('Asking needs JavaScript');
  await page.close();
});

test('a company is found in three scripts, goods by name and code, and nothing that is entered is sent', async () => {
  const { page, asked, faults } = await open('en/ask.html');
  await page.waitForSelector('#ask:not([hidden])');
  await page.waitForNetworkIdle();
  const before = asked.length;
  await page.type(
    '#questions',
    '三菱造船\n三菱造船株式会社\nMitsubishi Shipbuilding\ndysprosium\n1C117.d\nNobody & Sons',
  );
  await page.keyboard.press('Tab');
  await page.click('button[type=submit]');
  await page.waitForSelector('#answers table');
  const verdicts = await inPage<string[]>(
    page,
    `[...document.querySelectorAll('#answers tbody tr')].map((row) => row.children[1].textContent)`,
  );
  expect(verdicts.slice(0, 3)).toEqual(['LISTED', 'LISTED', 'LISTED']);
  expect(verdicts[5]).toBe('no match in what we have read');
  expect(await textOf(page, '#answers')).toContain('Export Control Law art. 12');
  expect(asked.slice(before)).toEqual([]);
  expect(faults).toEqual([]);
  await page.close();
});

test('a CSV of 1,000 rows in Shift_JIS is screened in the page, ids kept, with no request sent', async () => {
  // 三菱造船 as a Japanese spreadsheet saves it.
  const name = Buffer.from('8e4f954891a29144', 'hex');
  const rows = Array.from({ length: 1_000 }, (_, i) =>
    Buffer.concat([Buffer.from(`p-${i},`), i % 2 ? Buffer.from('Mitsubishi Shipbuilding') : name, Buffer.from('\r\n')]),
  );
  const file = join(mkdtempSync(join(tmpdir(), 'partners-')), 'partners.csv');
  writeFileSync(file, Buffer.concat([Buffer.from('id,name\r\n'), ...rows]));
  const { page, asked, faults } = await open('ja/ask.html');
  await page.waitForSelector('#ask:not([hidden])');
  await page.waitForNetworkIdle();
  const before = asked.length;
  const input = await page.$('input[type=file]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await page.waitForSelector('#answers table', { timeout: 30_000 });
  expect(await textOf(page, '#status')).toMatch(/^1000 件/);
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  const devtools = await page.createCDPSession();
  await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  for (const way of ['csv', 'xlsx']) await page.click(`#save-${way}`);
  await vi.waitUntil(() => readdirSync(folder).filter((name) => /\.(?:csv|xlsx)$/.test(name)).length === 2, 10_000);
  const [csv = '', xlsx = ''] = readdirSync(folder).sort();
  const saved = readFileSync(join(folder, csv), 'utf8');
  expect(saved.slice(0, 4)).toBe('\uFEFFid,');
  expect(saved.split('\r\n')[2]).toMatch(/^p-1,Mitsubishi Shipbuilding,[\d-]+,listed,mofcom\/2026\/11,/);
  expect(saved.split('\r\n')[1]).toMatch(/^p-0,三菱造船,[\d-]+,listed,/);
  const sheets = Object.entries(unzipSync(readFileSync(join(folder, xlsx))));
  const text = sheets.map(([, content]) => strFromU8(content)).join('\n');
  expect(text.match(/<row /g)).toHaveLength(1_001);
  expect(text).toContain('三菱造船');

  expect(asked.slice(before).filter((address) => !address.startsWith('blob:'))).toEqual([]);
  expect(faults).toEqual([]);
  await page.close();
});

test('the keyboard reaches everything, from the skip link on', async () => {
  const { page } = await open('en/ask.html');
  await page.waitForSelector('#ask:not([hidden])');
  const reached: string[] = [];
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    reached.push(
      await inPage<string>(
        page,
        `(({ id, tagName, textContent }) => (id ? '#' + id : tagName + ' ' + textContent.trim().slice(0, 20)))(document.activeElement)`,
      ),
    );
  }
  expect(reached[0]).toBe('A Skip to the content');
  expect(reached).toEqual(expect.arrayContaining(['A Listed entities', 'A 日本語', '#questions', '#day', '#file']));
  await page.close();
});

test.each(['index', 'ask', 'parties', 'goods', 'calendar', 'changes', 'about', 'measures/mofcom-2026-11'])(
  'axe finds no fault in %s, in light and dark, and it fits a telephone',
  async (name) => {
    for (const scheme of ['light', 'dark']) {
      const { page } = await open(`ja/${name}.html`, 360);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      expect(await inPage<number>(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      });
      expect(violations).toEqual([]);
      await page.close();
    }
  },
);
