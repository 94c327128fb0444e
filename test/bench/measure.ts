import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** At least this many readings stand behind every figure. */
export const ROUNDS = 9;

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share of all values stays within. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** What one act cost this process, in milliseconds: processor time, all threads, and time on the clock. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

export async function costOf(act: () => unknown): Promise<Cost> {
  const started = performance.now();
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1_000, wall: performance.now() - started };
}

/**
 * Medians of what several acts cost, taken in turn, so that a slow minute of the machine falls on all of them.
 * @param warmups rounds before the first that counts: code that runs for weeks is compiled
 */
export async function costsOf<Name extends string>(
  acts: Readonly<Record<Name, (round: number) => unknown>>,
  { rounds = ROUNDS, warmups = 3 }: { rounds?: number; warmups?: number } = {},
): Promise<Readonly<Record<Name, Cost>>> {
  const names = Object.keys(acts) as Name[];
  const costs = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmups + rounds; round++) {
    for (const name of names) {
      const cost = await costOf(() => acts[name](round));
      if (round >= warmups) costs.get(name)?.push(cost);
    }
  }
  return Object.fromEntries(names.map((name) => [name, middle(costs.get(name) ?? [])])) as Record<Name, Cost>;
}

const middle = (costs: readonly Cost[]): Cost => ({
  cpu: median(costs.map(({ cpu }) => cpu)),
  wall: median(costs.map(({ wall }) => wall)),
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that are in use, after a collection of all that is not. */
export function living(): number {
  collect();
  return process.memoryUsage().heapUsed / 1_048_576;
}
