import { setTimeout as pause } from 'node:timers/promises';

export type InTurn = <T>(host: string, spacing: number, act: () => Promise<T>) => Promise<T>;

/**
 * One request at a time per host, and a pause between them: parallel requests make several of these servers refuse
 * everything, and brought one down.
 * @returns a function that acts when its turn comes, `spacing` milliseconds after the one before it ended
 */
export function turns(): InTurn {
  const ends = new Map<string, Promise<number>>();
  return (host, spacing, act) => {
    const before = ends.get(host);
    const turn = before === undefined ? act() : before.then((end) => after(end + spacing, act));
    const ended = () => performance.now();
    ends.set(host, turn.then(ended, ended));
    return turn;
  };
}

async function after<T>(moment: number, act: () => Promise<T>): Promise<T> {
  const wait = moment - performance.now();
  if (wait > 0) await pause(wait);
  return act();
}
