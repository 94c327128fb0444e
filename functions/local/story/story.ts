import { readFileSync } from 'node:fs';
import { catalogue } from '../../sources/catalogue.ts';
import type { Source } from '../../sources/source.ts';
import type { BeijingDate, Instant } from '../../time.ts';
import { ordinaryNotices, type Scene } from '../replica.ts';
import { type Announced, type Headline, readAnnounced } from '../wire-pages.ts';

/** One morning of the story: what the sources hold, and when they are polled. */
export interface Step {
  readonly at: Instant;
  readonly what: string;
  readonly scene: Scene;
}

const ids = [
  'mofcom-announcements',
  'mofcom-policy-releases',
  'export-control-notices',
  'cgtn-china',
  'scmp-china',
  'nikkei-xtech',
  'meti',
] as const;

/** The sources of the story: three of the ministry's, and feeds in RSS, RDF and Atom. */
export const sources: readonly Source[] = ids.map((id) => {
  const source = catalogue.find((one) => one.id === id);
  if (!source) throw new Error(`story: the catalogue has no source "${id}"; name one that it has`);
  return source;
});

const announced = (name: string): Announced =>
  readAnnounced(readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8'));
const headline = (at: string, url: string, title: string, summary = ''): Headline => ({
  at: at as Instant,
  url,
  title,
  summary,
});

const ban = announced('2026-01');
const lists = [announced('2026-12'), announced('2026-11')];
const antiDumping = announced('anti-dumping');
const asia = 'https://www.scmp.com/news/china/article';

const ordinaryNews: Readonly<Record<string, readonly Headline[]>> = {
  'cgtn-china': [
    headline('2026-01-05T09:00:00Z', 'https://news.cgtn.com/news/2026-01-05/a', 'Winter tourism heats up in Harbin'),
  ],
  'scmp-china': [
    headline('2026-01-05T08:00:00Z', `${asia}/3338501/a`, 'Seafood importers wait as talks with Tokyo drag on'),
  ],
  'nikkei-xtech': [
    headline('2026-01-05T06:00:00Z', 'https://xtech.nikkei.com/atcl/nxt/news/24/03001/', '半導体工場の建設が本格化'),
  ],
  meti: [
    headline(
      '2026-01-05T05:00:00Z',
      'https://www.meti.go.jp/press/2025/01/20260105001/',
      '経済産業大臣の年頭所感を公表しました',
    ),
  ],
};
const firstReport: Readonly<Record<string, readonly Headline[]>> = {
  'scmp-china': [
    headline(
      '2026-01-06T09:20:00Z',
      `${asia}/3338866/b`,
      'China bans exports of dual-use items to Japan’s military',
      'Beijing’s commerce ministry said on Tuesday that the ban takes effect immediately.',
    ),
  ],
};
const copies: Readonly<Record<string, readonly Headline[]>> = {
  'cgtn-china': [
    headline(
      '2026-01-06T10:40:00Z',
      'https://news.cgtn.com/news/2026-01-06/b',
      'China bans exports of all dual-use items to Japanese military users',
      'China has announced a ban on exports of all dual-use items to Japanese military end-users, the Ministry of Commerce said.',
    ),
  ],
  'nikkei-xtech': [
    headline(
      '2026-01-06T10:55:00Z',
      'https://xtech.nikkei.com/atcl/nxt/news/24/03002/',
      '中国、軍民両用品の対日輸出を禁止　即日実施',
    ),
  ],
};
const laterCopies: Readonly<Record<string, readonly Headline[]>> = {
  'cgtn-china': [
    headline(
      '2026-01-07T02:00:00Z',
      'https://news.cgtn.com/news/2026-01-07/c',
      'China tightens dual-use export controls on Japan, commerce ministry says',
    ),
  ],
  'scmp-china': [
    headline(
      '2026-01-07T03:00:00Z',
      `${asia}/3339001/d`,
      'Japan protests after China bans dual-use exports to its military',
    ),
  ],
  'nikkei-xtech': [
    headline(
      '2026-01-07T01:00:00Z',
      'https://xtech.nikkei.com/atcl/nxt/news/24/03003/',
      '中国が対日輸出規制を強化、レアアースも対象か',
    ),
  ],
};
const listed: Readonly<Record<string, readonly Headline[]>> = {
  'scmp-china': [
    headline(
      '2026-02-24T03:00:00Z',
      `${asia}/3344100/c`,
      'China adds 20 Japanese entities to export control list',
      'Another 20 were placed on a watch list, the commerce ministry said.',
    ),
  ],
};

const notices = (newest: string): readonly Announced[] => ordinaryNotices(16, newest as BeijingDate);

function scene(news: readonly Announced[], newest: string, headlines: readonly Scene['headlines'][]): Scene {
  const rows = [...news, ...notices(newest)];
  const feeds = ids.map((id) => [id, headlines.flatMap((one) => one[id] ?? [])] as const);
  return {
    sources,
    announced: Object.fromEntries(ids.slice(0, 3).map((id) => [id, rows])),
    headlines: Object.fromEntries(feeds),
  };
}

const january = [copies, firstReport, ordinaryNews];

/** January and February 2026, as the sources may have shown them; the texts are written with the real facts. */
export const steps: readonly Step[] = [
  {
    at: '2026-01-05T22:00:00.000Z' as Instant,
    what: 'The first poll learns what is there, and keeps quiet.',
    scene: scene([], '2026-01-05', [ordinaryNews]),
  },
  {
    at: '2026-01-06T09:30:00.000Z' as Instant,
    what: 'One newspaper reports a ban; the ministry’s sites are silent.',
    scene: scene([], '2026-01-05', [firstReport, ordinaryNews]),
  },
  {
    at: '2026-01-06T11:00:00.000Z' as Instant,
    what: 'The ministry’s text appears on three of its sites, and copies of the news in two languages.',
    scene: scene([ban], '2026-01-05', january),
  },
  {
    at: '2026-01-07T06:00:00.000Z' as Instant,
    what: 'More copies, and an anti-dumping case on a chemical from Japan.',
    scene: scene([antiDumping, ban], '2026-01-06', [laterCopies, ...january]),
  },
  {
    at: '2026-02-24T03:10:00.000Z' as Instant,
    what: 'Two lists of 20 Japanese entities on one morning; the press follows.',
    scene: scene([...lists, antiDumping, ban], '2026-02-23', [listed, fresh('2026-02-24'), ...january]),
  },
  {
    at: '2026-02-24T03:15:00.000Z' as Instant,
    what: 'Everything is polled again.',
    scene: scene([...lists, antiDumping, ban], '2026-02-23', [listed, fresh('2026-02-24'), ...january]),
  },
];

const later = [announced('2026-28'), announced('2026-27'), ...lists, antiDumping, ban];

/** June 2026, for the pages: they show half a year. */
export const june: readonly Step[] = [
  {
    at: '2026-06-29T08:30:00.000Z' as Instant,
    what: 'Two more lists of 20 Japanese entities.',
    scene: scene(later, '2026-06-28', [fresh('2026-06-29'), ...january]),
  },
];

/** Feeds that list nothing of their usual age would rightly be reported as frozen. */
function fresh(day: string): Scene['headlines'] {
  return Object.fromEntries(
    ids
      .slice(3)
      .map((id) => [
        id,
        [headline(`${day}T00:30:00Z`, `https://${id}.example/${day}`, `Weather, sport and culture of ${day}`)],
      ]),
  );
}
