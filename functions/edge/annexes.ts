import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Annex } from '../documents/annexes/annex.ts';
import type { DocumentId } from '../documents/document.ts';
import type { Instant } from '../time.ts';
import type { AnnexEdge } from './edge.ts';
import { inParts } from './packed-rows.ts';
import { absent, type Row, type Table } from './table.ts';
import type { Annexes, AnnexState, KeptAnnex, WantedAnnexes } from './wanted-annexes.ts';

const WANTED = 'annex';
/** The condition of rows that their one writer may write again. */
const any = { text: 'attribute_not_exists(pk) OR attribute_exists(pk)' };

const partition = (document: DocumentId): string => `annex#${document}`;
const sortOf = (url: string): string => `file#${createHash('sha256').update(url).digest('hex').slice(0, 24)}`;

/** The poll's side. */
export const annexesIn = (table: Table): Annexes => ({
  async want(wanted) {
    await table.put(WANTED, wanted.document, { body: JSON.stringify(wanted) }, absent);
  },
  async of(document) {
    const rows = await table.query(partition(document), { consistent: true });
    return rows.flatMap((row) => {
      const url = row['url']?.S;
      return url !== undefined && row['state']?.S === 'done' ? [{ url, annex: annexIn(row, rows) }] : [];
    });
  },
});

const headOf = (url: string, { hash, mark, validators: { etag, lastModified } }: KeptAnnex, at: Instant) => ({
  url,
  state: 'done',
  at,
  hash,
  mark,
  ...(etag !== undefined && { etag }),
  ...(lastModified !== undefined && { lastModified }),
});

function stateIn(row: Row): AnnexState {
  const [hash, mark, etag, lastModified] = ['hash', 'mark', 'etag', 'lastModified'].map((name) => row[name]?.S);
  const validators = { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
  return {
    state: row['state']?.S === 'done' ? 'done' : 'failed',
    tries: Number(row['tries']?.N ?? 0),
    at: (row['at']?.S ?? '') as Instant,
    ...(hash !== undefined && mark !== undefined && { kept: { hash, mark, validators } }),
  };
}

function annexIn(row: Row, rows: readonly Row[]): Annex {
  const sort = row['sk']?.S ?? '';
  const parts = rows.filter((one) => one['sk']?.S?.startsWith(`part#${sort}#${row['hash']?.S ?? ''}#`));
  const packed = [row, ...parts].map((one) => one['packed']?.B ?? new Uint8Array());
  return JSON.parse(gunzipSync(Buffer.concat(packed)).toString()) as Annex;
}

/** The reader's side. */
export const annexWorkIn = (table: Table): Pick<AnnexEdge, 'wanted' | 'states' | 'keep' | 'checked' | 'failed'> => ({
  async wanted() {
    const rows = await table.query(WANTED, { consistent: true });
    return rows.map((row) => JSON.parse(row['body']?.S ?? '') as WantedAnnexes);
  },
  async states(document) {
    const rows = await table.query(partition(document), { consistent: true, after: 'file#', before: 'file#~' });
    return new Map(
      rows.flatMap((row): [string, AnnexState][] => {
        const url = row['url']?.S;
        return url === undefined ? [] : [[url, stateIn(row)]];
      }),
    );
  },
  // Parts first and by content: a crash before the head leaves nothing that anybody reads. The head is small: it is looked at
  // every few minutes.
  async keep(document, url, annex, { mark, validators }, at) {
    const json = Buffer.from(JSON.stringify(annex));
    const hash = createHash('sha256').update(json).digest('hex').slice(0, 16);
    for (const [i, part] of inParts(gzipSync(json)).entries()) {
      await table.put(
        partition(document),
        `part#${sortOf(url)}#${hash}#${String(i).padStart(4, '0')}`,
        { packed: part },
        any,
      );
    }
    await table.put(partition(document), sortOf(url), headOf(url, { hash, mark, validators }, at), any);
  },
  async checked(document, url, kept, at) {
    await table.put(partition(document), sortOf(url), headOf(url, kept, at), any);
  },
  async failed(document, url, { tries, at, why }) {
    await table.put(partition(document), sortOf(url), { url, state: 'failed', tries, at, why: why.slice(0, 500) }, any);
  },
});
