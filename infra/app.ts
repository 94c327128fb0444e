import { App } from 'aws-cdk-lib';
import { Misconfigured } from '../functions/errors.ts';
import { readSettings } from './settings.ts';
import { WatchStack } from './watch-stack.ts';

const app = new App();
try {
  const { settings } = readSettings(app.node.getAllContext() as Record<string, unknown>);
  new WatchStack(app, 'DualUseWatch', settings);
} catch (error) {
  if (!(error instanceof Misconfigured)) throw error;
  // One line per fault; a stack trace would bury them.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
