import { expect, test } from 'vitest';
import { discoverUnit } from '../../functions/documents/jpaas-list.ts';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { listingAsk } from '../../functions/documents/listing.ts';
import { UnexpectedShape } from '../../functions/errors.ts';
import { at, bytesOf, pageOf, sourceOf } from './fixture-page.ts';

const august = at('2026-08-01T00:00:00.000Z');
const january = at('2027-01-03T00:00:00.000Z');
const indexUrl = 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/index.html';
const index = pageOf(bytesOf('mofcom-index.html'), indexUrl, 'text/html');

test('the annual index yields its announcements with whole titles, absolute addresses and days', async () => {
  const { entries, degraded } = await listEntries(sourceOf('mofcom-announcements'), index, august);
  expect(entries).toEqual([
    {
      url: 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026/art_452eed7fd22c431fbd3d7a8b9fad6d93.html',
      title: '商务部公告2026年第30号 公布将14家欧盟实体列入出口管制管控名单',
      publishedOn: '2026-07-24',
    },
    {
      url: 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026/art_1a0adf5de9b84cd091992669d59e10d4.html',
      title: '商务部公告2026年第28号 公布将20家日本实体列入 关注名单',
      publishedOn: '2026-06-29',
    },
    {
      url: 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026/art_6607ea694b704da8ac5e863a5568e47c.html',
      title: '商务部公告2026年第27号 公布将20家日本实体列入出口管制管控名单',
      publishedOn: '2026-06-29',
    },
    {
      url: 'http://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026/art_aab677e956c943808cebf8c06a28ff0e.html',
      title: '商务部公告2026年第23号 公布将10家美国实体列入出口管制管控名单',
    },
    {
      url: 'https://www.mofcom.gov.cn/zcfb/blgg/art/2026/art_cfacd88ebce04b4c8c55e2048b2ef088.html',
      title: '商务部公告2026年第12号 公布将20家日本实体列入关注名单',
      publishedOn: '2026-02-24',
    },
  ]);
  expect(degraded).toBeUndefined();
});

test('an empty index is no news in January and a broken page in any other month', async () => {
  const empty = pageOf(bytesOf('mofcom-index-empty.html'), indexUrl);
  expect(await listEntries(sourceOf('mofcom-announcements'), empty, january)).toEqual({
    entries: [],
    seen: 0,
    dropped: [],
  });
  await expect(listEntries(sourceOf('mofcom-announcements'), empty, august)).rejects.toThrow(
    /^mofcom-announcements https:\S+index\.html: expected at least 1 entries, found 0; .*look at it$/,
  );
});

test('a list whose newest entry is old is frozen, however healthy its answer', async () => {
  const late = listEntries(sourceOf('mofcom-announcements'), index, at('2026-10-01T00:00:00.000Z'));
  await expect(late).rejects.toThrow('expected news within 45 days, found none since 2026-07-24 (69 days)');
});

test('a list in which nothing is dated is read, and said to be', async () => {
  const undated = new TextDecoder().decode(bytesOf('mofcom-index.html')).replaceAll(/\[?\d{4}-\d\d-\d\d\]?/g, '');
  const { entries, degraded } = await listEntries(sourceOf('mofcom-announcements'), pageOf(undated, indexUrl), august);
  expect(entries).toHaveLength(5);
  expect(degraded).toContain('no entry bears a date');
});

const policy = sourceOf('mofcom-policy-releases');
const jpaas = pageOf(bytesOf('jpaas-list.json'), listingAsk(policy, 2026).url, 'application/json; charset=UTF-8');

test('a JPAAS unit yields its rows, on whichever of the ministry’s sites they stand, and asks for the next page', async () => {
  const { entries, next, degraded } = await listEntries(policy, jpaas, august);
  expect(entries).toHaveLength(15);
  expect(entries[2]).toEqual({
    url: 'https://www.mofcom.gov.cn/zfxxgk/gkml/art/2026/art_9f099c6e90f444638ea96713d33bbbf9.html',
    title: '商务部公告2026年第28号 公布将20家日本实体列入关注名单',
    publishedOn: '2026-06-29',
  });
  expect(entries[6]?.url).toBe('http://exportcontrol.mofcom.gov.cn/article/zcfg/gnzcfg/zcfggzqd/202601/1206.html');
  expect(degraded).toBeUndefined();
  expect(new URL(next?.url ?? '').searchParams.get('paramJson')).toBe('{"pageNo":2,"pageSize":15}');
  expect(new URL(next?.url ?? '').searchParams.has('editType')).toBe(false);
});

test('page 1 in answer to page 2 is caught by the number that the pager bears', async () => {
  await expect(listEntries(policy, jpaas, august, 2)).rejects.toThrow('expected page 2, found page 1');
});

test('rows that the pager counts and the markup does not yield are a changed page', async () => {
  const fewer = new TextDecoder().decode(bytesOf('jpaas-list.json')).replace(/<li>.*?<\/li>/, '');
  await expect(listEntries(policy, pageOf(fewer, jpaas.url), august)).rejects.toThrow('expected 15 rows');
});

test('rows that lead to sites nobody vouched for are left out, and the sites named', async () => {
  const strict = sourceOf('mofcom-policy-releases', { hosts: ['www.mofcom.gov.cn'], atLeast: 5 });
  const { entries, degraded } = await listEntries(strict, jpaas, august);
  expect(entries).toHaveLength(9);
  expect(degraded).toContain('6 rows that lead to exportcontrol.mofcom.gov.cn, which "hosts" does not allow');
});

test('the column’s page names today’s unit, told from navigation and footer by its tagId', () => {
  const html = new TextDecoder().decode(bytesOf('jpaas-column.html'));
  expect(discoverUnit(html, '分页列表')).toEqual({
    webId: '8f43c7ad3afc411fb56f281724b73708',
    tplSetId: '0f0e0d0c0b0a09080706050403020100',
    tagId: '分页列表',
    pageId: 'a1a2a3a4a5a6a7a8a9b0b1b2b3b4b5b6',
  });
  expect(discoverUnit(html, '信息列表')).toBeUndefined();
});

test('ids read anew take effect in the request', () => {
  if (policy.format !== 'jpaas-list') throw new Error('not a unit');
  expect(listingAsk(policy, 2026).url).toBe(policy.url);
  const moved = { ...policy, unit: { ...policy.unit, pageId: 'a1a2a3a4a5a6a7a8a9b0b1b2b3b4b5b6' } };
  expect(new URL(listingAsk(moved, 2026).url).searchParams.get('pageId')).toBe('a1a2a3a4a5a6a7a8a9b0b1b2b3b4b5b6');
});

test('the export control site is asked by form, with the headers without which it loses Chinese', async () => {
  const source = sourceOf('export-control-notices');
  const ask = listingAsk(source, 2026, 3);
  expect(ask.form).toEqual({ pageNumber: '3', columnID: '9', title: '' });
  expect(ask.headers).toMatchObject({
    'x-requested-with': 'XMLHttpRequest',
    referer: 'https://exportcontrol.mofcom.gov.cn/',
  });
  expect(ask.hosts).toContain('www.mofcom.gov.cn');
  const march = at('2026-03-01T00:00:00.000Z');
  const page = pageOf(bytesOf('exportcontrol-list.json'), ask.url);
  const { entries, next } = await listEntries(source, page, march);
  expect(entries[1]).toEqual({
    url: 'https://exportcontrol.mofcom.gov.cn/article/zcfg/gnzcfg/zcfggzqd/202602/1209.html',
    title: '商务部公告2026年第11号 公布将20家日本实体列入出口管制管控名单',
    publishedOn: '2026-02-24',
  });
  expect(next?.form?.['pageNumber']).toBe('2');
  expect((await listEntries(source, page, march, 2)).next).toBeUndefined();
});

test('gov.cn’s archive is read past its byte order mark and its spoilt rows, which are mentioned', async () => {
  const source = sourceOf('govcn-latest-policy', { atLeast: 2 });
  const page = pageOf(bytesOf('govcn-list.json'), source.url, 'application/json');
  const { entries, degraded } = await listEntries(source, page, at('2026-09-12T00:00:00.000Z'));
  expect(entries).toEqual([
    {
      url: 'https://www.gov.cn/zhengce/content/202609/content_7080735.htm',
      title: '市场监督管理所条例',
      publishedOn: '2026-09-11',
    },
    {
      url: 'https://www.gov.cn/zhengce/content/202410/content_6981399.htm',
      title: '中华人民共和国两用物项出口管制条例',
      publishedOn: '2024-10-19',
    },
  ]);
  expect(degraded).toContain('without title or address');
});

test('a row dated ahead of its time is undated', async () => {
  const ahead = new TextDecoder().decode(bytesOf('mofcom-index.html')).replace('2026-07-24', '2027-07-24');
  const { entries } = await listEntries(sourceOf('mofcom-announcements'), pageOf(ahead, indexUrl), august);
  expect(entries[0]).not.toHaveProperty('publishedOn');
});

test('every error is one of the source’s two kinds and names it', async () => {
  const error = await listEntries(policy, pageOf('[]', jpaas.url), august).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnexpectedShape);
  expect((error as Error).message).toMatch(
    /^mofcom-policy-releases https:.*read today’s unit ids from the queryData of https:/,
  );
});
