import { Annotations, Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { AlertTopic } from './alert-topic.ts';
import { Ask } from './ask.ts';
import { ringFor } from './bell.ts';
import { AnnexReader } from './annex-reader.ts';
import { Calendar } from './calendar.ts';
import { dashboard } from './dashboard.ts';
import { Heartbeat } from './heartbeat.ts';
import { houseKey } from './house-key.ts';
import { JournalTable } from './journal-table.ts';
import { Notifier } from './notifier.ts';
import { Poller } from './poller.ts';
import { Relay } from './relay.ts';
import type { Settings } from './settings.ts';
import { Site } from './site.ts';

/**
 * The whole watch, for any stack: `new DualUseWatch(this, 'Watch', readSettings({ watch: { … } }).settings)`.
 * Functions know each other only through the table; which partition each may write is said here.
 */
export class DualUseWatch extends Construct {
  readonly journal: JournalTable;
  /** What subscribers hear; subscribe queues and functions of your own to it. */
  readonly alerts: AlertTopic;
  readonly operator: AlertTopic;
  readonly poller: Poller;
  readonly notifier: Notifier;
  readonly calendar: Calendar;
  readonly annexReader: AnnexReader;
  readonly deadLetters: Queue;
  /** Answers questions; undefined where the settings leave it out. */
  readonly ask: Ask | undefined;
  readonly relays: readonly Relay[];
  /** The register as pages; only where the settings ask for it. */
  readonly site?: Site;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    for (const warning of settings.warnings) {
      Annotations.of(this).addWarningV2(`dual-use-watch:${warning.split(':')[0] ?? ''}`, warning);
    }
    const key = houseKey(this, settings);
    this.journal = new JournalTable(this, 'Journal', settings, key);
    // SNS puts the name before every text message, and cuts it at ten characters.
    this.alerts = new AlertTopic(this, 'Alerts', 'Dual-use', key);
    this.operator = new AlertTopic(this, 'Operator', 'Dual-use watch, operator', key);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue itself: of schedules, of the stream and of the calendar.',
    });
    this.poller = new Poller(this, 'Poller', settings, this.deadLetters);
    this.notifier = new Notifier(this, 'Notifier', settings, this.deadLetters);
    this.calendar = new Calendar(this, 'Calendar', settings, this.deadLetters);

    // The function that reads hostile bytes cannot publish; the one that publishes cannot append.
    const [poll, notify, calendar] = [this.poller.function, this.notifier.function, this.calendar.function];
    this.journal.grantRead(poll, ['journal', 'source', 'annex#*', 'waiting']);
    this.journal.grantWrite(poll, ['journal', 'source', 'archive#*', 'annex', 'story#*', 'waiting']);
    this.journal.grantRead(notify, [
      'journal',
      'source',
      'story#*',
      'delivery',
      ...(settings.ownLists ? ['own' as const] : []),
    ]);
    this.journal.grantWrite(notify, ['delivery']);
    this.journal.grantRead(calendar, ['journal', 'source', 'calendar']);
    this.journal.grantWrite(calendar, ['journal', 'calendar']);
    this.alerts.grantPublish(notify, 'WATCH_TOPIC');
    this.alerts.grantList(notify);
    this.operator.grantList(notify);
    this.operator.grantPublish(notify, 'WATCH_OPERATOR_TOPIC');
    this.alerts.grantPublish(calendar, 'WATCH_TOPIC');
    ringFor(this.notifier, notify, this.journal, this.deadLetters);
    if (settings.site !== false) {
      this.site = new Site(this, 'Site', settings, this.journal, this.deadLetters);
      // Alerts link to the measure's page.
      notify.addEnvironment('WATCH_SITE_ADDRESS', this.site.address);
    }
    this.annexReader = new AnnexReader(this, 'AnnexReader', settings, this.journal, this.deadLetters);

    for (const subscriber of settings.subscribers) this.alerts.subscribe(subscriber);
    for (const operator of settings.operators) this.operator.subscribeOperator(operator);
    this.relays = settings.receivers.map(
      (receiver) => new Relay(this, `Relay-${receiver.id}`, receiver, settings, this.alerts),
    );
    this.ask = settings.ask ? new Ask(this, 'Ask', settings) : undefined;
    if (this.ask) this.journal.grantRead(this.ask.function, ['journal', 'source']);
    const alarms = new Alarms(this, 'Alarms', settings, this, this.operator);
    dashboard(this, this, alarms);
    if (settings.heartbeat !== undefined) {
      new Heartbeat(this, 'Heartbeat', settings.heartbeat, alarms.names, settings, this.deadLetters);
    }
  }
}
