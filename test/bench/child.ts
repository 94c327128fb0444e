import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** What a whole process used, from its start to its end. */
export interface Used {
  /** Milliseconds of processor time, of all threads. */
  readonly cpu: number;
  readonly wall: number;
  /** The most memory it ever held, in MB. */
  readonly peak: number;
  readonly out: string;
}

// The last thing the process does is to write what it used to its fourth stream.
const atItsEnd = `data:text/javascript,import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

/**
 * Runs Node with these arguments to its end.
 * @throws when it ends with another status than 0
 */
export async function runMeasured(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Used> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', atItsEnd, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, said] = await Promise.all([text(child.stdout as Readable), text(child.stdio[3] as Readable)]);
  const status = await ended;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with status ${status ?? 'none'}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said) as NodeJS.ResourceUsage;
  return { cpu: (userCPUTime + systemCPUTime) / 1_000, wall: performance.now() - started, peak: maxRSS / 1_024, out };
}
