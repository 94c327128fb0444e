import { onTestFinished } from 'vitest';
import { ordinaryNotices, type Replica, type Scene, startReplica } from '../../functions/local/replica.ts';
import { type Announced, type Headline, readAnnounced } from '../../functions/local/wire-pages.ts';
import {
  type Delivery,
  freshHandlers,
  setClock,
  type Setting,
  startWorld,
  type World,
} from '../../functions/local/world.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, beijingDay, type Instant } from '../../functions/time.ts';

/** What the sources hold at a moment; everything that is not named is as ordinary as on any day. */
export interface Moment {
  readonly at: string;
  readonly announced?: readonly Announced[];
  readonly headlines?: readonly Headline[];
  readonly instead?: Scene['instead'];
  /** Where the announcements stand; absent: on the annual index alone. */
  readonly on?: readonly string[];
  /** Copies on the export control site, which bear stamps of their own. */
  readonly mirrored?: readonly Announced[];
  /** What the ministry's spokesperson said. */
  readonly statements?: readonly Announced[];
  /** Headlines of a Japanese outlet. */
  readonly japanese?: readonly Headline[];
}

const sourceOf = (id: string): Source => {
  const source = catalogue.find((one) => one.id === id);
  if (!source) throw new Error(`no source ${id}`);
  return source;
};

export const press = 'scmp-china';
export const index = 'mofcom-announcements';
export const mirror = 'export-control-notices';
export const statements = 'mofcom-news-releases';
export const japanesePress = 'nhk-economy';
export const sites = [index, 'mofcom-policy-releases', mirror];

/** A running watch over replicas of the named sources, with a reader in English and Japanese, and an SMS in Japanese. */
export class Telling {
  readonly #world: World;
  readonly #replica: Replica;
  readonly sources: readonly Source[];
  readonly #ordinary: Headline[] = [];
  #handlers: Pick<World, 'poll' | 'notify' | 'calendar' | 'readAnnex'>;

  private constructor(world: World, replica: Replica, sources: readonly Source[]) {
    this.#world = world;
    this.#handlers = world;
    this.#replica = replica;
    this.sources = sources;
  }

  static async begin(ids: readonly string[] = [index, press], own: Partial<Setting> = {}): Promise<Telling> {
    const replica = await startReplica();
    const world = await startWorld({
      subscribers: [
        { email: 'en@maker.example', language: 'en' },
        { email: 'ja@maker.example', language: 'ja' },
        { sms: '+819012345678', language: 'ja' },
      ],
      languages: ['en', 'ja'],
      sources: ids,
      replica: replica.address,
      ...own,
    });
    onTestFinished(async () => {
      await world.close();
      await replica.close();
    });
    return new Telling(world, replica, ids.map(sourceOf));
  }

  /** Shows a moment, polls every source, keeps the calendar, and delivers. */
  async tell(moment: Moment): Promise<readonly Delivery[]> {
    this.show(moment);
    for (const source of this.sources) await this.#handlers.poll({ source });
    await this.#handlers.calendar({ task: 'daily' });
    await this.#handlers.notify();
    return this.#world.deliveries();
  }

  show({ at, announced = [], headlines = [], instead, on = [index], mirrored = [], ...more }: Moment): void {
    const copies: Readonly<Record<string, readonly Announced[]>> = {
      [mirror]: mirrored,
      [statements]: more.statements ?? [],
    };
    const news: Readonly<Record<string, readonly Headline[]>> = {
      [press]: headlines,
      [japanesePress]: more.japanese ?? [],
    };
    const day = beijingDay(at as Instant);
    setClock(at as Instant);
    // A feed lists yesterday's news beside today's; one that did not would rightly be said to have a gap.
    this.#ordinary.unshift({
      title: `Weather of ${day}`,
      url: `https://www.scmp.com/news/${day}`,
      at: `${day}T00:00:00.000Z` as Instant,
    });
    const ordinary = this.#ordinary.slice(0, 10);
    this.#replica.show({
      sources: this.sources,
      announced: Object.fromEntries(
        this.sources.map(({ id }) => [
          id,
          [...(on.includes(id) ? announced : []), ...(copies[id] ?? []), ...ordinaryNotices(16, day)],
        ]),
      ),
      headlines: Object.fromEntries(this.sources.map(({ id }) => [id, [...(news[id] ?? []), ...ordinary]])),
      ...(instead && { instead }),
    });
  }

  /** Learns what is there, quietly. */
  async learn(at: string, moment: Omit<Moment, 'at'> = {}): Promise<void> {
    await this.tell({ at, ...moment });
    await this.tell({ at: addMinutes(at as Instant, 5), ...moment });
  }

  get handlers(): Pick<World, 'poll' | 'notify' | 'calendar' | 'readAnnex'> {
    return this.#handlers;
  }

  get world(): World {
    return this.#world;
  }

  /** As after a crash: what the handlers held in memory is gone. */
  async restart(): Promise<void> {
    this.#handlers = await freshHandlers();
  }
}

/** An announcement of the ministry, as written in a story. */
export const announce = (
  title: string,
  publishedOn: string,
  body: string,
  attachments?: readonly string[],
): Announced => ({
  title,
  publishedOn: publishedOn as BeijingDate,
  body,
  ...(attachments && { attachments }),
});

export const headline = (title: string, at: string, summary = ''): Headline => ({
  title,
  summary,
  at: at as Instant,
  url: `https://www.scmp.com/news/china/${encodeURIComponent(title)}`,
});

export { readAnnounced };

/** Messages as their readers see them. */
export const shown = (deliveries: readonly Delivery[]): string =>
  deliveries.map(({ to, subject, text }) => `━━ ${to}\n${subject}\n\n${text}\n`).join('\n');
