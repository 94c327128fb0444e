import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { Language } from '../sources/source.ts';

// Whoever counts the number, by the prefix of its identity. Taiwan's readers too write 商务部 for China's ministry.
const issuers: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  mofcom: { en: 'MOFCOM', ja: '商務部', zh: '商务部' },
  uel: {
    en: 'Unreliable Entity List Mechanism',
    ja: '不可靠実体清単工作機制',
    zh: '不可靠实体清单工作机制',
  },
  gacc: { en: 'GACC', ja: '海関総署', zh: '海关总署' },
  'state-council': { en: 'State Council', ja: '国務院', zh: '国务院' },
  most: { en: 'MOST', ja: '科学技術部', zh: '科技部' },
  other: { en: 'Chinese ministry', ja: '中国関係部門', zh: '有关部门' },
};

interface Named {
  readonly issuer: string;
  readonly order: boolean;
  readonly year: string | undefined;
  readonly number: string;
}

const identity = /^(?<issuer>[a-z-]+?)(?<order>-order)?\/(?:(?<year>\d{4})\/)?(?<number>\d{1,4})$/;

function read(number: string): Named | undefined {
  const groups = identity.exec(number)?.groups;
  if (!groups?.['issuer'] || !groups['number'] || !(groups['issuer'] in issuers)) return undefined;
  return {
    issuer: groups['issuer'],
    order: groups['order'] !== undefined,
    year: groups['year'],
    number: groups['number'],
  };
}

/** `MOFCOM Announcement No. 11 of 2026`, `商務部公告2026年第11号`, `商务部公告2026年第11号`. */
export const announcementName = (number: AnnouncementNumber, language: Language): string =>
  announcementNames([number], language);

/** The same where room is short: `MOFCOM No. 11/2026`, `商務部2026年第11号`. */
export const briefName = (number: AnnouncementNumber, language: Language): string =>
  announcementName(number, language)
    .replace(/ Announcement No\. (\d+) of (\d+)$/, ' No. $1/$2')
    .replace('公告', '');

/** Several announcements, those of one series and year in one breath: `MOFCOM Announcements Nos. 55, 56 of 2025`. */
export function announcementNames(numbers: readonly AnnouncementNumber[], language: Language): string {
  const rows = new Map<string, Named[]>();
  for (const number of new Set(numbers)) {
    const named = read(number);
    if (!named) continue;
    const row = `${named.issuer} ${named.order} ${named.year ?? ''}`;
    rows.set(row, [...(rows.get(row) ?? []), named]);
  }
  return [...rows.values()].map((row) => rowName(row, language)).join(language === 'en' ? '; ' : '、');
}

function rowName(row: readonly Named[], language: Language): string {
  const [first] = row;
  if (!first) return '';
  const issuer = issuers[first.issuer]?.[language] ?? '';
  if (language === 'en') {
    const kind = `${first.order ? 'Order' : 'Announcement'}${row.length > 1 ? 's' : ''}`;
    const figures = row.map(({ number }) => number).join(', ');
    return `${issuer} ${kind} ${row.length > 1 ? 'Nos.' : 'No.'} ${figures}${first.year ? ` of ${first.year}` : ''}`;
  }
  const figures = row.map(({ number }) => number).join(language === 'ja' ? '・' : '、');
  return `${issuer}${first.order ? '令' : '公告'}${first.year ? `${first.year}年` : ''}第${figures}号`;
}
