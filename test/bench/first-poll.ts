import http from 'node:http';
import Parser from 'rss-parser';
import { bookmarksIn } from '../../functions/edge/bookmarks.ts';
import { Table } from '../../functions/edge/table.ts';
import { advanced, hashOf, newBookmark, unreadOf } from '../../functions/documents/bookmark.ts';
import { decode } from '../../functions/documents/decode.ts';
import type { Entry } from '../../functions/documents/document.ts';
import { feedIn } from '../../functions/documents/feed-root.ts';
import { listEntries } from '../../functions/documents/list-entries.ts';
import type { Page } from '../../functions/documents/page.ts';
import { pressDocument } from '../../functions/documents/read-document.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import type { Source } from '../../functions/sources/source.ts';
import { beijingDay } from '../../functions/time.ts';
import { pollAll } from '../../functions/local/poll-all.ts';
import { freshHandlers, setClock, TABLE } from '../../functions/local/world.ts';
import { feedPages, feedSources, NOW } from './feeds.ts';
import type { Figure } from './figure.ts';
import { costsOf } from './measure.ts';
import { openOutside } from './outside.ts';

const FEEDS = 30;
const ITEMS = 50;

/** What it costs to read thirty feeds for the first time, and where it goes. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  setClock(NOW);
  const sources = feedSources(FEEDS);
  const served = feedPages(FEEDS, ITEMS);
  await outside.show(served);
  const { poll } = await freshHandlers();
  const parser = new Parser();
  const bookmarks = bookmarksIn(new Table(TABLE));
  const today = beijingDay(NOW);
  const pages = sources.map((source): readonly [Source, Page] => [source, pageOf(source, served)]);
  const texts = pages.map(([, page]) => decode(page));
  const lists: readonly (readonly [Source, readonly Entry[]])[] = await Promise.all(
    pages.map(async ([source, page]) => [source, (await listEntries(source, page, NOW)).entries] as const),
  );
  const agent = new http.Agent({ keepAlive: true });
  const costs = await costsOf(
    {
      // A source that nobody has met is one by another name: its server is the same.
      poll: (round) =>
        pollAll(
          sources.map((source) => ({ ...source, id: `${source.id}-${round}` })),
          { poll },
          () => undefined,
        ),
      parser: () => inTurn(texts, (text) => parser.parseString(text)),
      fetched: () => inTurn(sources, (source) => fetched(source, agent)),
      asked: () => inTurn(sources, ({ id }) => bookmarks.of(id)),
      hashed: () => pages.map(([, page]) => hashOf(page.bytes)),
      decoded: () => pages.map(([, page]) => decode(page)),
      capped: () => texts.map((text) => feedIn(text, '')),
      listed: () => inTurn(pages, ([source, page]) => listEntries(source, page, NOW)),
      read: () => lists.map(([source, entries]) => entries.map((entry) => interpret(pressDocument(source, entry)))),
      marked: () => lists.map(([, entries]) => unreadOf(newBookmark(NOW), entries)),
      kept: (round) =>
        inTurn(lists, ([source, listed]) => {
          const progress = {
            validators: {},
            listed,
            read: listed,
            unread: 0,
            pages: [],
            address: '',
            isFeed: true,
            failing: [],
          };
          const bookmark = advanced(newBookmark(NOW), progress, today);
          return bookmarks.remember({ ...source, id: `${source.id}-kept-${round}` }, bookmark, 0);
        }),
    },
    { warmups: 5 },
  );
  agent.destroy();
  outside.close();
  const ms = (name: keyof typeof costs): number => costs[name].cpu;
  const part = (what: string, value: number): Figure => ({ what: `… of it ${what}`, value, unit: 'ms' });
  return [
    {
      what: `First poll of ${FEEDS} feeds × ${ITEMS}, ${megabytes(texts)} MB: CPU`,
      value: ms('poll'),
      unit: 'ms',
      floor: { what: 'rss-parser alone', value: ms('parser') },
      target: { timesFloor: 1.3 },
    },
    {
      what: '… over parsing and the calls alone',
      value: ms('poll'),
      unit: 'ms',
      floor: {
        what: 'rss-parser, 200, GetItem, PutItem',
        value: ms('parser') + ms('fetched') + ms('asked') + ms('kept'),
      },
    },
    part('SHA-256, decoding, caps', ms('hashed') + ms('decoded') + ms('capped')),
    part('rss-parser and entries from its items', ms('listed') - ms('decoded') - ms('capped')),
    part(`reading ${(FEEDS * ITEMS).toLocaleString('en')} entries`, ms('read')),
    part('what is new (marks)', ms('marked')),
    part('fetching by bare node:http', ms('fetched')),
    part('bookmarks, asked and kept', ms('asked') + ms('kept')),
  ];
}

const megabytes = (texts: readonly string[]): string =>
  (texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6).toFixed(2);

function pageOf({ url }: Source, served: ReturnType<typeof feedPages>): Page {
  const { body = '', type = '' } = served[url.slice('https://'.length)] ?? {};
  return { kind: 'page', url, contentType: type, bytes: Buffer.from(body), validators: {} };
}

async function inTurn<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of all) await act(one);
}

const fetched = ({ url }: Source, agent: http.Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const { host, pathname } = new URL(url);
    const request = http.get(new URL(pathname, process.env['WATCH_REPLICA']), { agent, headers: { host } });
    request.on('error', reject).on('response', (response) => {
      response.on('data', () => undefined).on('end', resolve);
    });
  });
