import { readFileSync } from 'node:fs';
import type { Alert, Surroundings } from '../../functions/alerts/alert.ts';
import { compose } from '../../functions/alerts/compose.ts';
import type { DocumentId, DocumentRef } from '../../functions/documents/document.ts';
import type { Finding, Item, Measure, MeasureId, Party, Provision, Report } from '../../functions/findings/finding.ts';
import type { AnnouncementNumber } from '../../functions/lexicon/announcement-numbers.ts';
import type { Change } from '../../functions/register/change.ts';
import { compare } from '../../functions/register/compare.ts';
import { dueOn } from '../../functions/register/due.ts';
import { emptyRegister, type Register, replay } from '../../functions/register/replay.ts';
import type { SourceState } from '../../functions/sources/health.ts';
import type { Authority, Language } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';

export const number = (text: string): AnnouncementNumber => text as AnnouncementNumber;
export const date = (text: string): BeijingDate => text as BeijingDate;
export const instant = (text: string): Instant => text as Instant;

const lines = (file: string): readonly (readonly string[])[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

/** Chinese | English | Japanese. */
export const partiesIn = (file: string): readonly Party[] =>
  lines(file).map(([zh = '', en = '', ja = '']) => ({ zh, en, ...(ja && { ja }) }));

/** Control codes | HS codes | words. */
export const itemsIn = (file: string): readonly Item[] =>
  lines(file).map(([codes = '', hs = '', text = '']) => ({
    text,
    controlCodes: codes.split(' '),
    hsCodes: hs.split(' ').filter(Boolean),
  }));

export const officialPage = (name: string, title: string, day: string): DocumentRef => ({
  id: `www.mofcom.gov.cn/zcfb/${name}` as DocumentId,
  fingerprint: Buffer.from(name.padEnd(32, '·')).toString('hex').slice(0, 64),
  source: 'mofcom-announcements',
  publisher: '商务部',
  authority: 'official',
  language: 'zh',
  url: `https://www.mofcom.gov.cn/zcfb/blgg/gg/${day.slice(0, 4)}/art/${name}.html`,
  title,
  publishedOn: date(day),
});

export const pressArticle = (
  publisher: string,
  title: string,
  at: string,
  authority: Authority = 'press',
): DocumentRef => ({
  id: `news.example/${title}` as DocumentId,
  fingerprint: Buffer.from(title.padEnd(32, '·')).toString('hex').slice(0, 64),
  source: 'scmp-china',
  publisher,
  authority,
  language: 'en',
  url: 'https://www.scmp.com/news/china/article/3338866/china-bans-exports-dual-use-items',
  title,
  publishedAt: instant(at),
});

export const measure = (id: string, fields: Omit<Partial<Measure>, 'id'> & Pick<Measure, 'instrument'>): Measure => ({
  id: id as MeasureId,
  announcement: number(id),
  title: fields.title ?? id,
  reach: 'japan',
  parties: [],
  items: [],
  goods: [],
  endUses: [],
  extraterritorial: false,
  legalBasis: ['出口管制法', '两用物项出口管制条例'],
  ...fields,
});

export const report = (fields: Partial<Report>): Report => ({
  action: 'impose',
  instrument: 'country-ban',
  reach: 'japan',
  goods: [],
  endUses: [],
  announcements: [],
  ...fields,
});

const source = (
  id: string,
  authority: Authority,
  minutes: number,
  at: Instant,
  fields: Partial<SourceState> = {},
): SourceState => ({
  id,
  publisher: authority === 'official' ? '商务部' : id,
  authority,
  state: 'ok',
  checkedAt: addMinutes(at, -minutes),
  changedAt: addMinutes(at, -minutes - 1_440),
  failures: 0,
  tally: { since: addMinutes(at, -7 * 1_440), polls: 2_016, failed: 1 },
  ...fields,
});

/** Three of the ministry's sites, the last of which is away; a newspaper and a feed. */
export const sourcesAt = (at: Instant): readonly SourceState[] => [
  source('mofcom-announcements', 'official', 2, at),
  source('mofcom-policy-releases', 'official', 4, at),
  source('export-control-notices', 'official', 95, at, {
    state: 'down',
    failures: 19,
    failingSince: addMinutes(at, -90),
  }),
  source('scmp-china', 'press', 12, at),
  source('cgtn-china', 'state-media', 20, at),
];

/** A journal that grows by what is read, and tells what each Change says. */
export class Journal {
  readonly changes: Change[] = [];
  register: Register = emptyRegister;

  /** Reads a document. @throws when it alters nothing */
  read(document: DocumentRef, provisions: readonly Provision[], at: string, announcement?: string): Change {
    const finding: Finding = {
      document,
      reach: 'japan',
      provisions: provisions as Finding['provisions'],
      ...(announcement && { announcement: number(announcement) }),
    };
    return this.#append(compare(this.register, finding, instant(at)), document.title);
  }

  /** Lets a Beijing day arrive. @throws when it brings nothing */
  day(day: string): Change {
    const at = instant(`${day}T22:00:00.000Z`);
    return this.#append(dueOn(this.register, date(day), addMinutes(at, -1_440)), day);
  }

  #append(draft: Omit<Change, 'number'> | undefined, what: string): Change {
    if (!draft) throw new Error(`${what}: alters nothing`);
    const change = { number: this.register.upTo + 1, ...draft };
    this.changes.push(change);
    this.register = replay([change], this.register);
    return change;
  }

  /** The alert of a Change, a minute after it was seen. */
  tell(change: Change, language: Language, more: Partial<Surroundings> = {}): Alert {
    const at = addMinutes(change.observedAt, 1);
    const report = change.confirms === undefined ? undefined : this.changes[change.confirms - 1];
    const register = replay(this.changes.slice(0, change.number));
    return compose(change, { register, sources: sourcesAt(at), at, ...(report && { report }), ...more }, language);
  }
}
