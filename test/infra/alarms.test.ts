import { readdirSync, readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { enabledSources } from '../../functions/sources/catalogue.ts';
import { nameOf, resourcesOf, rightsOf } from './rights.ts';
import { synthesized, team, watch } from './synthesized.ts';

const { template } = synthesized(watch);
const alarmOf = (name: unknown): string => String(name).replace('DualUseWatch-', '');

test('every alarm rings the operator, ends by telling so, and has its page in infra/README.md, by a link that a mail can open', () => {
  const readme = readFileSync('infra/README.md', 'utf8');
  const alarms = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  expect(alarms.length).toBeGreaterThan(10);
  for (const { AlarmName, AlarmDescription, AlarmActions, OKActions } of alarms) {
    const name = alarmOf(AlarmName);
    expect(AlarmDescription).toContain(
      `https://github.com/dual-use-watch/dual-use-watch/blob/main/infra/README.md#when-${name}-rings`,
    );
    expect(readme).toContain(`\n### When ${name} rings\n`);
    expect([AlarmActions, OKActions].flat().map(nameOf)).toEqual(['WatchOperatorTopic', 'WatchOperatorTopic']);
  }
});

test('silence of the pollers and of the notifier is itself an alarm', () => {
  const breaching = Object.values(
    template.findResources('AWS::CloudWatch::Alarm', { Properties: { TreatMissingData: 'breaching' } }),
  ) as { Properties: { AlarmName: string } }[];
  const names = breaching.map(({ Properties }) => alarmOf(Properties.AlarmName));
  expect(names).toEqual(['poll-not-running', 'undelivered', 'subscribers-missing']);
});

test('every row of the table of faults names tests that there are', () => {
  const [, table = ''] = /## Who hears of a fault([^]*?)\n## /.exec(readFileSync('infra/README.md', 'utf8')) ?? [];
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  const files = readdirSync('test', { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.test.ts'));
  const tests = files.map((file) => readFileSync(`test/${file}`, 'utf8')).join('\n');
  const named = rows.map((row) =>
    [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, title = '']) => title),
  );
  expect(rows.length).toBeGreaterThan(9);
  expect(named.flat().filter((title) => !tests.includes(`'${title}'`))).toEqual([]);
  expect(named.filter((titles) => titles.length === 0)).toHaveLength(1); // "the same"
});

test("the README's cost table counts the polls that the catalogue asks for", () => {
  const minutes = 365 * 2 * 60; // in a twelfth of a year
  const polls = enabledSources.reduce((sum, { every }) => sum + minutes / every, 0);
  expect(readFileSync('infra/README.md', 'utf8')).toContain(`${Math.round(polls).toLocaleString('en-US')} polls`);
});

const { template: teams } = synthesized({ ...watch, ...team });

test('a relay hears what its receiver chose, and what it does not take is a letter', () => {
  teams.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'lambda',
    FilterPolicy: { language: ['ja'], urgency: ['immediate'] },
    RedrivePolicy: { deadLetterTargetArn: Match.anyValue() },
  });
});

test('a receiver that refuses rings an alarm of its own, with a page in infra/README.md', () => {
  const alarms = Object.values(resourcesOf(teams, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  const failing = alarms.filter(({ AlarmName }) => /receiver-failing/.test(String(AlarmName)));
  expect(failing.map(({ AlarmName }) => alarmOf(AlarmName))).toEqual([
    'receiver-failing-team-slack',
    'receiver-failing-own-service',
  ]);
  for (const { AlarmDescription } of failing) expect(AlarmDescription).toContain('#when-receiver-failing-rings');
  expect(readFileSync('infra/README.md', 'utf8')).toContain('\n### When receiver-failing rings\n');
});

test('the heartbeat asks of every alarm by its name, and may do nothing else', () => {
  const alarms = Object.values(resourcesOf(teams, 'AWS::CloudWatch::Alarm')).map(({ Properties }) =>
    String(Properties['AlarmName']),
  );
  const rights = rightsOf(teams, 'WatchHeartbeatRole').find(({ actions }) =>
    actions.includes('cloudwatch:DescribeAlarms'),
  );
  expect(rights?.resources.map((arn) => /:alarm:([^"]*)"/.exec(arn)?.[1])).toEqual(alarms);
});
