import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Instant } from '../../../functions/time.ts';
import type { Ask, Told } from './lambda-child.ts';
import type { Stack } from './stack.ts';

/** A function as the template describes it. */
export interface Deployed {
  /** Its construct: `Poller`, `Notifier`, … */
  readonly name: string;
  readonly arn: string;
  readonly module: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  /** What becomes of an event that it was only handed: runs after the first, and the queue of letters. */
  readonly retries: number;
  readonly letters: string | undefined;
}

export interface Outcome {
  readonly result?: unknown;
  readonly error?: string;
  readonly seconds: number;
  /** Ended by Lambda, because its time was up. */
  readonly killed: boolean;
}

/** The functions of a stack. Their ARNs are made up here, for the resources that name them. */
export function functionsOf(stack: Stack): readonly Deployed[] {
  const functions = stack.all('AWS::Lambda::Function').filter(([, { Runtime }]) => Runtime === 'nodejs24.x');
  for (const [id] of functions) stack.made(id, { Ref: id, Arn: `arn:function/${id}` });
  const configs = stack.all('AWS::Lambda::EventInvokeConfig').map(([, properties]) => properties);
  return functions.map(([id]): Deployed => {
    // Once more, now that all are named.
    const properties = stack.all('AWS::Lambda::Function').find(([one]) => one === id)?.[1] ?? {};
    const config = configs.find(({ FunctionName }) => FunctionName === id);
    const { OnFailure } = (config?.['DestinationConfig'] ?? {}) as { OnFailure?: { Destination: string } };
    return {
      name: id.replace(/^Watch(.*)Function.{8}$/, '$1'),
      arn: `arn:function/${id}`,
      module: join(stack.asset((properties['Code'] as { S3Key: string }).S3Key), 'index.mjs'),
      timeoutSeconds: properties['Timeout'] as number,
      environment: (properties['Environment'] as { Variables: Record<string, string> }).Variables,
      retries: (config?.['MaximumRetryAttempts'] as number | undefined) ?? 2,
      letters: OnFailure?.Destination,
    };
  });
}

/** One instance of a function, which runs one event at a time. */
export interface Instance {
  run(event: unknown, at: Instant): Promise<Outcome>;
  /** The lines that it logged, oldest first. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly close: () => void;
}

/** @param around what the template cannot say: where the emulators are, and credentials */
export function instanceOf(deployed: Deployed, around: Readonly<Record<string, string>>): Instance {
  const lines: Readonly<Record<string, unknown>>[] = [];
  let child: ChildProcess | undefined;
  let before: Promise<unknown> = Promise.resolve();

  function started(): ChildProcess {
    if (child?.connected) return child;
    const path = process.env['PATH'] ?? '';
    const made = fork(join(import.meta.dirname, 'lambda-child.ts'), [deployed.module], {
      // Nothing of this process but the path: what a function knows, the template has told it.
      env: { PATH: path, ...deployed.environment, ...around },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let rest = '';
    made.stdout?.on('data', (data: Buffer) => {
      const parts = (rest + data.toString()).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('{')) lines.push(JSON.parse(part) as Record<string, unknown>);
    });
    return (child = made);
  }

  async function once(event: unknown, at: Instant): Promise<Outcome> {
    const instance = started();
    const begun = performance.now();
    const milliseconds = deployed.timeoutSeconds * 1_000;
    const told = await new Promise<Told | 'killed'>((resolve) => {
      const timer = setTimeout(() => {
        instance.kill('SIGKILL');
      }, milliseconds);
      const answer = (reply: Told | 'killed'): void => {
        clearTimeout(timer);
        instance.off('message', answer).off('exit', ended);
        resolve(reply);
      };
      const ended = (): void => {
        answer('killed');
      };
      instance.on('message', answer).on('exit', ended);
      instance.send({ event, clock: Date.parse(at), milliseconds } satisfies Ask);
    });
    const seconds = (performance.now() - begun) / 1_000;
    return told === 'killed' ? { error: 'killed', seconds, killed: true } : { ...told, seconds, killed: false };
  }

  return {
    lines,
    run(event, at) {
      const mine = before.then(() => once(event, at));
      before = mine;
      return mine;
    },
    close: () => void child?.kill('SIGKILL'),
  };
}
