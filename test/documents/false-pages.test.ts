import { expect, test } from 'vitest';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { readArticle } from '../../functions/documents/read-document.ts';
import { SourceUnavailable, UnexpectedShape } from '../../functions/errors.ts';
import { at, bytesOf, pageOf, sourceOf } from './fixture-page.ts';

// Everything here came with status 200. What each lie must be called, and told by.
const lies: readonly (readonly [
  source: string,
  file: string,
  kind: typeof UnexpectedShape | typeof SourceUnavailable,
  message: RegExp,
])[] = [
  ['mofcom-policy-releases', 'jpaas-refused.json', UnexpectedShape, /success.*queryData of https/],
  ['mofcom-policy-releases', 'mofcom-index.html', UnexpectedShape, /expected JSON, found "<!DOCTYPE/],
  ['export-control-notices', 'exportcontrol-question-marks.json', UnexpectedShape, /question marks.*XHR/],
  ['export-control-notices', 'lie.json-for-feed.json', UnexpectedShape, /pageInfo/],
  ['govcn-latest-policy', 'govcn-list.json', UnexpectedShape, /at least 200 entries, found 2/],
  ['govcn-latest-policy', 'lie.json-for-feed.json', UnexpectedShape, /Expected Array/],
  ['mofcom-announcements', 'lie.soft-404.html', UnexpectedShape, /soft 404/],
  ['mofcom-announcements', 'lie.error-shell.html', UnexpectedShape, /error shell/],
  ['mofcom-announcements', 'lie.login.html', UnexpectedShape, /login page/],
  ['mofcom-announcements', 'lie.maintenance.html', UnexpectedShape, /maintenance page/],
  ['mofcom-announcements', 'lie.page-for-feed.html', UnexpectedShape, /index of 公告/],
  ['mofcom-announcements', 'blocked.cloudflare.html', SourceUnavailable, /challenge page \("Just a moment/],
  ['mofcom-announcements', 'blocked.jsl.html', SourceUnavailable, /challenge page/],
  ['mofcom-announcements', 'blocked.waf.html', SourceUnavailable, /challenge page/],
  ['mofcom-announcements', 'blocked.captcha.html', SourceUnavailable, /challenge page/],
  ['scmp-china', 'blocked.cloudflare.html', SourceUnavailable, /declines programs/],
  ['scmp-china', 'lie.page-for-feed.html', UnexpectedShape, /expected a feed .* found "<!DOCTYPE html>/],
  ['scmp-china', 'lie.json-for-feed.json', UnexpectedShape, /expected a feed/],
  ['scmp-china', 'lie.empty-channel.xml', UnexpectedShape, /at least 1 entries, found 0/],
  ['google-news-en', 'lie.google-placeholder.xml', UnexpectedShape, /not available/],
];

test.each(lies)('%s: %s', async (id, file, kind, message) => {
  const source = sourceOf(id);
  const now = at('2026-08-01T00:00:00.000Z');
  const error: unknown = await listEntries(source, pageOf(bytesOf(file), 'https://www.mofcom.gov.cn/x'), now).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(kind);
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message).toMatch(new RegExp(`^${id} https://www\\.mofcom\\.gov\\.cn/x: `));
  if (error instanceof SourceUnavailable) expect(error.cause_).toBe('blocked');
});

test('nothing at all is no page', async () => {
  const source = sourceOf('nhk-economy');
  await expect(listEntries(source, pageOf(' \n', source.url), at('2026-08-01T00:00:00.000Z'))).rejects.toThrow(
    'expected a page, found nothing',
  );
});

test.each([
  ['lie.empty-article.html', /found 6 characters/],
  ['lie.redesigned-article.html', /found 0 characters/],
  ['lie.error-in-article.html', /server’s error message/],
  ['lie.question-marks.html', /question marks/],
  ['lie.error-shell.html', /error shell/],
  ['lie.soft-404.html', /soft 404/],
  ['blocked.captcha.html', /challenge page/],
])('an article that is none: %s', (file, message) => {
  const url = 'https://www.mofcom.gov.cn/zwgk/zcfb/art/2026/art_df87be1437044874a35f85cf6e076f3d.html';
  const act = () => readArticle(sourceOf('mofcom-policy-releases'), { url, title: '公告' }, pageOf(bytesOf(file), url));
  expect(act).toThrow(message);
});

test('a short announcement about a login system’s maintenance is an announcement', () => {
  const url = 'https://www.mofcom.gov.cn/a.html';
  const html = `<html><head><title>关于出口许可证申领系统登录、升级维护的公告</title></head><body><script>document.cookie='seen=1'</script>
    <div class="nav">${'政策发布 '.repeat(40)}</div><div class="art-con"><p>为做好系统维护工作，现将有关事项公告如下，请各单位遵照执行，特此公告周知。</p></div></body></html>`;
  expect(readArticle(sourceOf('mofcom-policy-releases'), { url, title: '公告' }, pageOf(html, url))).toHaveProperty(
    'text',
  );
});
