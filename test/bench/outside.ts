import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Calls } from './call-counter.ts';
import type { Served } from './origin.ts';

export type Asked =
  { readonly act: 'show'; readonly pages: Readonly<Record<string, Served>> } | { readonly act: 'counted' };

/** What the outside saw since it was last asked. */
export interface Counted {
  readonly table: Calls;
  readonly topics: Calls;
  readonly origin: { readonly requests: number; readonly connections: number };
  /** Milliseconds from the last change of a page to the first Publish after it. */
  readonly publishedAfter?: number;
}

/** Everything that is not ours: the sources' servers, DynamoDB and SNS, in a process of their own. */
export interface Outside {
  show(pages: Readonly<Record<string, Served>>): Promise<void>;
  counted(): Promise<Counted>;
  close(): void;
}

/** Starts the outside and points this process at it. */
export async function openOutside(): Promise<Outside> {
  const child = fork(new URL('outside-process.ts', import.meta.url).pathname);
  const ask = async (asked: Asked): Promise<unknown> => {
    const answer = once(child, 'message');
    child.send(asked);
    return ((await answer) as [unknown])[0];
  };
  const [environment] = (await once(child, 'message')) as [Record<string, string>];
  Object.assign(process.env, environment);
  return {
    show: async (pages) => {
      await ask({ act: 'show', pages });
    },
    counted: async () => (await ask({ act: 'counted' })) as Counted,
    close: () => {
      child.disconnect();
    },
  };
}
