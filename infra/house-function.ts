import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type CfnFunction,
  Function,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { Misconfigured } from '../functions/errors.ts';
import { bundle, type BundleFiles } from './bundle.ts';
import type { Settings } from './settings.ts';

// Lambda takes 4,096, the ARNs and names that CDK adds included (docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
const MOST_BYTES = 3_000;

/**
 * In MB. A small nursery halves the peak of whoever reads what others send, for a sixth more CPU, and a feed too large ends in an
 * error that names it. What the others read, the journal, lives on in any nursery.
 */
const optionsOf = (name: HouseFunctionProps['name']): string =>
  `--enable-source-maps --max-semi-space-size=${name === 'poll' || name === 'read-annex' ? 1 : 4} --max-old-space-size=400`;

/** What is deployed: each is `functions/<name>.ts`. */
export const functionNames = ['poll', 'notify', 'calendar', 'heartbeat', 'relay', 'site', 'read-annex', 'ask'] as const;

export interface HouseFunctionProps {
  /** `functions/<name>.ts`, whose `handler` is called. */
  readonly name: (typeof functionNames)[number];
  readonly description: string;
  readonly timeout: Duration;
  /** 512 unless said. */
  readonly memoryMegabytes?: number;
  /** A few short settings: all of them together have 4 KB. What grows is a file beside the bundle. */
  readonly environment: Readonly<Record<string, string>>;
  readonly files?: BundleFiles;
  readonly settings: Pick<Settings, 'contact' | 'logRetentionDays'>;
}

/**
 * A function as all of ours are: one ES module bundled by esbuild on this machine, Node 24 on ARM, JSON logs with an
 * end, and a role that may write to its own log and nothing else until it is granted more.
 */
export function houseFunction(
  scope: Construct,
  { name, settings, environment, files, memoryMegabytes = 512, ...rest }: HouseFunctionProps,
): Function {
  const variables = { NODE_OPTIONS: optionsOf(name), WATCH_CONTACT: settings.contact, ...environment };
  const bytes = Buffer.byteLength(JSON.stringify(variables));
  if (bytes > MOST_BYTES) {
    throw new Misconfigured(`environment of ${name}: ${bytes} bytes; allowed are ${MOST_BYTES}: shorten watch.contact`);
  }
  const logGroup = new LogGroup(scope, 'Log', {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the settings allow its values only
    retention: settings.logRetentionDays as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // Lambda's managed policy allows every log group of the account; ours is enough.
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const made = new Function(scope, 'Function', {
    ...rest,
    role,
    logGroup,
    code: bundle(scope, name, files),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    // CPU grows with memory: at 512 MB a cold start with the Chinese dictionaries stays near a second.
    memorySize: memoryMegabytes,
    environment: variables,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.WARN,
  });
  // CDK names the role among what a function waits for, though it refers to it: cfn-lint's W3005.
  (made.node.defaultChild as CfnFunction).addMetadata('cfn-lint', { config: { ignore_checks: ['W3005'] } });
  return made;
}
