import { expect, test } from 'vitest';
import { catalogue, enabledSources } from '../../functions/sources/catalogue.ts';
import { readSettings } from '../../infra/settings.ts';

const ada = { email: 'ada@example.jp', language: 'ja' };
const feed = {
  id: 'house-feed',
  publisher: 'A trade body',
  authority: 'trade-body',
  language: 'ja',
  format: 'feed',
  url: 'https://example.jp/feed.xml',
  every: 60,
  atLeast: 1,
};
const families = 'rare-earths, gallium-germanium, antimony, superhard-materials, tungsten-group';
const instruments = 'country-ban, control-list, watch-list, unreliable-entity-list, item-control, item-list';
const ids = 'allowed are the ids in functions/sources/catalogue.ts';

const bad: readonly [unknown, string][] = [
  ['{"operator": ', 'watch: "{\\"operator\\": "; allowed is a block of settings'],
  [{ subscriber: [] }, 'watch.subscriber: no such setting; allowed are subscribers, languages, sources, operator'],
  [{ subscribers: ada }, `watch.subscribers: ${JSON.stringify(ada)}; allowed is a list of up to 200 blocks`],
  [{ subscribers: [{ ...ada, name: 'Ada' }] }, 'watch.subscribers[0].name: no such setting; allowed are email, sms'],
  [
    { subscribers: [{ email: 'ada', language: 'ja' }] },
    'watch.subscribers[0].email: "ada"; allowed is an e-mail address',
  ],
  [
    { subscribers: [{ sms: '090-1234-5678', language: 'ja' }] },
    'watch.subscribers[0].sms: "090-1234-5678"; allowed is a number in E.164 form, such as +819012345678',
  ],
  [
    { subscribers: [ada, { email: 'bo@example.jp' }] },
    'watch.subscribers[1].language: missing; allowed is one of en, ja, zh',
  ],
  [{ subscribers: [{ ...ada, language: 'jp' }] }, 'watch.subscribers[0].language: "jp"; allowed is one of en, ja, zh'],
  [
    { subscribers: [{ language: 'ja' }] },
    'watch.subscribers[0]: neither email nor sms; allowed is exactly one of them',
  ],
  [
    { subscribers: [{ ...ada, sms: '+819012345678' }] },
    'watch.subscribers[0]: both email and sms; allowed is exactly one of them',
  ],
  [
    { subscribers: [ada, ada] },
    'watch.subscribers[1]: "ada@example.jp" is listed twice; allowed is one block per address',
  ],
  [
    { subscribers: [{ ...ada, urgency: 'urgent' }] },
    'watch.subscribers[0].urgency: "urgent"; allowed is immediate or all',
  ],
  [
    { subscribers: [{ sms: '+819012345678', language: 'ja', urgency: 'all' }] },
    'watch.subscribers[0].urgency: "all"; allowed is immediate or all; SMS carries immediate only',
  ],
  [
    { subscribers: [{ ...ada, instruments: ['entity-list'] }] },
    `watch.subscribers[0].instruments[0]: "entity-list"; allowed is some of ${instruments}`,
  ],
  [
    { subscribers: [{ ...ada, reach: ['tokyo'] }] },
    'watch.subscribers[0].reach[0]: "tokyo"; allowed is some of japan, all-destinations, elsewhere, or left out for all',
  ],
  [{ subscribers: [{ ...ada, goods: [] }] }, `watch.subscribers[0].goods: []; allowed is some of ${families}`],
  [
    {
      subscribers: [
        {
          ...ada,
          instruments: ['control-list', 'watch-list', 'item-control', 'item-list', 'country-ban'],
          reach: ['japan', 'all-destinations', 'elsewhere'],
          goods: ['rare-earths', 'antimony', 'drones', 'graphite-batteries', 'gallium-germanium', 'tungsten-group'],
        },
      ],
    },
    'watch.subscribers[0]: 168 combinations of choices; allowed are 150: choose fewer, or all',
  ],
  [{ languages: ['ja', 'ko'] }, 'watch.languages[1]: "ko"; allowed is some of en, ja, zh'],
  [{ sources: { enabled: [] } }, 'watch.sources.enabled: no such setting; allowed are on, off, added, every'],
  [{ sources: { on: ['nhk'] } }, `watch.sources.on: "nhk" is no source; ${ids}`],
  [{ sources: { off: ['metti'] } }, `watch.sources.off: "metti" is no source; ${ids}`],
  [
    { sources: { on: ['asahi'], off: ['asahi'] } },
    'watch.sources.on: "asahi" is also in watch.sources.off; allowed is one of them',
  ],
  [
    { sources: { off: catalogue.map(({ id }) => id) } },
    'watch.sources.off: every source; allowed is to leave at least one on',
  ],
  [
    { sources: { every: { meti: 0 } } },
    'watch.sources.every.meti: 0; allowed is whole minutes from 1 to 1440, by source id',
  ],
  [{ sources: { every: { nowhere: 5 } } }, `watch.sources.every: "nowhere" is no source; ${ids}`],
  [
    { sources: { added: [{ ...feed, atLeast: 'one' }] } },
    'watch.sources.added[0]: atLeast: Invalid type: Expected number but received "one"',
  ],
  [
    { sources: { added: [{ ...feed, id: 'meti' }] } },
    'watch.sources.added[0].id: "meti" is taken; allowed is an id that no other source has',
  ],
  [
    { sources: { added: [{ ...feed, every: 2_000 }] } },
    'watch.sources.added[0].every: 2000; allowed are 1 to 1440 minutes',
  ],
  [{ operator: 'operations' }, 'watch.operator: "operations"; allowed is an e-mail address, or a list of them'],
  [
    { contact: 'http://example.jp' },
    'watch.contact: "http://example.jp"; allowed is an e-mail address or an https address',
  ],
  [
    { runbooks: 'README.md' },
    'watch.runbooks: "README.md"; allowed is an https address, to which #when-…-rings is added',
  ],
  [
    { receivers: [{ id: 'slack', kind: 'slack', address: 'https://hooks.slack.example/T0', language: 'ja' }] },
    'watch.receivers[0].address: "https://hooks.slack.example/T0"; allowed is the name of an SSM parameter',
  ],
  [
    { receivers: [{ id: 'slack', kind: 'slack', address: '/slack', secret: '/key', language: 'ja' }] },
    'watch.receivers[0].secret: slack signs nothing; allowed is none',
  ],
  [{ heartbeat: 'http://ping.example' }, 'watch.heartbeat: "http://ping.example"; allowed is an https address'],
  [
    { existingTable: { name: 'kept', stream: 'kept' } },
    'watch.existingTable.stream: "kept"; allowed is the ARN of the table\'s stream',
  ],
  [
    { existingTable: { name: 'kept' }, customerManagedKey: true },
    'watch.customerManagedKey: true, with an existing table; allowed is false: name its existingTable.key',
  ],
  [{ digest: { day: 'Monday', time: '08:00' } }, 'watch.digest.day: "Monday"; allowed is one of monday, tuesday'],
  [{ digest: { day: 'monday', time: '8:00' } }, 'watch.digest.time: "8:00"; allowed is HH:MM in Japanese time'],
  [{ logRetentionDays: 100 }, 'watch.logRetentionDays: 100; allowed is one of 1, 3, 5, 7, 14, 30, 60, 90'],
  [
    { smsMonthlyCapUsd: 0 },
    "watch.smsMonthlyCapUsd: 0; allowed is US dollars above 0: the account's SMS spending limit",
  ],
  [{ removal: 'delete' }, 'watch.removal: "delete"; allowed is retain or destroy'],
  [{ customerManagedKey: 'yes' }, 'watch.customerManagedKey: "yes"; allowed is true or false'],
];

test.each(bad)('%j gives one clear line', (watch, line) => {
  const message = refusal({ watch });
  expect(message.split('\n')).toHaveLength(1);
  expect(message).toContain(line);
});

test('every fault of a block is told at once, a line each', () => {
  const message = refusal({ watch: { operator: 'x', removal: 'x', subscribers: [{ ...ada, language: 'x' }] } });
  expect(message.split('\n').map((line) => line.split(':')[0])).toEqual([
    'watch.subscribers[0].language',
    'watch.operator',
    'watch.removal',
  ]);
});

test('an empty setting polls the catalogue, speaks three languages, keeps its data, and says that nobody hears', () => {
  const { settings, warnings } = readSettings({ '@aws-cdk/core:anything': true });
  expect(settings).toMatchObject({
    subscribers: [],
    sources: enabledSources,
    languages: ['en', 'ja', 'zh'],
    digest: { day: 'monday', time: '08:00' },
    removal: 'retain',
    customerManagedKey: false,
  });
  expect(warnings.map((warning) => warning.split(':')[0])).toEqual([
    'watch.subscribers',
    'watch.operator',
    'watch.contact',
  ]);
});

test('a full setting warns of nothing', () => {
  const watch = { subscribers: [ada], operator: 'ops@example.jp', contact: 'https://example.jp/watch' };
  expect(readSettings({ watch }).warnings).toEqual([]);
});

test('sources are turned on and off, added and slowed by id', () => {
  const sources = { on: ['asahi'], off: ['meti'], added: [feed], every: { kantei: 120, 'house-feed': 30 } };
  const chosen = new Map(readSettings({ watch: { sources } }).settings.sources.map((source) => [source.id, source]));
  expect(chosen.has('asahi')).toBe(true);
  expect(chosen.has('meti')).toBe(false);
  expect(chosen.get('kantei')?.every).toBe(120);
  expect(chosen.get('house-feed')).toEqual({ ...feed, every: 30 });
  expect(chosen.size).toBe(enabledSources.length + 1);
});

test('the operator may be several', () => {
  const operator = ['ops@example.jp', 'night@example.jp'];
  expect(readSettings({ watch: { operator } }).settings.operators).toEqual(operator);
});

test('the languages are those that are set and those that subscribers read', () => {
  const watch = { languages: ['en'], subscribers: [ada] };
  expect(readSettings({ watch }).settings.languages).toEqual(['en', 'ja']);
});

test('-c gives the block as JSON, and single settings over it as JSON or as plain text', () => {
  const { settings } = readSettings({
    watch: '{"operator":"old@example.jp","removal":"destroy"}',
    'watch:operator': 'ops@example.jp',
    'watch:subscribers': JSON.stringify([ada]),
    'watch:logRetentionDays': '30',
    'watch:customerManagedKey': 'true',
  });
  expect(settings).toMatchObject({
    operators: ['ops@example.jp'],
    removal: 'destroy',
    subscribers: [ada],
    logRetentionDays: 30,
    customerManagedKey: true,
  });
});

function refusal(context: Readonly<Record<string, unknown>>): string {
  try {
    readSettings(context);
  } catch (error) {
    expect(error).toHaveProperty('name', 'Misconfigured');
    return (error as Error).message;
  }
  return 'accepted';
}
