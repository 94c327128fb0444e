import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { languages } from '../../functions/sources/source.ts';
import { sitePagesOf } from '../../functions/site/addresses.ts';
import { CONTENT_SECURITY_POLICY } from '../../functions/site/layout.ts';
import { siteFiles } from '../../functions/site/site.ts';
import { rowsOf } from '../../functions/site/view.ts';
import type { Instant } from '../../functions/time.ts';
import { anyChange } from '../alerts/any-change.ts';
import { announced, ADDRESS, viewOf } from './any-view.ts';

const view = announced();
const files = [...siteFiles(view)];
const file = (path: string): string => files.find((one) => one.path === path)?.body ?? '';
const pages = files.filter(({ path }) => path.endsWith('.html'));

describe('the pages', () => {
  test('are valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      // Line breaks and closing slashes are the formatter's; a page of tables has long lines.
      rules: {
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attr-quotes': 'error',
        'no-inline-style': 'error',
      },
    });
    const faults = await Promise.all(
      pages.map(async ({ path, body }) => {
        const report = await validator.validateString(body, path);
        return report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
        );
      }),
    );
    expect(faults.flat()).toEqual([]);
  });

  test('exist in every language, and every link between them leads somewhere', () => {
    const paths = new Set([...files.map(({ path }) => path), 'ask.js']);
    const names = pages.filter(({ path }) => path.startsWith('en/')).map(({ path }) => path.slice(3));
    for (const language of languages) for (const name of names) expect(paths).toContain(`${language}/${name}`);
    const lost = pages.flatMap(({ path, body }) =>
      [...body.matchAll(/(?:href|src)="([^"#]+)"/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^https?:/.test(link))
        .map((link) => new URL(link, `https://site.example/${path}`).pathname.slice(1))
        .filter((target) => !paths.has(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(lost).toEqual([]);
  });

  test('hold what an alert of any Change links to', () => {
    const paths = new Set(files.map(({ path }) => path));
    const linked = view.changes.flatMap((change) => Object.values(sitePagesOf(change, ADDRESS)));
    expect(new Set(linked).size).toBeGreaterThan(10);
    for (const link of linked) expect(paths).toContain(link.slice(ADDRESS.length + 1));
  });

  test('need neither inline script nor inline style, and are lighter than 100 kB', () => {
    expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
    for (const { path, body } of pages) {
      expect([path, /<script(?![^>]*\ssrc=)/.exec(body), /\sstyle=|\son[a-z]+=/.exec(body)]).toEqual([
        path,
        null,
        null,
      ]);
      expect(Buffer.byteLength(body)).toBeLessThan(100_000);
    }
  });

  test('say what is in force, suspended and due on the day that they are made', () => {
    const text = file('en/index.html')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain(
      'MOFCOM Announcement No. 1 of 2026 ban on dual-use exports to Japan in force since 6 Jan 2026',
    );
    expect(rowsOf(view).map(({ measure, standing }) => `${measure.id} ${standing.kind}`)).toContain(
      'mofcom/2026/11 in-force',
    );
  });
});

test('what others wrote stays text on every page and in every file', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { minLength: 1, maxLength: 3 }), (changes) => {
      const numbered = changes.map((change, i) => ({ ...change, number: i + 1 }));
      const made = [...siteFiles(viewOf(numbered, '2026-11-25T00:00:00.000Z' as Instant))];
      for (const { path, body } of made.filter(({ path }) => path.endsWith('.html'))) {
        expect([path, /[\u202A-\u202E\u2066-\u2069\u0000-\u0008]/.test(body)]).toEqual([path, false]);
        const tags = new Set<string>();
        const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
          for (const node of nodes) {
            if (!('attribs' in node)) continue;
            tags.add(node.name);
            const links = [node.attribs['href'], node.attribs['src']].filter((link) => link !== undefined);
            for (const link of links) expect(link).toMatch(/^(?:https?:\/\/|\.{0,2}\/?[\w./-]*$|#content$)/);
            walk(node.children);
          }
        };
        walk(parseDocument(body).children);
        expect(['iframe', 'object', 'img', 'form2'].filter((tag) => tags.has(tag))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('the open data', () => {
  test('the register is what its schema says', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(file('register.schema.json')) as object);
    expect(validate(JSON.parse(file('register.json'))) || validate.errors).toBe(true);
  });

  test('the changes are read by another library, as Atom and as RSS', async () => {
    for (const path of ['changes.atom', 'changes.rss']) {
      const feed = await new Parser().parseString(file(path));
      const told = view.changes.filter(({ quiet, effects }) => !quiet && effects.length > 0);
      expect(feed.items).toHaveLength(told.length);
      expect(feed.items.every(({ title, link }) => title !== undefined && link?.startsWith('https://'))).toBe(true);
      expect(feed.items.some(({ link }) => link === `${ADDRESS}/en/measures/mofcom-2026-1.html`)).toBe(true);
    }
  });

  test('the calendar is read by another library; an end reminds 30, 7 and 1 days before, and ids never change', () => {
    const calendar = new ICAL.Component(ICAL.parse(file('calendar.ics')) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const end = events.find(({ uid }) => uid === 'mofcom-2025-61-suspension-ends-2026-11-10@dual-use-watch');
    expect(end?.startDate.toString()).toBe('2026-11-10');
    expect(end?.component.getAllSubcomponents('valarm')).toHaveLength(3);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  test('the tables open in a spreadsheet with Japanese intact and no formula in a cell', () => {
    const csv = file('parties.csv');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.find(({ zh }) => zh === '三菱造船株式会社')).toMatchObject({
      list: 'control-list',
      measure: 'mofcom/2026/11',
    });
    expect(Object.values(data[0] ?? {}).filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });
});

test('the same journal makes the same files', () => {
  expect([...siteFiles(announced())]).toEqual(files);
});
