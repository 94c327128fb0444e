import type { Source } from './source.ts';

/**
 * The places we look. Parameters and quirks come from public evidence, dated per entry; none was tried live from here.
 * MOFCOM publishes no list and no feed, so the ministry's own index, columns and APIs are read instead.
 */

// Hanweb JPAAS, GET …/page/build/unit; ids as answered live 2026-10-01 (Northofqing/magic-market-data-rs, evidence
// 2026-10-01) and in hulelan/china-governance. They are CMS-internal: the column page's `queryData` names today's.
// `bulidstatic` is the site's own spelling; `editType` is the literal word null.
const jpaas = (host: string, unit: Record<'webId' | 'pageId' | 'tplSetId' | 'tagId', string>): string => {
  const query = new URLSearchParams({
    parseType: 'bulidstatic',
    webId: unit.webId,
    tplSetId: unit.tplSetId,
    pageType: 'column',
    tagId: unit.tagId,
    editType: 'null',
    pageId: unit.pageId,
  });
  return `https://${host}/api-gateway/jpaas-publish-server/front/page/build/unit?${query.toString()}`;
};
const www = {
  webId: '8f43c7ad3afc411fb56f281724b73708',
  tplSetId: '52551ea0e2c14bca8c84792f7aa37ead',
  tagId: '分页列表',
};
const policyReleases = { ...www, pageId: 'fc8bdff48fa345a48b651c1285b70b8f' };
const newsReleases = { ...www, pageId: '95d89972d8aa4fcea511701cd0f212d9' };
const securityBureau = {
  webId: 'b28941ad4e064442856787562c9a4961',
  pageId: '79d6d2c4e44d458180d37dd4f0996645',
  tplSetId: 'DDBav9QvwJVbs9iznQVmO',
  tagId: '信息列表',
};

const mofcom = {
  publisher: '商务部',
  authority: 'official',
  language: 'zh',
  charset: 'utf-8', // headers often lack it, and guessing once wiped every keyword (measured 2026-07-12)
  zone: '+08:00',
  every: 5,
} as const;

// Rows link across the ministry's sites, by http and https alike.
const mofcomHosts = ['www.mofcom.gov.cn', 'aqygzj.mofcom.gov.cn', 'exportcontrol.mofcom.gov.cn'];

const official: readonly Source[] = [
  {
    ...mofcom,
    // 200, text/html, 22,338 bytes and 7 topic links on 2026-07-29 (jasonlx327/moguan); OpenSanctions polls both years.
    id: 'mofcom-announcements',
    format: 'mofcom-index',
    url: 'https://www.mofcom.gov.cn/zcfb/blgg/gg/{year}/index.html',
    atLeast: 1,
    newestWithin: 45,
    emptyInJanuary: true, // No. 1 of 2026 came on 6 January
    hosts: mofcomHosts,
  },
  {
    ...mofcom,
    id: 'mofcom-announcements-last-year',
    format: 'mofcom-index',
    url: 'https://www.mofcom.gov.cn/zcfb/blgg/gg/{last-year}/index.html',
    every: 60,
    atLeast: 5,
    hosts: mofcomHosts,
  },
  {
    ...mofcom,
    // 政策发布: about 2,290 documents, 154 pages of 15 (hulelan, March 2026).
    id: 'mofcom-policy-releases',
    format: 'jpaas-list',
    url: jpaas('www.mofcom.gov.cn', policyReleases),
    column: 'https://www.mofcom.gov.cn/zwgk/zcfb/index.html',
    unit: policyReleases,
    pageSize: 15,
    atLeast: 15,
    newestWithin: 30,
    hosts: mofcomHosts,
  },
  {
    ...mofcom,
    // 日常新闻发布, spokesperson Q&As among them: 8,242 rows; 15 rows reached back three months (2026-10-01).
    id: 'mofcom-news-releases',
    format: 'jpaas-list',
    url: jpaas('www.mofcom.gov.cn', newsReleases),
    column: 'https://www.mofcom.gov.cn/xwfb/rcxwfb/index.html',
    unit: newsReleases,
    pageSize: 15,
    atLeast: 15,
    newestWithin: 45,
    hosts: mofcomHosts,
  },
  {
    ...mofcom,
    // 安全与管制局, 规章及规范性文件: orders that never reach the annual index (OpenSanctions docs/automation.md).
    id: 'mofcom-security-bureau',
    format: 'jpaas-list',
    url: jpaas('aqygzj.mofcom.gov.cn', securityBureau),
    column: 'https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/index.html',
    unit: securityBureau,
    pageSize: 15,
    atLeast: 10,
    newestWithin: 150,
    hosts: mofcomHosts,
  },
  // 中国出口管制信息网: POST API, 20 rows a page. Without XHR headers it answers 200 with `?` for every Chinese character
  // (hulelan; weiqi-kids commit d08788b).
  {
    ...mofcom,
    id: 'export-control-notices', // 管制清单, 许可目录, 公告
    format: 'exportcontrol-list',
    url: 'https://exportcontrol.mofcom.gov.cn/edi_ecms_web_front/front/column/getColumnList',
    columnId: 9,
    atLeast: 10,
    newestWithin: 150,
    hosts: mofcomHosts,
  },
  {
    ...mofcom,
    id: 'export-control-rules', // 规章及规范性文件
    format: 'exportcontrol-list',
    url: 'https://exportcontrol.mofcom.gov.cn/edi_ecms_web_front/front/column/getColumnList',
    columnId: 15,
    every: 15,
    atLeast: 5,
    newestWithin: 200,
    hosts: mofcomHosts,
  },
  {
    ...mofcom,
    id: 'export-control-news', // 国内动态: spokesperson Q&As
    format: 'exportcontrol-list',
    url: 'https://exportcontrol.mofcom.gov.cn/edi_ecms_web_front/front/column/getColumnList',
    columnId: 1,
    atLeast: 10,
    newestWithin: 60,
    hosts: mofcomHosts,
  },
  {
    // One JSON array of 1,094 rows, sometimes with a BOM (live probe 2026-09-11): State Council orders and regulations.
    id: 'govcn-latest-policy',
    publisher: '中国政府网',
    authority: 'official',
    language: 'zh',
    format: 'govcn-list',
    url: 'https://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json',
    charset: 'utf-8',
    zone: '+08:00',
    every: 15,
    atLeast: 200,
    newestWithin: 14,
    hosts: ['www.mofcom.gov.cn'],
  },
];

const feed = { format: 'feed', every: 30, atLeast: 1 } as const;
const chineseState = { ...feed, authority: 'state-media', zone: '+08:00' } as const;
const press = { ...feed, authority: 'press' } as const;
const tradeBody = { ...feed, authority: 'trade-body', every: 60 } as const;

// Rhythms from nk-briefing (2026-09-15, at home and from a cloud runner) and a 137-source audit (2026-09-28).
const stateMedia: readonly Source[] = [
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

const newspapers: readonly Source[] = [
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

const governmentAndTrade: readonly Source[] = [
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
const licensed: readonly Source[] = [
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
    language,
    url: `https://news.google.com/rss/search?q=${encodeURIComponent(`${query} when:2d`)}&${edition}`,
    off: personalUse,
  })),
];

/** Every place we know how to read. `off` names the reason why one is not polled unless a deployer turns it on. */
export const catalogue: readonly Source[] = [
  ...official,
  ...stateMedia,
  ...newspapers,
  ...governmentAndTrade,
  ...licensed,
];

/** The sources that are polled by default. */
export const enabledSources: readonly Source[] = catalogue.filter((source) => source.off === undefined);
