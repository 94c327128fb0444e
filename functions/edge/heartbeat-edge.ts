import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { type Patience, patient, within } from './patience.ts';
import { poster } from './post.ts';
import { listSetting, localSources, setting } from './settings.ts';

const PATIENCE: Patience = { tries: 3, attempt: 3_000, whole: 9_000 };

/** What the heartbeat may do: ask how the watch's own alarms stand, and post to one address outside. */
export function heartbeatEdge() {
  const client = new CloudWatchClient(patient(PATIENCE));
  const { post } = poster(localSources().allowLocal);
  const [prefix, address] = [setting('WATCH_ALARMS'), setting('WATCH_HEARTBEAT')];
  const names = listSetting('WATCH_ALARM_NAMES').map((name) => `${prefix}-${name}`);
  return {
    /** Names of the alarms that ring, without the watch's own name. */
    async ringing(): Promise<readonly string[]> {
      const command = new DescribeAlarmsCommand({ AlarmNames: names, StateValue: 'ALARM' });
      const { MetricAlarms = [] } = await within(PATIENCE, 'CloudWatch DescribeAlarms', (options) =>
        client.send(command, options),
      );
      return MetricAlarms.map(({ AlarmName = '' }) => AlarmName.replace(`${prefix}-`, ''));
    },
    beat: () => post(address, '', {}),
  };
}
