import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandOutput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Patience, patient, within } from './patience.ts';
import { tableKeys } from './table-keys.ts';

export type Row = Record<string, AttributeValue>;
type Values = Readonly<Record<string, string | number | Uint8Array>>;

/** A condition or an update, in DynamoDB's expression language with named values. */
interface Expression {
  readonly text: string;
  readonly values?: Values;
}

// A healthy answer takes milliseconds; a megabyte of journal, a third of a second. Its time bounds a call, not its tries: a
// mark that is given up after a publication has everybody told twice.
const PATIENCE: Patience = { tries: 12, attempt: 2_000, whole: 8_000 };

/** The table: Get, Query, and conditional Put and Update. Nothing scans and nothing deletes. */
export class Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;
  readonly #patience: Patience;
  constructor(name: string, patience: Patience = PATIENCE) {
    this.#name = name;
    this.#patience = patience;
    this.#client = new DynamoDBClient(patient(patience));
  }

  async get(partition: string, sort: string): Promise<Row | undefined> {
    const command = new GetItemCommand({ TableName: this.#name, Key: key(partition, sort), ConsistentRead: true });
    return (await within(this.#patience, 'DynamoDB GetItem', (options) => this.#client.send(command, options))).Item;
  }

  /** Rows of a partition whose sort key lies in (after, before), in their order. */
  async query(
    partition: string,
    options: { after?: string; before?: string; consistent?: boolean; only?: readonly string[] } = {},
  ): Promise<readonly Row[]> {
    const { after = ' ', before = '\u{10ffff}', consistent = false, only = [] } = options;
    const rows: Row[] = [];
    let start: Row | undefined;
    do {
      const command = new QueryCommand({
        TableName: this.#name,
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :after AND :before',
        ExpressionAttributeNames: {
          '#pk': tableKeys.partition,
          '#sk': tableKeys.sort,
          ...Object.fromEntries(only.map((name) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: values({ pk: partition, after, before }),
        ConsistentRead: consistent,
        ...(only.length > 0 && { ProjectionExpression: ['#sk', ...only.map((name) => `#${name}`)].join(', ') }),
        ...(start && { ExclusiveStartKey: start }),
      });
      const page: QueryCommandOutput = await within(this.#patience, 'DynamoDB Query', (options) =>
        this.#client.send(command, options),
      );
      rows.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start);
    return rows;
  }

  /** @returns false when the condition does not hold; without one, what is there is replaced */
  put(partition: string, sort: string, attributes: Values, condition?: Expression): Promise<boolean> {
    const command = new PutItemCommand({
      TableName: this.#name,
      Item: { ...key(partition, sort), ...row(attributes) },
      ...(condition && { ConditionExpression: condition.text }),
      ...(condition?.values && { ExpressionAttributeValues: values(condition.values) }),
    });
    return held(within(this.#patience, 'DynamoDB PutItem', (options) => this.#client.send(command, options)));
  }

  /** @returns false when the condition does not hold */
  update(partition: string, sort: string, update: Expression, condition: string): Promise<boolean> {
    const command = new UpdateItemCommand({
      TableName: this.#name,
      Key: key(partition, sort),
      UpdateExpression: update.text,
      ConditionExpression: condition,
      ...(update.values && { ExpressionAttributeValues: values(update.values) }),
    });
    return held(within(this.#patience, 'DynamoDB UpdateItem', (options) => this.#client.send(command, options)));
  }
}

/** The condition of rows that are written once. */
export const absent: Expression = { text: `attribute_not_exists(${tableKeys.partition})` };

async function held(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

const key = (partition: string, sort: string): Row => row({ [tableKeys.partition]: partition, [tableKeys.sort]: sort });

const values = (named: Values): Row =>
  Object.fromEntries(Object.entries(row(named)).map(([name, value]) => [`:${name}`, value]));

const row = (attributes: Values): Row =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? { S: value } : typeof value === 'number' ? { N: String(value) } : { B: value },
    ]),
  );
