import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type Patience, patient } from '../edge/patience.ts';
import { Misconfigured } from '../errors.ts';

/** For a person who waits at a terminal. */
export const PATIENCE: Patience = { tries: 4, attempt: 10_000, whole: 60_000 };

/** What a stack tells of itself: the names that the commands need. */
export interface Deployed {
  readonly stack: string;
  /** The output of that name. @throws Misconfigured when the stack has none */
  readonly output: (name: string) => string;
  /** The outputs whose name begins so, in their order. */
  readonly outputs: (prefix: string) => readonly string[];
}

/** @throws Misconfigured when there is no such stack in the region of the credentials */
export async function deployed(stack: string): Promise<Deployed> {
  const client = new CloudFormationClient(patient(PATIENCE));
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack })).catch((error: unknown) => {
    if (error instanceof Error && /does not exist/.test(error.message)) return { Stacks: [] };
    throw error;
  });
  const [found] = Stacks ?? [];
  if (!found) {
    const region = await client.config.region();
    throw new Misconfigured(`--stack: no stack "${stack}" in ${region}; set AWS_REGION to where it was deployed`);
  }
  const outputs = new Map(
    (found.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
  return {
    stack,
    output(name) {
      const value = outputs.get(name);
      if (value === undefined) {
        throw new Misconfigured(`${stack}: it has no output ${name}; deploy it again with this version`);
      }
      return value;
    },
    outputs: (prefix) =>
      [...outputs]
        .filter(([name]) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
        .map(([, value]) => value),
  };
}

/** The name under which the README deploys. */
export const STACK = 'DualUseWatch';
