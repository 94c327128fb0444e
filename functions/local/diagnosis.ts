import { heartbeatMinutes, type SourceState } from '../sources/health.ts';
import { type Instant, minutesBetween } from '../time.ts';

/** Whoever is subscribed to a topic. */
export interface Listener {
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
}

/** What was found of a deployment. What could not be asked is an Error: that is a finding, too. */
export interface Facts {
  readonly at: Instant;
  readonly subscribers: readonly Listener[] | Error;
  readonly operators: readonly Listener[] | Error;
  /** Absent where nobody hears by SMS. */
  readonly sms?: { readonly sandbox: boolean; readonly monthlyUsd: number } | Error;
  readonly schedules: readonly { readonly name: string; readonly enabled: boolean }[] | Error;
  readonly states: readonly SourceState[] | Error;
  readonly deliveries:
    { readonly changes: number; readonly upTo: number; readonly owed: number; readonly oldest?: Instant } | Error;
  readonly alarms: readonly { readonly name: string; readonly ringing: boolean }[] | Error;
  readonly letters: number | Error;
  readonly table: { readonly protected: boolean; readonly backups: boolean; readonly stream: boolean } | Error;
}

/** What the settings of this checkout ask for; absent where there are none to compare with. */
export interface Wanted {
  readonly subscribers: readonly string[];
  readonly operators: readonly string[];
  readonly sources: readonly { readonly id: string; readonly every: number; readonly schedule: string }[];
}

/** One line of the report: well, or what is wrong and what to do. */
export interface Finding {
  readonly about: string;
  readonly is: string;
  readonly do?: string;
}

/** What a person must know of a deployment, in the order in which it matters. */
export const diagnosisOf = (facts: Facts, wanted?: Wanted): readonly Finding[] => [
  ...known('subscribers', facts.subscribers, (all) => listeners('subscriber', all, wanted?.subscribers)),
  ...known('operator', facts.operators, (all) => listeners('operator', all, wanted?.operators)),
  ...(facts.sms === undefined ? [] : known('SMS', facts.sms, smsFindings)),
  ...known('schedules', facts.schedules, (all) => scheduleFindings(all, wanted?.sources)),
  ...known('sources', facts.states, (all) => sourceFindings(all, wanted?.sources, facts.at)),
  ...known('deliveries', facts.deliveries, (all) => deliveryFindings(all, facts.at)),
  ...known('alarms', facts.alarms, (all) =>
    all
      .filter(({ ringing }) => ringing)
      .map(({ name }) => ({ about: name, is: 'rings', do: 'see its page in infra/README.md' })),
  ),
  ...known('dead letters', facts.letters, (count) =>
    count > 0 ? [{ about: 'dead letters', is: `${count} wait`, do: 'npm run redrive' }] : [],
  ),
  ...known('table', facts.table, tableFindings),
];

/** The findings of one kind; when there are none, that it is well. */
function known<T>(about: string, fact: T | Error, judge: (fact: T) => readonly Finding[]): readonly Finding[] {
  if (fact instanceof Error) {
    return [
      { about, is: `could not be asked: ${fact.message.split('\n')[0]}`, do: 'look at the rights of your credentials' },
    ];
  }
  const found = together(judge(fact));
  return found.length > 0 ? found : [{ about, is: 'well' }];
}

const MOST_ALIKE = 4;

/** What is said of many alike is said once: thirty sources without a schedule are one fault. */
function together(findings: readonly Finding[]): readonly Finding[] {
  const kinds = Map.groupBy(findings, ({ is }) => is);
  return [...kinds.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length < MOST_ALIKE) return alike;
    const names = alike.map(({ about }) => about);
    return [{ ...first, about: `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` }];
  });
}

const PEOPLE = ['email', 'email-json', 'sms', 'http', 'https', 'lambda'];

function listeners(role: string, all: readonly Listener[], wanted: readonly string[] | undefined): readonly Finding[] {
  const pending = all.filter(({ confirmed }) => !confirmed);
  const absent = (wanted ?? []).filter((endpoint) => !all.some((one) => one.endpoint === endpoint));
  const nobody = all.every(({ confirmed, protocol }) => !confirmed || !PEOPLE.includes(protocol));
  return [
    ...(nobody
      ? [{ about: `${role}s`, is: 'nobody hears', do: 'confirm an address, or add one to the settings' }]
      : []),
    ...pending.map(({ endpoint }) => ({
      about: endpoint,
      is: `${role}, has not confirmed`,
      do: 'ask for a click in the mail "AWS Notification - Subscription Confirmation"; if it is older than two days, npm run subscribe sends another',
    })),
    ...absent.map((endpoint) => ({
      about: endpoint,
      is: `${role} in the settings, and not subscribed: left, or deployed before`,
      do: 'ask them; npm run subscribe, or npm run deploy if never deployed',
    })),
  ];
}

const smsFindings = ({ sandbox, monthlyUsd }: { sandbox: boolean; monthlyUsd: number }): readonly Finding[] => [
  ...(sandbox
    ? [{ about: 'SMS', is: 'in the sandbox: only verified numbers are reached', do: 'ask AWS Support to leave it' }]
    : []),
  ...(monthlyUsd <= 1
    ? [{ about: 'SMS', is: `at most ${monthlyUsd} USD a month, then silence`, do: 'ask AWS Support for more' }]
    : []),
];

function scheduleFindings(
  all: readonly { readonly name: string; readonly enabled: boolean }[],
  sources: Wanted['sources'] | undefined,
): readonly Finding[] {
  const absent = (sources ?? []).filter(({ schedule }) => !all.some(({ name }) => name === schedule));
  return [
    ...all
      .filter(({ enabled }) => !enabled)
      .map(({ name }) => ({
        about: name,
        is: 'its schedule is disabled',
        do: 'npm run deploy, or enable it in EventBridge Scheduler',
      })),
    ...absent.map(({ id }) => ({ about: id, is: 'on in the settings, and without a schedule', do: 'npm run deploy' })),
  ];
}

function sourceFindings(
  states: readonly SourceState[],
  sources: Wanted['sources'] | undefined,
  at: Instant,
): readonly Finding[] {
  const on = states.filter(({ id }) => !sources || sources.some((one) => one.id === id));
  const unread = (sources ?? []).filter(({ id }) => !states.some((state) => state.id === id));
  return [
    ...unread.map(({ id }) => ({
      about: id,
      is: 'never polled',
      do: 'wait for its rhythm; then look at the log of poll',
    })),
    ...on
      .filter(({ state }) => state === 'down' || state === 'degraded')
      .map(({ id, state, cause }) => ({
        about: id,
        is: `${state}: ${cause ?? 'no cause given'}`,
        do: 'see "When source-down rings"',
      })),
    ...on.flatMap(({ id, authority, checkedAt, failures, tally }): readonly Finding[] => {
      const every = sources?.find((one) => one.id === id)?.every;
      const silent = minutesBetween(checkedAt ?? tally.since, at);
      if (every === undefined || failures > 0 || silent <= 2 * every + heartbeatMinutes(authority)) return [];
      return [
        {
          about: id,
          is: `no poll has ended for ${Math.round(silent)} minutes`,
          do: 'see "When sources-unpolled rings"',
        },
      ];
    }),
  ];
}

function deliveryFindings(
  { changes, upTo, owed, oldest }: Exclude<Facts['deliveries'], Error>,
  at: Instant,
): readonly Finding[] {
  const waiting = Math.max(0, changes - upTo);
  if (waiting === 0 && owed === 0) return [];
  const age = oldest ? `, the oldest for ${Math.round(minutesBetween(oldest, at))} minutes` : '';
  return [
    {
      about: 'deliveries',
      is: `${waiting} changes wait and ${owed} messages are owed${age}`,
      do: 'npm run redrive, and see "When undelivered rings"',
    },
  ];
}

const tableFindings = (table: Exclude<Facts['table'], Error>): readonly Finding[] => [
  ...(table.backups ? [] : [{ about: 'table', is: 'has no backups', do: 'turn on point-in-time recovery' }]),
  ...(table.stream
    ? []
    : [
        {
          about: 'table',
          is: 'has no stream: alerts wait up to five minutes',
          do: 'turn on a stream of keys only, and name it in existingTable.stream',
        },
      ]),
  ...(table.protected
    ? []
    : [{ about: 'table', is: 'is not protected against deletion', do: 'npm run doctor -- --protect' }]),
];
