import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { enabledSources } from '../../functions/sources/catalogue.ts';
import { readSettings } from '../../infra/settings.ts';
import { WatchStack } from '../../infra/watch-stack.ts';
import { type Resource, resourcesOf } from './rights.ts';

/** So many sources besides the catalogue's, each as long as a real one. */
const added = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `an-added-source-with-a-rather-long-name-${i}`,
    publisher: '中华人民共和国商务部安全与管制局（第一处）',
    authority: 'press',
    language: 'zh',
    format: 'feed',
    url: `https://www.example.com/a/rather/long/path/to/a/feed/of/news/number/${i}.xml?format=rss&edition=full`,
    every: 30,
    atLeast: 5,
    newestWithin: 3,
    perDay: 40,
    hosts: ['www.example.com', 'cdn.example.com'],
    charset: 'gb18030',
    zone: '+08:00',
  }));

function stackOf(count: number): { readonly stack: WatchStack; readonly folder: string } {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const { settings } = readSettings({ watch: { sources: { added: added(count) } } });
  const stack = new WatchStack(app, 'DualUseWatch', settings);
  return { stack, folder: app.synth().directory };
}

const environmentBytes = (template: Template): readonly number[] =>
  Object.values(resourcesOf(template, 'AWS::Lambda::Function')).map(
    ({ Properties }) => JSON.stringify(Properties['Environment'] ?? {}).length,
  );

test.each([120, 250, 2_500])(
  'with %i sources more, nothing outgrows what AWS takes, and each has one schedule',
  (count) => {
    const { stack, folder } = stackOf(count);
    const template = Template.fromStack(stack);
    for (const bytes of environmentBytes(template)) expect(bytes).toBeLessThan(2_000);
    const nested = readdirSync(folder)
      .filter((file) => file.endsWith('.nested.template.json'))
      .map((file) => join(folder, file));
    template.resourceCountIs('AWS::CloudFormation::Stack', nested.length);
    const files = [join(folder, stack.templateFile), ...nested];
    const names = files.flatMap((file) => {
      expect(statSync(file).size).toBeLessThan(1_000_000);
      const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Resource> };
      expect(Object.keys(Resources).length).toBeLessThanOrEqual(500);
      return Object.values(Resources)
        .filter(({ Type }) => Type === 'AWS::Scheduler::Schedule')
        .map(({ Properties }) => Properties['Name'] as string);
    });
    const ours = ['ring', 'daily', 'starter', 'digest', 'read'].map((name) => `DualUseWatch-${name}`);
    expect(names.filter((name) => !ours.includes(name))).toHaveLength(count + enabledSources.length);
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(64);
    expect(nested.length).toBe(count > 200 ? Math.ceil((count + enabledSources.length) / 400) : 0);
  },
  60_000,
);

test('more sources than a notifier can judge are refused with their number', () => {
  expect(() => stackOf(5_000)).toThrow(/watch\.sources: 50\d\d sources are on; allowed are 5000: use two watches/);
});

test('settings that no environment can hold are refused with the number of their bytes', () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const { settings } = readSettings({ watch: { contact: `https://example.jp/${'a'.repeat(3_000)}` } });
  expect(() => new WatchStack(app, 'DualUseWatch', settings)).toThrow(
    /environment of poll: 3\d\d\d bytes; allowed are/,
  );
});
