import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// These hold times of the clock, or ratios of them, against each other: nothing may run beside them.
const measuring = [
  'test/edge/http.test.ts',
  'test/edge/patience.test.ts',
  'test/edge/relay.test.ts',
  'test/edge/turns.test.ts',
  'test/findings/official.test.ts',
  'test/infra/artefacts.test.ts',
];

/** First what may run side by side, two files at once at the least: half of their time they wait. Then what measures, alone. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: measuring,
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: measuring, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
