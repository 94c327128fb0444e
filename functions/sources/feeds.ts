import type { Source } from './source.ts';

const feed = { format: 'feed', every: 30, atLeast: 1 } as const;
const chineseState = { ...feed, authority: 'state-media', zone: '+08:00' } as const;
const press = { ...feed, authority: 'press' } as const;
const tradeBody = { ...feed, authority: 'trade-body', every: 60 } as const;

// Rhythms from nk-briefing (2026-09-15, at home and from a cloud runner) and a 137-source audit (2026-09-28).
export const stateMedia: readonly Source[] = [
  {
    ...chineseState,
    id: 'cgtn-china',
    publisher: 'CGTN',
    language: 'en',
    url: 'https://www.cgtn.com/subscribe/rss/section/china.xml',
    newestWithin: 2,
    perDay: 17,
  },
  {
    ...chineseState,
    id: 'cgtn-world',
    publisher: 'CGTN',
    language: 'en',
    url: 'https://www.cgtn.com/subscribe/rss/section/world.xml',
    newestWithin: 2,
    perDay: 16,
  },
  {
    ...chineseState,
    id: 'cgtn-business',
    publisher: 'CGTN',
    language: 'en',
    url: 'https://www.cgtn.com/subscribe/rss/section/business.xml',
    newestWithin: 4,
    perDay: 5,
  },
  {
    ...chineseState,
    id: 'cgtn-politics',
    publisher: 'CGTN',
    language: 'en',
    url: 'https://www.cgtn.com/subscribe/rss/section/politics.xml',
    newestWithin: 3,
    perDay: 9,
  },
  // The window is 12 to 14 hours: a daily poll would lose more than half.
  {
    ...chineseState,
    id: 'chinanews-world',
    publisher: '中国新闻网',
    language: 'zh',
    url: 'https://www.chinanews.com.cn/rss/world.xml',
    newestWithin: 1,
    perDay: 53,
  },
  {
    ...chineseState,
    id: 'chinanews-important',
    publisher: '中国新闻网',
    language: 'zh',
    url: 'https://www.chinanews.com.cn/rss/importnews.xml',
    newestWithin: 1,
    perDay: 62,
  },
  {
    ...chineseState,
    id: 'chinanews-finance',
    publisher: '中国新闻网',
    language: 'zh',
    url: 'https://www.chinanews.com.cn/rss/finance.xml',
    newestWithin: 2,
  },
  // pubDate runs 7 hours ahead; rss-parser issue 134 names this feed for bad entities.
  {
    ...chineseState,
    id: 'ecns',
    publisher: 'ECNS',
    language: 'en',
    url: 'https://www.ecns.cn/rss/rss.xml',
    newestWithin: 3,
    perDay: 16,
  },
];

export const newspapers: readonly Source[] = [
  {
    ...press,
    id: 'scmp-news',
    publisher: 'South China Morning Post',
    language: 'en',
    url: 'https://www.scmp.com/rss/91/feed',
    newestWithin: 2,
  },
  {
    ...press,
    id: 'scmp-china',
    publisher: 'South China Morning Post',
    language: 'en',
    url: 'https://www.scmp.com/rss/4/feed',
    newestWithin: 2,
    perDay: 14,
  },
  {
    ...press,
    id: 'scmp-china-economy',
    publisher: 'South China Morning Post',
    language: 'en',
    url: 'https://www.scmp.com/rss/318421/feed',
    newestWithin: 4,
    perDay: 5,
  },
  {
    ...press,
    id: 'scmp-business',
    publisher: 'South China Morning Post',
    language: 'en',
    url: 'https://www.scmp.com/rss/92/feed',
    newestWithin: 3,
    perDay: 9,
  },
  // /feed/, not /feed/topstories/, which has been stale for 490 days.
  {
    ...press,
    id: 'japan-times',
    publisher: 'The Japan Times',
    language: 'en',
    url: 'https://www.japantimes.co.jp/feed/',
    newestWithin: 2,
  },
  {
    ...press,
    id: 'yonhap',
    publisher: 'Yonhap',
    language: 'en',
    url: 'https://en.yna.co.kr/RSS/news.xml',
    newestWithin: 2,
  },
  {
    ...press,
    id: 'the-diplomat',
    publisher: 'The Diplomat',
    language: 'en',
    url: 'https://thediplomat.com/feed/',
    newestWithin: 4,
    perDay: 8,
  },
  {
    ...press,
    id: 'digitimes',
    publisher: 'DIGITIMES',
    language: 'en',
    url: 'https://www.digitimes.com/rss/daily.xml',
    newestWithin: 4,
  },
  {
    ...press,
    id: 'nikkei-xtech',
    publisher: '日経クロステック',
    language: 'ja',
    url: 'https://xtech.nikkei.com/rss/index.rdf',
    zone: '+09:00',
    newestWithin: 5,
  },
];

export const governmentAndTrade: readonly Source[] = [
  // Japanese bodies speak to exporters, not for MOFCOM: evidence of the lowest rung, whatever their standing at home.
  {
    ...tradeBody,
    id: 'kantei',
    publisher: '首相官邸',
    language: 'ja',
    url: 'https://www.kantei.go.jp/index-jnews.rdf',
    zone: '+09:00',
    newestWithin: 10,
  },
  {
    ...tradeBody,
    id: 'cabinet-office',
    publisher: '内閣府',
    language: 'ja',
    url: 'https://www.cao.go.jp/rss/news.rdf',
    zone: '+09:00',
    newestWithin: 10,
  },
  {
    ...tradeBody,
    id: 'mof-japan',
    publisher: '財務省',
    language: 'ja',
    url: 'https://www.mof.go.jp/news.rss',
    zone: '+09:00',
    newestWithin: 10,
  },
  // Atom. Answered 200 with a newest entry of 2026-06-19 on 2026-09-28: expect it to be reported as frozen.
  {
    ...tradeBody,
    id: 'meti',
    publisher: '経済産業省',
    language: 'ja',
    url: 'https://www.meti.go.jp/ml_index_release_atom.xml',
    zone: '+09:00',
    newestWithin: 30,
  },
];

const personalUse = 'terms allow personal, non-commercial use only; turn on when you hold a licence or have decided';
export const licensed: readonly Source[] = [
  {
    ...press,
    id: 'nikkei-asia',
    publisher: 'Nikkei Asia',
    language: 'en',
    url: 'https://asia.nikkei.com/rss/feed/nar',
    off: personalUse,
  },
  // The old www3.nhk.or.jp host still answers 200 with frozen items since October 2025.
  {
    ...press,
    id: 'nhk-economy',
    publisher: 'NHK',
    language: 'ja',
    url: 'https://news.web.nhk/n-data/conf/na/rss/cat5.xml',
    zone: '+09:00',
    newestWithin: 2,
    off: personalUse,
  },
  {
    ...press,
    id: 'nhk-world-affairs',
    publisher: 'NHK',
    language: 'ja',
    url: 'https://news.web.nhk/n-data/conf/na/rss/cat6.xml',
    zone: '+09:00',
    newestWithin: 2,
    off: personalUse,
  },
  {
    ...press,
    id: 'asahi',
    publisher: '朝日新聞',
    language: 'ja',
    url: 'https://www.asahi.com/rss/asahi/newsheadlines.rdf',
    zone: '+09:00',
    newestWithin: 1,
    off: personalUse,
  },
  {
    ...press,
    id: 'jiji',
    publisher: '時事通信',
    language: 'ja',
    url: 'https://www.jiji.com/rss/ranking.rdf',
    zone: '+09:00',
    newestWithin: 2,
    off: personalUse,
  },
  ...(
    [
      ['en', 'hl=en-US&gl=US&ceid=US:en', 'China (dual-use OR "export control" OR "export ban" OR "rare earth") Japan'],
      ['ja', 'hl=ja&gl=JP&ceid=JP:ja', '中国 (両用品 OR 輸出規制 OR 輸出禁止 OR レアアース)'],
      ['zh', 'hl=zh-CN&gl=CN&ceid=CN:zh-Hans', '商务部 (两用物项 OR 出口管制) 日本'],
    ] as const
  ).map(([language, edition, query]) => ({
    ...press,
    // guid and link churn on every fetch; the item's <source> names the outlet; placeholders say "not available".
    id: `google-news-${language}`,
    publisher: 'Google News',
    aggregator: true,
    language,
    url: `https://news.google.com/rss/search?q=${encodeURIComponent(`${query} when:2d`)}&${edition}`,
    off: personalUse,
  })),
];
