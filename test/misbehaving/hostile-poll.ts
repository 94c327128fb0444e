import { handler } from '../../functions/poll.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';

/** Polls the sources named, one after the other, in a process of its own, and says what it came to and what it cost. */
const outcomes: unknown[] = [];
for (const id of process.argv.slice(2)) {
  const { outcome, listed, faults } = await handler({ source: catalogue.find((source) => source.id === id) });
  outcomes.push({ outcome, listed, faults });
}
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const seconds = (userCPUTime + systemCPUTime) / 1e6;
process.stdout.write(JSON.stringify({ outcomes, seconds, megabytes: maxRSS / 1_024 }));
process.exit(); // connections are kept alive for the next invocation
