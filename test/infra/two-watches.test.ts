import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { DualUseWatch } from '../../infra/dual-use-watch.ts';
import { readSettings } from '../../infra/settings.ts';
import { type Resource, resourcesOf } from './rights.ts';

const { settings } = readSettings({ watch: { operator: 'ops@example.jp' } });

/** Everything that an account or a region holds by a name of ours, by the kind of thing. */
const named: readonly (readonly [type: string, property: string])[] = [
  ['AWS::CloudWatch::Alarm', 'AlarmName'],
  ['AWS::CloudWatch::Dashboard', 'DashboardName'],
  ['AWS::Scheduler::ScheduleGroup', 'Name'],
  ['AWS::Scheduler::Schedule', 'Name'],
  ['AWS::DynamoDB::GlobalTable', 'TableName'],
  ['AWS::SNS::Topic', 'TopicName'],
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::Lambda::Function', 'FunctionName'],
  ['AWS::Logs::LogGroup', 'LogGroupName'],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::SSM::Parameter', 'Name'],
];

function namesOf(template: Template): readonly string[] {
  const flat = named.flatMap(([type, property]) =>
    Object.values(resourcesOf(template, type)).flatMap(({ Properties = {} }: Partial<Resource>) => {
      const name = Properties[property];
      return name === undefined ? [] : [`${type} ${JSON.stringify(name)}`];
    }),
  );
  const metrics = Object.values(resourcesOf(template, 'AWS::Logs::MetricFilter')).map(({ Properties }) =>
    JSON.stringify(Properties['MetricTransformations']),
  );
  return [...flat, ...metrics];
}

/** Stacks with a watch each by these ids, in one account and region. */
function synthesized(stacks: Readonly<Record<string, readonly string[]>>): readonly Template[] {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const made = Object.entries(stacks).map(([name, ids]) => {
    const stack = new Stack(app, name);
    for (const id of ids) new DualUseWatch(stack, id, settings);
    return stack;
  });
  return made.map((stack) => Template.fromStack(stack));
}

const both = synthesized({ Both: ['Watch', 'Other'] });
const cities = synthesized({ Tokyo: ['Watch'], Osaka: ['Watch'] });

test('two watches in one stack ask for no name twice', () => {
  const names = both.flatMap(namesOf);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('two stacks in one account ask for no name twice', () => {
  const names = cities.flatMap((template) => namesOf(template));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('one app deployed to two regions keeps two dashboards: an account has one list of them', () => {
  const [template] = cities;
  const [dashboard] = Object.values(template ? resourcesOf(template, 'AWS::CloudWatch::Dashboard') : {});
  expect(dashboard?.Properties['DashboardName']).toEqual({
    'Fn::Join': ['', ['Tokyo-', { Ref: 'AWS::Region' }]],
  });
});

test('the alarms of each watch may use its key, by the names that they have', () => {
  const [template] = both;
  const keys = Object.values(template ? resourcesOf(template, 'AWS::KMS::Key') : {}).map(({ Properties }) =>
    JSON.stringify(Properties['KeyPolicy']),
  );
  const alarms = Object.values(template ? resourcesOf(template, 'AWS::CloudWatch::Alarm') : {}).map(({ Properties }) =>
    String(Properties['AlarmName']),
  );
  const prefixes = [...new Set(alarms.map((name) => name.replace(/-[a-z-]+$/, '')))];
  expect(prefixes).toHaveLength(2);
  for (const prefix of prefixes) expect(keys.filter((policy) => policy.includes(`:alarm:${prefix}-*`))).toHaveLength(1);
});
