import { createHash } from 'node:crypto';
import type { BeijingDate, Instant } from '../time.ts';

/**
 * Pages in the wire formats of the sources, as public copies and parsers describe them. Written, not captured: nothing
 * here was fetched.
 */
export interface Announced {
  readonly title: string;
  readonly publishedOn: BeijingDate;
  /** A paragraph a line; cells of a table parted by tabs. */
  readonly body: string;
  /** Files that the page offers beside its words. */
  readonly attachments?: readonly string[];
}

/** A headline as a feed gives it. */
export interface Headline {
  readonly title: string;
  readonly summary?: string;
  readonly url: string;
  readonly at: Instant;
}

/** A text file: its first line the title, `name: value` lines, an empty line, the body. */
export function readAnnounced(text: string): Announced {
  const [head = '', ...rest] = text.split('\n\n');
  const [title = '', ...lines] = head.split('\n');
  const fields = lines.map((line) => line.split(/:\s*/, 2) as [string, string]);
  const publishedOn = (fields.find(([name]) => name === 'publishedOn')?.[1] ?? '') as BeijingDate;
  const attachments = fields.filter(([name]) => name === 'unread').map(([, file]) => file);
  return { title, publishedOn, body: rest.join('\n\n').trim(), ...(attachments.length > 0 && { attachments }) };
}

/** The name of an article's page: the CMS draws 32 hex digits for each copy. */
export const artName = (announced: Announced, copy: string): string =>
  `art_${createHash('md5').update(`${copy}${announced.title}`).digest('hex')}.html`;

/** A JPAAS article page. */
export function articlePage({ title, publishedOn, body, attachments = [] }: Announced): string {
  const [year = '', month = '', day = ''] = publishedOn.split('-');
  const number = /^.{2,40}?(?:公告|令).{4,14}?号/.exec(title)?.[0];
  const header = number
    ? `<div class="art-con-gonggao"><p>【发布单位】商务部</p><p>【发布文号】${escape(number)}</p>` +
      `<p>【发文日期】${year}年${month}月${day}日</p></div>`
    : '';
  const files = attachments.map(
    (name) => `<a href="/cms_files/filemanager/1077459795/attach/${encodeURIComponent(name)}">${escape(name)}</a>`,
  );
  return (
    `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="${escape(title)}">` +
    `<meta name="PubDate" content="${publishedOn} 10:00"><meta name="MakeTime" content="2026-09-30 17:00:46"></head>` +
    `<body><div class="nav">首页 &gt; 政务公开</div><h1>${escape(title)}</h1>` +
    `<div ergodic="article" class="art-con art-con-bottonmLine">${header}${paragraphs(body)}</div>` +
    `<div class="article-tool">打印</div><ul>${files.map((file) => `<li>${file}</li>`).join('')}</ul></body></html>`
  );
}

/** A list row as all the ministry's lists have it. */
const row = (announced: Announced, href: string): string =>
  `<li><a href="${href}" title="${escape(announced.title)}" target="_blank">${escape(announced.title)}</a>` +
  `<span>[${announced.publishedOn}]</span></li>`;

/** The annual index of announcements. */
export const annualIndexPage = (rows: readonly (readonly [Announced, string])[]): string =>
  '<!DOCTYPE html><html><head><title>公告</title></head><body><a href="/index.html">首页</a>' +
  `<h2>商务部公告</h2><ul class="txtList_01">${rows.map(([one, href]) => row(one, href)).join('')}</ul></body></html>`;

/** One page of a JPAAS unit. */
export function jpaasUnit(rows: readonly (readonly [Announced, string])[], pageNo: number, pageSize: number): string {
  const shown = rows.slice((pageNo - 1) * pageSize, pageNo * pageSize);
  const html =
    `<div id="分页列表"><div class="page-content"><ul class="txtList_01">${shown.map(([one, href]) => row(one, href)).join('')}</ul></div>` +
    `<div class="pagination" rows="${pageSize}" count="${rows.length}" pageNo="${pageNo}" unitid="分页列表"></div></div>`;
  return JSON.stringify({
    roles: null,
    permissions: null,
    success: true,
    message: null,
    code: '200',
    data: { html },
    traceId: '1',
  });
}

/** One page of the export-control information network's list; without an XHR's headers every Chinese character is `?`. */
export function exportControlList(rows: readonly (readonly [Announced, string])[], page: number, xhr: boolean): string {
  const shown = rows.slice((page - 1) * 20, page * 20).map(([{ title, publishedOn }, url], id) => ({
    id,
    title,
    url,
    content: '',
    publishTimeStr: `${publishedOn} 10:00:00`,
    columnName: '公告',
  }));
  const json = JSON.stringify({
    pageInfo: { total: rows.length, maxPageNum: Math.ceil(rows.length / 20), rows: shown },
  });
  return xhr ? json : json.replace(/[^\p{ASCII}]/gu, '?');
}

/** The same network's article page. */
export const exportControlPage = ({ title, publishedOn, body }: Announced): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><script>var title='${title}'; var publishTime='${publishedOn} 10:00:00';</script>` +
  `</head><body><div class="bd">${paragraphs(body)}</div><div class="u-disclaimer-box">免责声明</div></body></html>`;

export const rssFeed = (items: readonly Headline[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>news</title>${items
    .map(
      ({ title, summary = '', url, at }) =>
        `<item><title>${escape(title)}</title><link>${escape(url)}</link><guid>${escape(url)}</guid>` +
        `<description>${escape(summary)}</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

export const rdfFeed = (items: readonly Headline[]): string =>
  '<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ' +
  `xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="/"><title>news</title></channel>${items
    .map(
      ({ title, summary = '', url, at }) =>
        `<item rdf:about="${escape(url)}"><title>${escape(title)}</title><link>${escape(url)}</link>` +
        `<description>${escape(summary)}</description><dc:date>${at}</dc:date></item>`,
    )
    .join('')}</rdf:RDF>`;

export const atomFeed = (items: readonly Headline[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>news</title>${items
    .map(
      ({ title, summary = '', url, at }) =>
        `<entry><title>${escape(title)}</title><link href="${escape(url)}"/><id>${escape(url)}</id>` +
        `<summary>${escape(summary)}</summary><updated>${at}</updated></entry>`,
    )
    .join('')}</feed>`;

const paragraphs = (body: string): string => {
  const lines = body.split('\n').map((line) =>
    line.includes('\t')
      ? `<tr>${line
          .split('\t')
          .map((cell) => `<td>${escape(cell)}</td>`)
          .join('')}</tr>`
      : `<p>${escape(line)}</p>`,
  );
  return lines.join('\n').replace(/(?:<tr>.*<\/tr>\n?)+/g, (rows) => `<table>${rows}</table>`);
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
