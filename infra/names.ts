import { createHash } from 'node:crypto';
import { Names, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * A name for what an account or a region holds by name: two watches in one stack, and two stacks in one account, never ask
 * for the same. The one watch of a stack bears the stack's name; every other, one made of its path.
 */
export function nameIn(watch: IConstruct): string {
  const { stackName } = Stack.of(watch);
  const alone = watch.node.scope instanceof Stack && watch.node.id === 'Watch' && !Token.isUnresolved(stackName);
  return alone ? stackName : Names.uniqueResourceName(watch, { maxLength: 60, separator: '-' });
}

// EventBridge Scheduler's.
const LONGEST = 64;

/**
 * The name of a schedule. Each watch has groups of its own, and yet CloudFormation knows a schedule by its name alone.
 * @param watch the name of the watch
 */
export function scheduleName(watch: string, id: string): string {
  const name = `${watch}-${id}`;
  if (name.length <= LONGEST) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, LONGEST - 1 - hash.length)}-${hash}`;
}
