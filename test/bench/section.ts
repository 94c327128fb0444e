import { type Figure, tableOf } from './figure.ts';

const sections: Readonly<Record<string, () => Promise<{ figures: () => Promise<readonly Figure[]> }>>> = {
  unchanged: () => import('./unchanged.ts'),
  'first-poll': () => import('./first-poll.ts'),
  many: () => import('./many.ts'),
  reading: () => import('./reading.ts'),
  journal: () => import('./journal.ts'),
  'cold-start': () => import('./cold-start.ts'),
  'cold-ring': () => import('./cold-ring.ts'),
  latency: () => import('./latency.ts'),
  scale: () => import('./scale.ts'),
  'one-shot': () => import('./one-shot.ts'),
  pages: () => import('./pages.ts'),
};

/** In the order of the table. */
export const sectionNames = Object.keys(sections);

// Each section runs in a process of its own: what one leaves in memory or in the compiler does not touch the next.
const name = process.argv[2];
if (import.meta.main && name !== undefined) {
  const section = await sections[name]?.();
  const figures = (await section?.figures()) ?? [];
  if (process.send) process.send(figures);
  else console.log(tableOf(figures));
  if (process.connected) process.disconnect();
}
