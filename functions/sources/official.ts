import type { Source } from './source.ts';

/**
 * The government's own places. MOFCOM publishes no list and no feed, so its index, columns and APIs are read instead.
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
  perDay: 1, // 8,242 news rows in some twenty years, 2,290 documents, 40 to 130 announcements a year
} as const;

// Rows link across the ministry's sites, by http and https alike.
const mofcomHosts = ['www.mofcom.gov.cn', 'aqygzj.mofcom.gov.cn', 'exportcontrol.mofcom.gov.cn'];

export const official: readonly Source[] = [
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
    perDay: 1,
    learnDays: 60, // 1,094 rows go back for years; older ones are in the ministry's own indexes
    hosts: ['www.mofcom.gov.cn'],
  },
];
