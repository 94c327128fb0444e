import { createHash } from 'node:crypto';

/** What stands for an address where it must be told from others, and need not be known. */
export const addressHash = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 12);
