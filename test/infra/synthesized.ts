import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readSettings } from '../../infra/settings.ts';
import { WatchStack } from '../../infra/watch-stack.ts';

/** Settings as most have them. */
export const watch = {
  operator: 'ops@example.jp',
  subscribers: [
    { email: 'ada@example.jp', language: 'ja', goods: ['rare-earths'] },
    { sms: '+819012345678', language: 'ja' },
  ],
};

/** Services of a team that hear, and a far end of the heart. */
export const team = {
  receivers: [
    { id: 'team-slack', kind: 'slack', address: '/watch/slack', language: 'ja', urgency: 'immediate' },
    { id: 'own-service', kind: 'https', address: '/watch/own', secret: '/watch/own-key', language: 'en' },
  ],
  heartbeat: 'https://ping.example/abc',
};

/** Without bundling: what the functions hold is tested where they are run. */
export function synthesized(block: object): { readonly app: App; readonly template: Template } {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new WatchStack(app, 'DualUseWatch', readSettings({ watch: block }).settings);
  return { app, template: Template.fromStack(stack) };
}
