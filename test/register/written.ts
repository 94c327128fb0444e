import type { DocumentId, DocumentRef } from '../../functions/documents/document.ts';
import type {
  Finding,
  Instrument,
  Measure,
  MeasureId,
  Party,
  Provision,
  Report,
} from '../../functions/findings/finding.ts';
import type { AnnouncementNumber } from '../../functions/lexicon/announcement-numbers.ts';
import { addDays, addMinutes, type BeijingDate, type Instant, startOf } from '../../functions/time.ts';
import type { Event } from './history.ts';

/** A finding as a document of that hour would yield it, or a ring of the calendar. */
export type Read =
  | { readonly event: Event; readonly at: Instant; readonly finding: Finding; readonly page: Page | undefined }
  | {
      readonly event: Event & { kind: 'ring' };
      readonly at: Instant;
      readonly finding: undefined;
      readonly page?: undefined;
    };

/** An address of an announcement, and the versions that it has shown. */
export interface Page {
  readonly id: string;
  readonly publishedOn: BeijingDate;
  versions: Version[];
  /** What it mirrors. */
  readonly mirrors?: Page;
  visits: number;
}

interface Version {
  readonly announcement: AnnouncementNumber;
  readonly provision: Provision;
}

export const START = '2026-01-01' as BeijingDate;

/** Turns events into the findings that their documents would yield, one a day. */
export function readsOf(events: readonly Event[]): readonly Read[] {
  const pages: Page[] = [];
  const unread: AnnouncementNumber[] = [];
  const reads = events.flatMap((event, i): readonly Read[] => {
    const day = addDays(START, i);
    const at = addMinutes(startOf(day), 600);
    if (event.kind === 'ring') return [{ event, at, finding: undefined }];
    if (event.kind === 'report') return [{ event, at, finding: reportOf(event, i, day), page: undefined }];
    const page = pageOf(event, i, day, pages, unread);
    return page ? [{ event, at, finding: findingOf(page, event), page }] : [];
  });
  return reads.map((read, i) => withWords(read, reads.slice(i + 1)));
}

/** The press may print the ministry's very words before the ministry's own page is read. */
function withWords(read: Read, later: readonly Read[]): Read {
  if (read.event.kind !== 'report' || !read.event.words || !read.finding) return read;
  const next = later.find(({ finding }) => finding?.document.authority === 'official')?.finding;
  if (!next) return read;
  const { fingerprint } = next.document;
  return { ...read, finding: { ...read.finding, document: { ...read.finding.document, fingerprint } } };
}

/** The page that an event writes or shows. */
function pageOf(
  event: Exclude<Event, { kind: 'ring' | 'report' }>,
  i: number,
  day: BeijingDate,
  pages: Page[],
  unread: AnnouncementNumber[],
): Page | undefined {
  const announcement = `mofcom/2026/${i + 1}` as AnnouncementNumber;
  const add = (version: Version, publishedOn: BeijingDate, mirrors?: Page): Page => {
    const page: Page = { id: `page-${i}`, publishedOn, versions: [version], visits: 0, ...(mirrors && { mirrors }) };
    pages.push(page);
    return page;
  };
  if (event.kind === 'impose') {
    // Now and then the text that others have moved before it was read; it was published before them.
    const other = event.wrong === undefined ? undefined : pages[event.wrong % Math.max(1, pages.length)];
    const awaited = event.known ? unread.shift() : undefined;
    const number = awaited ?? other?.versions.at(-1)?.announcement;
    const publishedOn = awaited ? addDays(START, -1) : day;
    const measure = measureOf(number ?? announcement, event.list, event.parties, publishedOn);
    return add(
      { announcement: number ?? announcement, provision: { action: 'impose', measure, quote: 'q' } },
      publishedOn,
    );
  }
  const page = pages[event.of % Math.max(1, pages.length)];
  const version = page?.versions.at(-1);
  if (!page || !version) return undefined;
  const imposing = pages.flatMap(({ versions }) => {
    const last = versions.at(-1)?.provision;
    return last?.action === 'impose' ? [last.measure] : [];
  });
  const target = imposing[event.of % Math.max(1, imposing.length)];
  const known = (measure: MeasureId): MeasureId => {
    if (!('unread' in event) || !event.unread) return measure;
    const number = `mofcom/2025/${i + 1}` as AnnouncementNumber;
    unread.push(number);
    return number as string as MeasureId;
  };
  const own = (provision: Provision): Page => add({ announcement, provision }, day);
  switch (event.kind) {
    case 'edit': {
      if (version.provision.action !== 'impose') return page;
      const { measure } = version.provision;
      const kept = measure.parties.filter(({ zh }) => !event.drop.some((n) => zh === nameOf(n)));
      const parties = unique([...kept, ...partiesOf(event.add)]);
      page.versions.push({ ...version, provision: { ...version.provision, measure: { ...measure, parties } } });
      return page;
    }
    case 'back': {
      const before = page.versions.at(-2);
      if (before) page.versions.push(before);
      return page;
    }
    case 'counter':
      page.visits++;
      return page;
    case 'lose':
    case 'reread':
      return page;
    case 'renumber': {
      if (version.provision.action !== 'impose') return page;
      const { parties } = version.provision.measure;
      const measure = {
        ...version.provision.measure,
        id: announcement as string as MeasureId,
        announcement,
        parties: unique([...parties, ...partiesOf(event.add)]),
      };
      page.versions.push({ announcement, provision: { ...version.provision, measure } });
      return page;
    }
    case 'copy': {
      const source = event.stale ? (page.versions[0] ?? version) : version;
      const publishedOn = addDays(page.publishedOn, event.stamp);
      return add(stamped(source, page.publishedOn, publishedOn), publishedOn, page);
    }
    case 'follow': {
      const source = page.mirrors?.versions.at(-1);
      if (page.mirrors && source) page.versions.push(stamped(source, page.mirrors.publishedOn, page.publishedOn));
      return page;
    }
    case 'remove': {
      if (!target) return undefined;
      const by = event.byNumber ? { measure: target.id } : {};
      const parties = partiesOf(event.parties);
      return own({ action: 'remove-parties', instrument: target.instrument, parties, quote: 'q', ...by });
    }
    case 'suspend': {
      if (!target) return undefined;
      const clause = event.clause && !event.unread ? { clause: '第二款' } : {};
      const until = addDays(day, event.days);
      return own({ action: 'suspend', measure: known(target.id), from: day, until, quote: 'q', ...clause });
    }
    case 'resume':
    case 'amend':
    case 'lift':
      return target && own({ action: event.kind, measure: known(target.id), on: day, quote: 'q' });
  }
}

/** A mirror's stamp moves what is counted from publication (自公布之日起). */
function stamped(version: Version, from: BeijingDate, to: BeijingDate): Version {
  const { provision } = version;
  if (provision.action !== 'impose' || provision.measure.effectiveOn !== from) return version;
  return { ...version, provision: { ...provision, measure: { ...provision.measure, effectiveOn: to } } };
}

function findingOf(page: Page, event: Event): Finding {
  const version = page.versions.at(-1) as Version;
  const lost = event.kind === 'lose';
  const since = { kind: 'page-changed', since: page.publishedOn } as const;
  const provision: Provision = lost ? { action: 'unclear', doubt: since, quote: 'title' } : version.provision;
  const words = JSON.stringify([version, page.visits, lost]);
  return {
    document: document(page.id, words, page.publishedOn),
    reach: 'japan',
    provisions: [provision],
    announcement: version.announcement,
  };
}

function reportOf(event: Event & { kind: 'report' }, i: number, day: BeijingDate): Finding {
  const { action, japan, goods, dated } = event;
  const report: Report = {
    action,
    instrument: 'country-ban',
    reach: japan ? 'japan' : 'all-destinations',
    goods: goods ? ['rare-earths'] : [],
    endUses: [],
    announcements: [],
  };
  const { publishedOn: _, ...press } = document(`press-${i}`, `press-${i}`, day);
  return {
    document: { ...press, authority: 'press', ...(dated !== undefined && { publishedOn: addDays(day, dated) }) },
    reach: 'japan',
    provisions: [{ action: 'report', report, quote: 'q' }],
  };
}

const document = (id: string, fingerprint: string, publishedOn: BeijingDate): DocumentRef => ({
  id: id as DocumentId,
  fingerprint,
  source: 'mofcom-announcements',
  publisher: '商务部',
  authority: 'official',
  language: 'zh',
  url: `https://www.mofcom.gov.cn/${id}.html`,
  title: id,
  publishedOn,
});

const measureOf = (
  announcement: AnnouncementNumber,
  list: boolean,
  parties: readonly number[],
  effectiveOn: BeijingDate,
): Measure => ({
  id: announcement as string as MeasureId,
  announcement,
  title: announcement,
  instrument: (list ? 'control-list' : 'watch-list') satisfies Instrument,
  reach: 'japan',
  parties: partiesOf(parties),
  items: [],
  goods: [],
  endUses: [],
  extraterritorial: true,
  legalBasis: [],
  effectiveOn,
});

const nameOf = (n: number): string => `公司${n}`;
const partiesOf = (numbers: readonly number[]): readonly Party[] => unique(numbers.map((n) => ({ zh: nameOf(n) })));
const unique = (parties: readonly Party[]): readonly Party[] => [
  ...new Map(parties.map((one) => [one.zh, one])).values(),
];
