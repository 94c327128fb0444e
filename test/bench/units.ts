import type { AttributeValue } from '@aws-sdk/client-dynamodb';

type Row = Readonly<Record<string, AttributeValue>>;

/** What a call asked and what it was answered, as JSON on the wire. */
export interface Exchanged {
  readonly operation: string;
  readonly asked: { readonly Item?: Row; readonly ConsistentRead?: boolean; readonly ProjectionExpression?: string };
  readonly answer: {
    readonly Item?: Row;
    readonly Items?: readonly Row[];
    readonly ConsumedCapacity?: { readonly CapacityUnits: number };
  };
}

const KB = 1_024;

/**
 * Capacity units as DynamoDB bills them: 4 KB a read, half for an inconsistent one, 1 KB a write. The emulator counts
 * characters, of which a Chinese one is three bytes, so it is believed only where the row is not in sight.
 */
export function unitsOf({ operation, asked, answer }: Exchanged): number {
  const known = answer.ConsumedCapacity?.CapacityUnits ?? 0;
  if (operation === 'PutItem' && asked.Item) return Math.max(known, Math.ceil(bytesOf(asked.Item) / KB));
  const rows = answer.Items ?? (answer.Item ? [answer.Item] : []);
  if (asked.ProjectionExpression !== undefined || rows.length === 0) return known;
  const bytes = rows.reduce((sum, row) => sum + bytesOf(row), 0);
  return Math.ceil(bytes / (4 * KB)) * (asked.ConsistentRead ? 1 : 0.5);
}

const bytesOf = (row: Row): number =>
  Object.entries(row).reduce((sum, [name, value]) => sum + name.length + valueBytes(value), 0);

/** On the wire, bytes are base64. */
const valueBytes = ({ S, N, B }: AttributeValue): number =>
  S === undefined ? (N?.length ?? Math.floor((String(B).length * 3) / 4)) : Buffer.byteLength(S);
