import type { Surroundings } from '../alerts/alert.ts';
import type { NotifyEdge } from '../edge/edge.ts';
import type { Change } from '../register/change.ts';
import type { OurLists } from '../screening/own.ts';

/** What a run knows of the deployment's own lists: read when the first alert of the run needs them, and once. */
export class OwnLists {
  readonly #edge: Pick<NotifyEdge, 'ownLists'>;
  readonly #faults: string[];
  #lists: Promise<OurLists | 'unread' | undefined> | undefined;
  constructor(edge: Pick<NotifyEdge, 'ownLists'>, faults: string[]) {
    this.#edge = edge;
    this.#faults = faults;
  }

  /** What of the reader's own a Change touches. An alert goes out without it rather than late, and then says so. */
  async touchedBy(change: Change): Promise<Surroundings['ours']> {
    const lists = await (this.#lists ??= this.#read());
    if (lists === undefined || lists === 'unread') return lists;
    // Screening brings the tables of characters with it: whoever keeps no lists does not load them.
    const { hitsOf } = await import('../screening/hits.ts');
    return hitsOf(change, lists);
  }

  async #read(): Promise<OurLists | 'unread' | undefined> {
    try {
      return await this.#edge.ownLists();
    } catch (error) {
      // The name alone: the log must not hold a word of them.
      this.#faults.push(`the lists of our own could not be read: ${error instanceof Error ? error.name : 'unknown'}`);
      return 'unread';
    }
  }
}
