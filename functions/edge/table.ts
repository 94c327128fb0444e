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
import { tableKeys } from './table-keys.ts';

export type Row = Record<string, AttributeValue>;
type Values = Readonly<Record<string, string | number | Uint8Array>>;

/** A condition or an update, in DynamoDB's expression language with named values. */
interface Expression {
  readonly text: string;
  readonly values?: Values;
}

/** The table: Get, Query, and conditional Put and Update. Nothing scans and nothing deletes. */
export class Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;
  constructor(name: string) {
    this.#name = name;
    this.#client = new DynamoDBClient({
      maxAttempts: 5,
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 },
    });
  }

  async get(partition: string, sort: string): Promise<Row | undefined> {
    const command = new GetItemCommand({ TableName: this.#name, Key: key(partition, sort), ConsistentRead: true });
    return (await this.#client.send(command)).Item;
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
      const page: QueryCommandOutput = await this.#client.send(
        new QueryCommand({
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
        }),
      );
      rows.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start);
    return rows;
  }

  /** @returns false when the condition does not hold */
  put(partition: string, sort: string, attributes: Values, condition: Expression): Promise<boolean> {
    return held(
      this.#client.send(
        new PutItemCommand({
          TableName: this.#name,
          Item: { ...key(partition, sort), ...row(attributes) },
          ConditionExpression: condition.text,
          ...(condition.values && { ExpressionAttributeValues: values(condition.values) }),
        }),
      ),
    );
  }

  /** @returns false when the condition does not hold */
  update(partition: string, sort: string, update: Expression, condition: string): Promise<boolean> {
    return held(
      this.#client.send(
        new UpdateItemCommand({
          TableName: this.#name,
          Key: key(partition, sort),
          UpdateExpression: update.text,
          ConditionExpression: condition,
          ...(update.values && { ExpressionAttributeValues: values(update.values) }),
        }),
      ),
    );
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
