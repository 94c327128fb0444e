import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ApplicationLogLevel, Architecture, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

const root = join(import.meta.dirname, '..');
const NODE_OPTIONS = '--enable-source-maps --max-semi-space-size=1 --max-old-space-size=400'; // MB

export interface HouseFunctionProps {
  /** `functions/<name>.ts`, whose `handler` is called. */
  readonly name: 'poll' | 'notify' | 'calendar';
  readonly description: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly settings: Pick<Settings, 'contact' | 'logRetentionDays'>;
}

/**
 * A function as all of ours are: one ES module bundled by esbuild on this machine, Node 24 on ARM, JSON logs with an
 * end, and a role that may write to its own log and nothing else until it is granted more.
 */
export function houseFunction(
  scope: Construct,
  { name, settings, environment, ...rest }: HouseFunctionProps,
): NodejsFunction {
  const logGroup = new LogGroup(scope, 'Log', {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the settings allow its values only
    retention: settings.logRetentionDays as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // Lambda's managed policy allows every log group of the account; ours is enough.
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return new NodejsFunction(scope, 'Function', {
    ...rest,
    role,
    logGroup,
    entry: join(root, 'functions', `${name}.ts`),
    projectRoot: root,
    depsLockFilePath: join(root, 'package-lock.json'),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    // CPU grows with memory: at 512 MB a cold start with the Chinese dictionaries stays near a second.
    memorySize: 512,
    // A small nursery halves the peak for a sixth more CPU, and a feed too large ends in an error that names it.
    environment: { NODE_OPTIONS, WATCH_CONTACT: settings.contact, ...environment },
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.WARN,
    bundling: {
      format: OutputFormat.ESM,
      target: 'node24',
      minify: true,
      sourceMap: true,
      sourceMapMode: SourceMapMode.DEFAULT,
      sourcesContent: false,
      // The SDK is bundled too: what was tested is what runs, whatever version Lambda brings.
      externalModules: [],
      mainFields: ['module', 'main'],
      esbuildArgs: {
        // Lambda gives credentials in the environment; the SDK's other ways to them are a quarter of a bundle.
        '--alias:@aws-sdk/credential-provider-node': join(root, 'functions/edge/lambda-credentials.ts'),
        // Chinese as it is, not escaped to twice its size. CDK has an option for it, and does not pass it on.
        '--charset': 'utf8',
      },
      // rss-parser is CommonJS and requires Node's own modules.
      banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
  });
}
