import { createHash } from 'node:crypto';

/**
 * What DynamoDB takes, in bytes of UTF-8: 2,048 in a partition key, 1,024 in a sort key, 400 KB in an item, its names
 * included (docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).
 */
export const PARTITION_BYTES = 2_048;
export const SORT_BYTES = 1_024;

/** A key that fits: what is too long is cut, and told apart from its kin by a hash of the whole. */
export function boundedKey(key: string, most: number): string {
  if (Buffer.byteLength(key) <= most) return key;
  const mark = `~${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;
  return cutAtBytes(key, most - mark.length) + mark;
}

/** The longest beginning of a text within so many bytes, no character broken. */
export function cutAtBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const bytes = Buffer.from(text).subarray(0, most);
  // A cut character shows as U+FFFD at the end, three bytes at most before it.
  return bytes.toString().replace(/\uFFFD$/, '');
}
