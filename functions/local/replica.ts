import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressOf, type Source } from '../sources/source.ts';
import type { BeijingDate } from '../time.ts';
import {
  type Announced,
  annualIndexPage,
  artName,
  articlePage,
  atomFeed,
  exportControlList,
  exportControlPage,
  type Headline,
  jpaasUnit,
  rdfFeed,
  rssFeed,
} from './wire-pages.ts';

/** What the replica's servers hold at one moment. */
export interface Scene {
  readonly sources: readonly Source[];
  /** What each official source lists, newest first, by source id; each page stands at an address of that source's own. */
  readonly announced: Readonly<Record<string, readonly Announced[]>>;
  readonly headlines: Readonly<Record<string, readonly Headline[]>>;
  /** What stands in the place of an address (host and path): outages, edits, rubbish. */
  readonly instead?: Readonly<Record<string, Instead>>;
}

/** A whole answer, or a way of answering that is none: silence, a reset, a trickle. */
export type Instead =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** The sources' servers on one loopback port, told apart by their Host header, with validators as the real ones give. */
export interface Replica {
  readonly address: string;
  show(scene: Scene): void;
  /** Requests served, by address. */
  readonly served: Map<string, number>;
  close(): Promise<void>;
}

export async function startReplica(): Promise<Replica> {
  let scene: Scene = { sources: [], announced: {}, headlines: {} };
  const served = new Map<string, number>();
  // A page stays when no list names it any longer, as the real ones do; `instead` takes one away.
  const pages = new Map<string, Served>();
  const server = createServer((request, response) => void answer(request, response, scene, served, pages));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(next) {
      scene = next;
      for (const source of next.sources) {
        for (const one of next.announced[source.id] ?? []) {
          const body = source.format === 'exportcontrol-list' ? exportControlPage(one) : articlePage(one);
          pages.set(`${hostOf(source)}${pathOf(source, one)}`, { type: 'text/html', body });
        }
      }
    },
    served,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  scene: Scene,
  served: Map<string, number>,
  pages: ReadonlyMap<string, Served>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(`https://${request.headers.host ?? ''}${request.url ?? '/'}`);
  const address = `${url.host}${url.pathname}`;
  served.set(address, (served.get(address) ?? 0) + 1);
  const instead = scene.instead?.[address];
  if (typeof instead === 'function') {
    instead(request, response);
    return;
  }
  if (instead) {
    response.writeHead(instead.status ?? 200, { 'content-type': 'text/html', ...instead.headers }).end(instead.body);
    return;
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const page = pages.get(address) ?? pageAt(url, form, request, scene);
  if (page === undefined) {
    response
      .writeHead(404, { 'content-type': 'text/html' })
      .end('<html><body>抱歉，您访问的页面不存在！</body></html>');
    return;
  }
  const etag = `"${createHash('md5').update(page.body).digest('hex')}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { 'content-type': page.type, ...(request.method === 'GET' && { etag }) }).end(page.body);
}

interface Served {
  readonly type: string;
  readonly body: string;
}

function pageAt(url: URL, form: URLSearchParams, request: IncomingMessage, scene: Scene): Served | undefined {
  const html = (body: string): Served => ({ type: 'text/html', body });
  const json = (body: string): Served => ({ type: 'application/json; charset=UTF-8', body });
  for (const source of scene.sources) {
    const rows = (scene.announced[source.id] ?? []).map((one) => [one, pathOf(source, one)] as const);
    const years = [...new Set(rows.map(([{ publishedOn }]) => Number(publishedOn.slice(0, 4))))];
    const year = years.find((one) => addressOf(source, one) === url.href);
    switch (source.format) {
      case 'mofcom-index': {
        if (year !== undefined)
          return html(annualIndexPage(rows.filter(([one]) => one.publishedOn.startsWith(String(year)))));
        if (addressOf(source, 2000).replace('2000', url.pathname.split('/')[4] ?? '') === url.href)
          return html(annualIndexPage([]));
        break;
      }
      case 'jpaas-list': {
        if (url.host !== hostOf(source) || url.searchParams.get('pageId') !== source.unit.pageId) break;
        const { pageNo = 1, pageSize = source.pageSize } = JSON.parse(
          url.searchParams.get('paramJson') ?? '{}',
        ) as Record<string, number>;
        return json(jpaasUnit(rows, pageNo, pageSize));
      }
      case 'exportcontrol-list': {
        if (`${url.origin}${url.pathname}` !== source.url || form.get('columnID') !== String(source.columnId)) break;
        const xhr = request.headers['x-requested-with'] === 'XMLHttpRequest';
        return json(exportControlList(rows, Number(form.get('pageNumber')), xhr));
      }
      case 'govcn-list':
        if (source.url === url.href) {
          return json(
            JSON.stringify(
              rows.map(([{ title, publishedOn }, path]) => ({
                TITLE: title,
                URL: `https://www.gov.cn${path}`,
                DOCRELPUBTIME: publishedOn,
                SUB_TITLE: '',
              })),
            ),
          );
        }
        break;
      case 'feed': {
        if (source.url !== url.href) break;
        const items = scene.headlines[source.id] ?? [];
        const feed = source.url.endsWith('.rdf') ? rdfFeed : source.url.includes('atom') ? atomFeed : rssFeed;
        return { type: 'application/xml', body: feed(items) };
      }
    }
  }
  return undefined;
}

const hostOf = (source: Source): string => new URL(addressOf(source, 2000)).host;

/** Where a source's copy of an announcement stands: every list links to a copy of its own. */
export function pathOf(source: Source, announced: Announced): string {
  const year = announced.publishedOn.slice(0, 4);
  const name = artName(announced, source.id.replace('-last-year', ''));
  switch (source.format) {
    case 'mofcom-index':
      return `/zcfb/blgg/gg/${year}/art/${year}/${name}`;
    case 'exportcontrol-list':
      return `/article/zcfg/gnzcfg/zcfggzqd/${year}${announced.publishedOn.slice(5, 7)}/${parseInt(name.slice(4, 10), 16)}.html`;
    case 'govcn-list':
      return `/zhengce/content/${year}${announced.publishedOn.slice(5, 7)}/content_${parseInt(name.slice(4, 10), 16)}.htm`;
    case 'jpaas-list':
    case 'feed':
      return `/zwgk/zcfb/art/${year}/${name}`;
  }
}

/** Ordinary notices of the ministry, enough of them for a list to look alive; none is about export control. */
export const ordinaryNotices = (count: number, newest: BeijingDate): readonly Announced[] =>
  Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(newest) - i * 86_400_000).toISOString().slice(0, 10) as BeijingDate;
    return {
      title: `商务部公告${day.slice(0, 4)}年第${900 - i}号 关于原产于某国的进口化工产品反倾销措施期终复审调查的公告（${i + 1}）`,
      publishedOn: day,
      body: '根据《中华人民共和国反倾销条例》的规定，商务部决定自即日起对进口化工产品所适用的反倾销措施进行期终复审调查。\n本公告自发布之日起执行。',
    };
  });
