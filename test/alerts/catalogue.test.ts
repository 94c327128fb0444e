import { expect, test } from 'vitest';
import type { Item, Measure } from '../../functions/findings/finding.ts';
import { differenceOf } from '../../functions/register/catalogue-csv.ts';
import { languages } from '../../functions/sources/source.ts';
import { nextYear, writeCatalogue, type WrittenCatalogue } from '../documents/annexes/written-catalogue.ts';
import { date, Journal, measure, officialPage } from './journal.ts';

// SNS (docs.aws.amazon.com/sns/latest/api/API_Publish.html).
const MESSAGE_BYTES = 262_144;

const watchPage = 'https://watch.example/measures/mofcom-2026-91';

const itemsOf = ({ exports }: WrittenCatalogue): readonly Item[] =>
  exports.flatMap(({ entries }) =>
    entries.map(({ code, name, hsCodes, description }) => ({
      text: name,
      controlCodes: [code],
      hsCodes,
      wording: String(description.join('').length),
    })),
  );
const of2026 = writeCatalogue(2026, 5, 760);
// Ten years' worth of changes: more than any message shows.
const of2027 = Array.from({ length: 10 }).reduce<WrittenCatalogue>((list, _, i) => nextYear(list, 70 + i), of2026);

const catalogueFor = (year: number, items: readonly Item[]): Measure =>
  measure(`mofcom/${year - 1}/91`, {
    title: `关于发布《两用物项和技术进出口许可证管理目录》的公告（${year}年度）`,
    instrument: 'licence-catalogue',
    reach: 'all-destinations',
    effectiveOn: date(`${year}-01-01`),
    items,
  });

/** The Change that the list of 2027 brings once it is read, and the one before, which brought the announcement. */
function told() {
  const journal = new Journal();
  const read = (year: number, items: readonly Item[], at: string) =>
    journal.read(
      { ...officialPage(`${year}`, `公告${year}`, `${year - 1}-12-31`), fingerprint: `${year}${items.length}` },
      [{ action: 'impose', measure: catalogueFor(year, items), quote: `自${year}年1月1日起执行` }],
      at,
      `mofcom/${year - 1}/91`,
    );
  read(2026, itemsOf(of2026), '2025-12-31T08:00:00.000Z');
  const announced = read(2027, [], '2026-12-31T08:05:00.000Z');
  const completed = read(2027, itemsOf(of2027), '2026-12-31T10:05:00.000Z');
  return { journal, announced, completed };
}

test.each(languages)(
  'a catalogue of 750 entries fits a message in %s, what it cut is counted, and where to look said',
  (language) => {
    const { journal, announced, completed } = told();
    for (const change of [announced, completed]) {
      const { subject, email, sms, json, attributes } = journal.tell(change, language, {
        page: { en: watchPage, ja: watchPage, zh: watchPage },
      });
      const bytes = [JSON.stringify({ default: json, email, sms }), JSON.stringify(attributes), subject].map((part) =>
        Buffer.byteLength(part),
      );
      expect(bytes.reduce((a, b) => a + b)).toBeLessThan(MESSAGE_BYTES);
      expect(subject.length).toBeLessThan(100);
      // What a person reads to its end; a page and a table hold the rest.
      expect(email.split('\n').length).toBeLessThan(330);
      expect(Buffer.byteLength(email)).toBeLessThan(40_000);
      expect(email).toMatch(/… .*\d+.*https:\/\/watch\.example/);
    }
  },
);

test('what Japan’s makers buy most stands first, and the table in the archive holds every change', () => {
  const { journal, completed } = told();
  const { subject, email } = journal.tell(completed, 'en');
  const [effect] = completed.effects;
  const term = effect?.kind === 'amended' ? effect.terms.find((one) => one.name === 'catalogue') : undefined;
  if (!term || !effect) throw new Error('no catalogue was read');
  const counts = [
    term.added.length,
    term.removed.length,
    term.changed.filter((line) => line.hsAdded ?? line.hsRemoved).length,
  ];
  expect(subject).toContain(`${counts[0]} codes added, ${counts[1]} removed, HS of ${counts[2]} changed`);
  const rows = (differenceOf(effect) ?? '').trim().split('\r\n');
  expect(rows).toHaveLength(1 + term.added.length + term.removed.length + term.changed.length);
  const shown = /== Codes removed .*\n([^]*?)\n\n/.exec(email)?.[1]?.split('\n') ?? [];
  const isRare = (line: string): boolean => /[钨钼镓锗钐镝铽铍锆钛钇镧石墨]/.test(line);
  const firstOther = shown.findIndex((line) => !isRare(line));
  expect(firstOther).toBeGreaterThan(3);
});
