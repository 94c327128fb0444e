import { readFileSync } from 'node:fs';
import type { Page } from '../../functions/documents/page.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import type { Instant } from '../../functions/time.ts';

export const bytesOf = (file: string): Uint8Array => readFileSync(new URL(`pages/${file}`, import.meta.url));

/** An answer with these bytes, as the edge would hand it over. */
export const pageOf = (bytes: Uint8Array | string, url: string, contentType?: string): Page => ({
  kind: 'page',
  url,
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  validators: {},
  ...(contentType && { contentType }),
});

/** A source of the catalogue, with changes where a test needs them. */
export function sourceOf(id: string, changes: Partial<Source> = {}): Source {
  const source = catalogue.find((known) => known.id === id);
  if (!source) throw new Error(`the catalogue has no ${id}`);
  return { ...source, ...changes } as Source;
}

export const at = (moment: string): Instant => moment as Instant;
