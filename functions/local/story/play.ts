import { addMinutes } from '../../time.ts';
import { startReplica } from '../replica.ts';
import { setClock, startWorld, type World } from '../world.ts';
import { sources, type Step, steps } from './story.ts';

export const subscribers = [
  { email: 'compliance@maker.example', language: 'en' },
  { email: 'kobai@maker.example', language: 'ja', instruments: ['control-list', 'watch-list'] },
  { sms: '+819012345678', language: 'ja' },
] as const;
export const storyLanguages = ['en', 'ja'] as const;

export interface Played {
  readonly world: World;
  readonly close: () => Promise<void>;
}

/**
 * Plays the story through the real handlers, on emulators and a replica of the sources.
 * @param before called with each step before its polls
 * @param after called behind them, when what is due is in the journal
 * @param played the steps, oldest first
 */
export async function playStory(
  before: (step: Step) => void,
  after: (world: World) => Promise<unknown> = (world) => world.notify(),
  played: readonly Step[] = steps,
): Promise<Played> {
  const replica = await startReplica();
  const world = await startWorld({
    subscribers,
    languages: storyLanguages,
    sources: sources.map(({ id }) => id),
    replica: replica.address,
    ownLists: true,
  });
  const close = async (): Promise<void> => {
    await world.close();
    await replica.close();
  };
  try {
    for (const step of played) {
      replica.show(step.scene);
      before(step);
      // Learning a list takes as many polls as it has twenties of articles.
      for (const minute of [0, 1]) {
        setClock(addMinutes(step.at, minute));
        for (const source of sources) await world.poll({ source });
      }
      await world.calendar({ task: 'daily' });
      await after(world);
    }
    return { world, close };
  } catch (error) {
    await close();
    throw error;
  }
}
