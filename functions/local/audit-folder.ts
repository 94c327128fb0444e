import { createHash } from 'node:crypto';
import type { DocumentRef } from '../documents/document.ts';
import { type Archived, archivedText } from '../edge/archive-read.ts';
import type { Table } from '../edge/table.ts';
import type { Change } from '../register/change.ts';
import { replay } from '../register/replay.ts';
import { listedOn } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';
import type { BeijingDate, Instant } from '../time.ts';
import type { SourceState } from '../sources/health.ts';
import { type RegisterRow, rowsOn, standingIn } from './register-table.ts';
import { type Cells, csvOf, xlsxOf } from './spreadsheet.ts';

/** Files of the folder by their paths in it. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * What was in force on a day by what was known at a moment, with everything that it rests on. Equal journals give equal
 * bytes: nothing of the hour at which it is made is in it.
 */
export async function auditFiles(
  changes: readonly Change[],
  table: Table,
  on: BeijingDate,
  knownBy: Instant,
  sources: readonly SourceState[] | undefined,
): Promise<Files> {
  const files = new Map<string, string | Uint8Array>();
  const rows = rowsOn(changes, on);
  const cells = rows.map(cellsOf);
  files.set('register.csv', csvOf(cells, columns));
  files.set('register.xlsx', await xlsxOf(cells, columns, 'register'));
  const register = replay(changes);
  const whole = [...register.restrictions.values(), ...register.unread.values()].sort((a, b) =>
    a.id.localeCompare(b.id),
  );
  files.set('register.json', json({ on, knownBy, rows, measures: whole }));
  const parties = whole.flatMap((one) =>
    listedOn(one, on).map(({ zh, en, ja }): Cells => ({ measure: one.id, list: one.instrument, zh, en, ja })),
  );
  files.set('parties.csv', csvOf(parties, ['measure', 'list', 'zh', 'en', 'ja']));
  files.set('journal.jsonl', changes.map((change) => `${JSON.stringify(change)}\n`).join(''));
  files.set('told.csv', csvOf(changes.map(toldOf), toldColumns));
  files.set('texts/index.csv', csvOf(await texts(changes, table, files), textColumns));
  if (sources) files.set('sources.json', json(sources));
  files.set('README.txt', readme(on, knownBy, rows));
  files.set('manifest.txt', manifestOf(files));
  return files;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const columns = [
  'measure', 'title', 'instrument', 'reach', 'parties', 'items', 'since', 'until', 'standing', 'evidence', 'address', 'sha256 of text',
]; // prettier-ignore

const cellsOf = (row: RegisterRow): Cells => ({
  measure: row.measure,
  title: row.title,
  instrument: row.instrument,
  reach: row.reach,
  parties: row.parties.length,
  items: row.items,
  since: row.from,
  until: row.until,
  standing: standingIn(row.standing),
  evidence: row.evidence,
  address: row.url,
  'sha256 of text': row.archived,
});

const toldColumns = ['number', 'day', 'recorded at', 'effects', 'told', 'title', 'address', 'quote'];

/** What was told of each Change: its alert is composed from this row alone. */
function toldOf(change: Change): Cells {
  const { number, observedAt, effects, quiet, cause } = change;
  const document = 'document' in cause ? cause.document : undefined;
  const quotes = effects.flatMap((effect) => ('quote' in effect ? [effect.quote] : []));
  const told = effects.length === 0 ? 'nobody: nothing new' : quiet ? `nobody: ${quiet}` : 'subscribers';
  return {
    number,
    day: newsDay(change),
    'recorded at': observedAt,
    effects: [...new Set(effects.map(({ kind }) => kind))].join(' '),
    told,
    title: document?.title ?? ('day' in cause ? 'a date arrived' : 'compiled, not read'),
    address: document?.url,
    quote: [...new Set(quotes)].join(' … '),
  };
}

const textColumns = ['file', 'sha256 as archived', 'title', 'address', 'published', 'note'];

async function texts(
  changes: readonly Change[],
  table: Table,
  files: Map<string, string | Uint8Array>,
): Promise<readonly Cells[]> {
  const documents = new Map<string, DocumentRef>();
  for (const { cause } of changes) {
    if ('document' in cause && cause.document.authority === 'official')
      documents.set(`${cause.document.id} ${cause.document.fingerprint}`, cause.document);
  }
  const rows: Cells[] = [];
  for (const document of documents.values()) {
    const { fingerprint, title, url, publishedOn } = document;
    const archived = await archivedText(table, document);
    const file = `texts/${fingerprint}.txt`;
    if (archived) files.set(file, archived.text);
    rows.push({
      file: archived ? file : '',
      'sha256 as archived': fingerprint,
      title,
      address: url,
      published: publishedOn,
      note: noteOf(archived),
    });
  }
  return rows;
}

function noteOf(archived: Archived | undefined): string {
  if (!archived) return 'not in the archive';
  return archived.cutAtCharacter === undefined ? '' : `kept up to character ${archived.cutAtCharacter}`;
}

/** `sha256sum -c manifest.txt` checks it. */
const manifestOf = (files: Files): string =>
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    .join('');

const readme = (on: BeijingDate, knownBy: Instant, rows: readonly RegisterRow[]): string =>
  [
    `What was in force on ${on} (Beijing) by what dual-use-watch knew at ${knownBy}: ${rows.length} measures.`,
    '',
    'register.csv, .xlsx, .json   the measures; the JSON holds every party, item, pause and end',
    'parties.csv                  the parties on lists that day',
    'journal.jsonl                every record up to that moment, one a line, as the journal holds it',
    'told.csv                     each record: when, what of it was told and to whom, and the words it rests on',
    'texts/                       each official text as it was archived; the SHA-256 in index.csv is of its title and text,',
    '                             blind to white space and width, and names the file',
    'sources.json                 how each source stood at its last poll; only where no earlier moment is asked for',
    'manifest.txt                 SHA-256 of each file: sha256sum -c manifest.txt',
    '',
    'Rows whose evidence is "compiled" were entered from public sources and their texts not read by this watch.',
    'How many subscribers there were, and how the sources stood on a past day, is not recorded.',
    'Information, not legal advice. The Chinese text prevails.',
    '',
  ].join('\n');
