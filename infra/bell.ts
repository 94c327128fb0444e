import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, type Function, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { tableKeys } from '../functions/edge/table-keys.ts';
import type { JournalTable } from './journal-table.ts';

/**
 * The doorbell: a new row of the journal rings a function at once. It carries keys only; the journal is read anyway.
 * @param scope the construct that made the function by `houseFunction`
 */
export function ringFor(scope: Construct, rung: Function, journal: JournalTable, deadLetters: IQueue): void {
  const { tableStreamArn } = journal.table;
  // A restored table has no stream until one is turned on; the schedule rings meanwhile.
  if (tableStreamArn === undefined) return;
  journal.grantStream(rung);
  const bell = new EventSourceMapping(scope, 'Bell', {
    target: rung,
    eventSourceArn: tableStreamArn,
    // Nothing appended while the mapping is made or mended goes unheard.
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        eventName: ['INSERT'],
        dynamodb: { Keys: { [tableKeys.partition]: { S: ['journal'] } } },
      }),
    ],
    batchSize: 100,
    retryAttempts: 3,
    maxRecordAge: Duration.hours(1),
    bisectBatchOnError: true,
    onFailure: new SqsDlq(deadLetters),
  });
  // Lambda tries the stream's permissions when the mapping is made.
  bell.node.addDependency(scope.node.findChild('Role').node.findChild('DefaultPolicy'));
}
