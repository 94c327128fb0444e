import { listEntries } from '../../functions/documents/list-entries.ts';
import { readArticle } from '../../functions/documents/read-document.ts';
import type { Page } from '../../functions/documents/page.ts';
import { parseSource } from '../../functions/sources/source.ts';
import type { Instant } from '../../functions/time.ts';

/** Reads one hostile page in a process of its own, so that its time and memory can be measured. */

const rss = (items: string): string => `<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;
const item = (inside: string): string =>
  `<item><title>China bans exports</title><link>https://example.com/1</link>${inside}</item>`;
const article = (body: string): string =>
  `<html><head><title>公告</title></head><body><div ergodic="article" class="art-con">${body}</div></body></html>`;
const rows = (html: string): string => JSON.stringify({ success: true, code: '200', data: { html } });
const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`).join('');

const pages: Record<string, { readonly format: 'feed' | 'jpaas-list' | 'article'; readonly text: () => string }> = {
  'one description of 15 MB of tags': {
    format: 'feed',
    text: () => rss(item(`<description>${'&lt;'.repeat(3_750_000)}</description>`)),
  },
  'descriptions of a thousand bytes of tags each, 15 MB in all': {
    format: 'feed',
    text: () => rss(item(`<description>${'&lt;a&lt;br'.repeat(100)}</description>`).repeat(14_000)),
  },
  '100,000 items': {
    format: 'feed',
    text: () => rss(Array.from({ length: 100_000 }, (_, i) => item(`<guid>${i}</guid>`)).join('')),
  },
  '100,000 items and no well-formedness': {
    format: 'feed',
    text: () => rss(`<img async>${item('<description>a & b <br> c</description>').repeat(100_000)}`),
  },
  'a billion laughs': {
    format: 'feed',
    text: () =>
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]>${rss(item('<description>&e30;</description>'))}`,
  },
  '100,000 levels in a description': {
    format: 'feed',
    text: () => rss(item(`<description>${'<b>'.repeat(100_000)}${'</b>'.repeat(100_000)}</description>`)),
  },
  '100,000 levels that never close in a feed': {
    format: 'feed',
    text: () => rss(item(`<description>${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}</description>`)),
  },
  'three million unclosed comments': {
    format: 'feed',
    text: () => rss('<!-'.repeat(3_000_000) + '<!--'.repeat(1_000_000)),
  },
  '100,000 levels in an article': {
    format: 'article',
    text: () => article(`${'<div><a><table><tr><td>'.repeat(100_000)}公告${'</b></i>'.repeat(100_000)}`),
  },
  'an article of 10 million words in one cell': {
    format: 'article',
    text: () => article(`<table><tr>${'<td>公告 &amp; '.repeat(800_000)}</tr></table>`),
  },
  'a million unfinished tags and script words': {
    format: 'article',
    text: () => `<html><title${'<title var title=\'location="<a href='.repeat(300_000)}`,
  },
  'a list of a million links': {
    format: 'jpaas-list',
    text: () => rows('<a href="/a.html" title="公告">'.repeat(400_000)),
  },
  'a list of 400,000 boxes one inside the other, with a day each': {
    format: 'jpaas-list',
    text: () => rows('<div><a href=/a title=公告>2026-02-24 '.repeat(400_000)),
  },
  '100,000 brackets of JSON': { format: 'jpaas-list', text: () => '['.repeat(100_000) },
};

export const hostilePages = Object.keys(pages);

const common = { id: 'hostile', publisher: 'X', authority: 'press', language: 'zh', every: 5, atLeast: 1 } as const;
const unit = { webId: 'w', pageId: 'p', tplSetId: 't', tagId: 'g' };

async function read(name: string): Promise<string> {
  const { format, text } = pages[name] ?? { format: 'feed', text: () => '' };
  const url = 'https://example.com/page';
  const source = parseSource(
    format === 'jpaas-list'
      ? { ...common, format, url, column: url, unit, pageSize: 15 }
      : { ...common, format: 'feed', url },
    'hostile page',
  );
  const page: Page = { kind: 'page', url, bytes: new TextEncoder().encode(text()), validators: {} };
  try {
    if (format === 'article') {
      const result = readArticle(source, { url, title: '公告' }, page);
      return 'moved' in result ? 'moved' : `a document of ${result.text.length} characters`;
    }
    const { entries } = await listEntries(source, page, '2026-03-01T00:00:00.000Z' as Instant);
    return `${entries.length} entries`;
  } catch (error) {
    return error instanceof Error ? error.name : 'not an error';
  }
}

const [, script, name] = process.argv;
if (script === import.meta.filename && name !== undefined) {
  const before = process.resourceUsage();
  const outcome = await read(name);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (userCPUTime + systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1e6;
  process.stdout.write(JSON.stringify({ outcome, seconds, megabytes: maxRSS / 1_024 }));
}
