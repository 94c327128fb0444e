import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { leaveLetters } from './dead-letters.ts';
import { houseFunction } from './house-function.ts';
import type { JournalTable } from './journal-table.ts';
import { nameIn } from './names.ts';
import { everyMinutes, Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';

/**
 * Reads the attachments of announcements, which may be hostile, in a function of its own: it fetches, and writes what it
 * read. It can neither append to the journal nor publish; the poll that asked records what was read.
 */
export class AnnexReader extends Construct {
  readonly function: Function;

  constructor(scope: Construct, id: string, settings: Settings, journal: JournalTable, deadLetters: IQueue) {
    super(scope, id);
    this.function = houseFunction(this, {
      name: 'read-annex',
      description: 'Reads the attachments that polls ask for',
      // A catalogue of 168 pages takes some ten seconds; a hostile file is ended after sixty.
      timeout: Duration.minutes(5),
      memoryMegabytes: 1_536,
      environment: {},
      settings,
    });
    journal.grantRead(this.function, ['annex', 'annex#*']);
    journal.grantWrite(this.function, ['annex#*']);
    leaveLetters(this.function, deadLetters, { retries: 1, minutes: 10 });
    new Schedules(this, 'Schedules', nameIn(scope), this.function, deadLetters).add('read', {
      expression: everyMinutes(5),
      description: 'Reads attachments that are asked for and not read yet',
      input: {},
      jitterMinutes: 0,
      patienceMinutes: 5,
    });
  }
}
