import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, type CfnGlobalTable, type ITableV2, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { tableKeys } from '../functions/edge/table-keys.ts';
import { grantUse } from './house-key.ts';
import type { Settings } from './settings.ts';

/** Partitions as `functions/edge/table-keys.ts` names them; a trailing `*` stands for any. */
type Partition =
  'journal' | 'source' | 'archive#*' | 'annex' | 'annex#*' | 'story#*' | 'waiting' | 'delivery' | 'calendar' | 'own';

/** The table: the journal and everything that is remembered beside it. Grants are by partition; nobody scans or deletes. */
export class JournalTable extends Construct {
  readonly table: ITableV2;
  readonly #key: IKey | undefined;

  constructor(scope: Construct, id: string, settings: Settings, key: Key) {
    super(scope, id);
    if (settings.existingTable) {
      const { name: tableName, stream: tableStreamArn, key: keyArn } = settings.existingTable;
      this.#key = keyArn === undefined ? undefined : Key.fromKeyArn(this, 'TableKey', keyArn);
      this.table = TableV2.fromTableAttributes(this, 'Table', { tableName, ...(tableStreamArn && { tableStreamArn }) });
      return;
    }
    this.#key = settings.customerManagedKey ? key : undefined;
    const table = new TableV2(this, 'Table', {
      partitionKey: { name: tableKeys.partition, type: AttributeType.STRING },
      sortKey: { name: tableKeys.sort, type: AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      dynamoStream: StreamViewType.KEYS_ONLY,
      // Kept when the stack goes, but not when its first deployment fails: an empty table would be left each time. A
      // protected one could not be rolled back, so that protection is turned on afterwards, by `npm run setup`.
      removalPolicy: settings.removal === 'retain' ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    this.table = table;
    if (this.#key) encrypt(table.node.defaultChild as CfnGlobalTable, key);
  }

  /** By partition always: `own` holds customers' names, which the notifier alone may read. */
  grantRead(grantee: Function, partitions: readonly Partition[]): void {
    this.#grant(grantee, ['dynamodb:GetItem', 'dynamodb:Query'], partitions);
  }

  grantWrite(grantee: Function, partitions: readonly Partition[]): void {
    this.#grant(grantee, ['dynamodb:PutItem', 'dynamodb:UpdateItem'], partitions);
  }

  /** The stream itself and no other: CDK's own grant lists the streams of every table. */
  grantStream(grantee: Function): void {
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [this.table.tableStreamArn ?? ''],
      }),
    );
  }

  #grant(grantee: Function, actions: string[], partitions: readonly Partition[]): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } };
    grantee.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn], conditions }));
    grantee.addEnvironment('WATCH_TABLE', this.table.tableName);
    if (this.#key) grantUse(this.#key, grantee);
  }
}

/** As TableEncryptionV2.customerManagedKey does, which refuses a stack whose region is not said at synth. */
function encrypt(table: CfnGlobalTable, key: Key): void {
  table.addPropertyOverride('SSESpecification', { SSEEnabled: true, SSEType: 'KMS' });
  table.addPropertyOverride('Replicas.0.SSESpecification', { KMSMasterKeyId: key.keyArn });
}
