import type { PollReport } from '../runs/poll-source.ts';
import type { Source } from '../sources/source.ts';
import type { World } from './world.ts';

const AT_ONCE = 8;

/**
 * Polls every source once, some at a time, and says of each how it went, as soon as it is known. Attachments that they ask for
 * are read, as a schedule has it done on AWS, and what waited for them is polled again.
 */
export async function pollAll(
  sources: readonly Source[],
  world: Pick<World, 'poll'> & Partial<Pick<World, 'readAnnex'>>,
  say: (line: string) => void,
): Promise<readonly PollReport[]> {
  const reports = await pollEach(sources, world, say);
  const waiting = sources.filter(({ id }) => reports.some(({ source, awaiting }) => source === id && awaiting));
  if (!world.readAnnex || waiting.length === 0) return reports;
  const { read, faults } = await world.readAnnex();
  for (const file of read) say(`attachment read: ${file}`);
  for (const fault of faults) say(`attachment not read: ${fault}`);
  return read.length > 0 ? [...reports, ...(await pollEach(waiting, world, say))] : reports;
}

async function pollEach(
  sources: readonly Source[],
  world: Pick<World, 'poll'>,
  say: (line: string) => void,
): Promise<readonly PollReport[]> {
  const waiting = [...sources];
  const reports: PollReport[] = [];
  const worker = async (): Promise<void> => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      const report = await world.poll({ source });
      reports.push(report);
      say(`[${reports.length}/${sources.length}] ${source.id}: ${inWords(report)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return reports;
}

function inWords({ outcome, listed, read, changes, faults, quiet }: PollReport): string {
  const [fault] = faults;
  if (outcome === 'failed') return `unreachable or unreadable: ${fault ?? ''}`;
  if (outcome !== 'read') return outcome;
  const told = changes.length > 0 ? `, journal #${changes.join(', #')}` : '';
  return `${listed} listed, ${read} read${told}${quiet ? ` (${quiet}: told nobody)` : ''}${fault ? `; ${fault}` : ''}`;
}
