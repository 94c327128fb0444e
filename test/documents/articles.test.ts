import { expect, test } from 'vitest';
import type { Entry } from '../../functions/documents/document.ts';
import { articleAsk, pressDocument, readArticle } from '../../functions/documents/read-document.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { bytesOf, pageOf, sourceOf } from './fixture-page.ts';

const mofcom = sourceOf('mofcom-policy-releases');
const www = 'https://www.mofcom.gov.cn';
const url11 = `${www}/zwgk/zcfb/art/2026/art_b5159a773124428a9813884015d1b8b3.html`;
const entry: Entry = { url: url11, title: '公布将20家日本实体…', publishedOn: '2026-02-25' as BeijingDate };
const read = (file: string, url = url11, source = mofcom) => {
  const result = readArticle(source, entry, pageOf(bytesOf(file), url, 'text/html'));
  if ('moved' in result) throw new Error(`moved to ${result.moved}`);
  return result;
};

test('an announcement is read with header, clauses and annex one a line, and its attachments are named', () => {
  const document = read('announcement-2026-11.html');
  expect(document).toMatchObject({
    id: 'mofcom.gov.cn/zwgk/zcfb/art/2026/art_b5159a773124428a9813884015d1b8b3.html',
    source: 'mofcom-policy-releases',
    publisher: '商务部',
    authority: 'official',
    language: 'zh',
    url: url11,
    title: '商务部公告2026年第11号 公布将20家日本实体列入出口管制管控名单',
    publishedOn: '2026-02-24',
    unread: [
      `管控名单.pdf (${www}/cms_files/filemanager/1077459795/attach/20262/11e73e55f0f549fc9922625a0c046f38.pdf?fileName=%E7%AE%A1%E6%8E%A7%E5%90%8D%E5%8D%95.pdf)`,
      `附件.wps (${www}/api-gateway/jpaas-web-server/front/document/download?fileUrl=YWJj&fileName=%E9%99%84%E4%BB%B6.wps)`,
    ],
  });
  const lines = document.text.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    '【发布单位】安全与管制局',
    '【发布文号】商务部公告2026年第11号',
    '【发文日期】2026年02月24日',
  ]);
  expect(lines.slice(7, 9)).toEqual([
    '附件：管控名单',
    '1.三菱造船株式会社（Mitsubishi Heavy Industries Shipbuilding Co.）',
  ]);
  expect(lines.filter((line) => /^\d+\./.test(line))).toHaveLength(20);
  expect(lines.slice(-2)).toEqual(['商务部', '2026年2月24日']);
});

test('the rows of a table are lines and its cells parted by tabs; a table that only lays out the page is none', () => {
  expect(read('announcement-2026-12.html').text.split('\n')).toEqual([
    '决定将斯巴鲁株式会社等无法核实两用物项最终用户、最终用途的20家日本实体列入关注名单（见附件）。',
    '序号\t名称\t英文名称',
    '1\t斯巴鲁株式会社\tSUBARU Corporation Japan',
    '2\t富士航空航天技术株式会社\tFUJI Aerospace Technology Co., Ltd. Japan',
    '3\t引能仕株式会社\tENEOS Corporation Japan',
    '本公告自公布之日起正式实施。',
  ]);
});

test('the export control site’s article is its longest box, without the disclaimer; its script names title and day', () => {
  const url = 'http://exportcontrol.mofcom.gov.cn/article/zcfg/gnzcfg/zcfggzqd/202601/1206.html';
  expect(read('announcement-2026-1.exportcontrol.html', url, sourceOf('export-control-notices'))).toMatchObject({
    title: '商务部公告2026年第1号 关于加强两用物项对日本出口管制的公告',
    publishedOn: '2026-01-06',
    text: [
      '禁止所有两用物项对日本军事用户、军事用途，以及一切有助于提升日本军事实力的其他最终用户用途出口。',
      '任何国家和地区的组织和个人违反上述规定的，依法追究法律责任。',
      '本公告自公布之日起正式实施。',
    ].join('\n'),
  });
});

test('a gov.cn article is read; its title and day are the listing’s', () => {
  const url = 'https://www.gov.cn/zhengce/content/202410/content_6981399.htm';
  const document = read('govcn-article.html', url, sourceOf('govcn-latest-policy'));
  expect(document.text).toMatch(/^第一条 为了维护.*\n第五十条 本条例自2024年12月1日起施行。$/);
  expect(document).toMatchObject({ title: entry.title, publishedOn: '2026-02-25' });
});

test.each([
  ['moved.meta.html', `${www}/zcfb/blgg/gg/2026/art/2026/art_6607ea694b704da8ac5e863a5568e47c.html`],
  ['moved.script.html', 'http://www.mofcom.gov.cn/zwgk/zcfb/art/2026/art_b5159a773124428a9813884015d1b8b3.html'],
  ['moved.frame.html', `${www}/zfxxgk/gkml/art/2026/art_9f099c6e90f444638ea96713d33bbbf9.html`],
])('a page without words says where its reader is sent: %s', (file, moved) => {
  expect(readArticle(mofcom, entry, pageOf(bytesOf(file), `${www}/article/b/1.html`))).toEqual({ moved });
});

test('a page that sends its reader to itself is no article', () => {
  const self = pageOf(bytesOf('moved.script.html'), url11);
  expect(() => readArticle(mofcom, entry, self)).toThrow('expected an article, found 0 characters of one');
});

test('a list that points straight at a PDF yields a document whose words nobody has read', () => {
  const url = `${www}/attach/1.pdf`;
  const result = readArticle(mofcom, { ...entry, title: '管控名单' }, pageOf('%PDF-1.7 …', url));
  expect(result).toMatchObject({ title: '管控名单', text: '', unread: [`管控名单 (${url})`] });
});

test('a page is asked for on its source’s hosts only', () => {
  expect(articleAsk(mofcom, url11)).toEqual({
    url: url11,
    hosts: ['www.mofcom.gov.cn', 'aqygzj.mofcom.gov.cn', 'exportcontrol.mofcom.gov.cn'],
  });
});

test('a press document is headline and summary', () => {
  const story = {
    url: 'https://www.scmp.com/a?utm_source=rss_feed',
    title: 'China bans exports',
    summary: 'To Japan.',
  };
  expect(pressDocument(sourceOf('scmp-china'), story)).toMatchObject({
    id: 'scmp.com/a',
    publisher: 'South China Morning Post',
    authority: 'press',
    title: 'China bans exports',
    text: 'To Japan.',
  });
});
