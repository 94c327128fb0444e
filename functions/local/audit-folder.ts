import { createHash } from 'node:crypto';
import type { DocumentRef } from '../documents/document.ts';
import { type Archived, archivedText } from '../edge/archive-read.ts';
import type { Told } from '../edge/edge.ts';
import { pastIn } from '../edge/past.ts';
import type { Table } from '../edge/table.ts';
import type { Change } from '../register/change.ts';
import { replay } from '../register/replay.ts';
import { listedOn } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';
import { type BeijingDate, beijingDay, type Instant } from '../time.ts';
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
  const told = (await pastIn(table).told()).filter(({ at }) => at <= knownBy);
  files.set(
    'told.csv',
    csvOf(
      changes.map((change) => toldOf(change, told)),
      toldColumns,
    ),
  );
  files.set('texts/index.csv', csvOf(await texts(changes, table, files), textColumns));
  files.set(
    'sources.csv',
    csvOf(await healthOf([...new Set([on, beijingDay(knownBy)])], knownBy, table), healthColumns),
  );
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

/** What the table does not hold is said, and never guessed. */
const NOT_KEPT = 'not kept';

const healthColumns = ['day', 'kept at', 'source', 'publisher', 'authority', 'state', 'last answered', 'failing since'];

/** How every source stood as each day began. */
async function healthOf(days: readonly BeijingDate[], knownBy: Instant, table: Table): Promise<readonly Cells[]> {
  const each = days.toSorted().map(async (day): Promise<readonly Cells[]> => {
    const kept = await pastIn(table).healthOn(day);
    if (!kept || kept.at > knownBy) return [{ day, 'kept at': NOT_KEPT }];
    if (kept.states.length === 0) return [{ day, 'kept at': kept.at, source: 'none had been polled' }];
    return kept.states.map(({ id, publisher, authority, state, checkedAt, failingSince }) => ({
      day,
      'kept at': kept.at,
      source: id,
      publisher,
      authority,
      state,
      'last answered': checkedAt ?? 'never',
      'failing since': failingSince,
    }));
  });
  return (await Promise.all(each)).flat();
}

const toldColumns = [
  'number', 'day', 'recorded at', 'effects', 'told', 'published at', 'languages', 'confirmed subscriptions', 'title', 'address', 'quote',
]; // prettier-ignore

/** What was told of each Change: its alert is composed from this row alone. */
function toldOf(change: Change, all: readonly Told[]): Cells {
  const { number, observedAt, effects, quiet, cause } = change;
  const document = 'document' in cause ? cause.document : undefined;
  const quotes = effects.flatMap((effect) => ('quote' in effect ? [effect.quote] : []));
  const acts = all.filter((one) => one.change === number);
  const wasFor = effects.length === 0 ? 'nobody: nothing new' : quiet ? `nobody: ${quiet}` : 'subscribers';
  return {
    number,
    day: newsDay(change),
    'recorded at': observedAt,
    effects: [...new Set(effects.map(({ kind }) => kind))].join(' '),
    told: wasFor,
    ...(wasFor === 'subscribers' && actsIn(acts)),
    title: document?.title ?? ('day' in cause ? 'a date arrived' : 'compiled, not read'),
    address: document?.url,
    quote: [...new Set(quotes)].join(' … '),
  };
}

/** The acts of publishing: when, in which languages, to how many. */
function actsIn(acts: readonly Told[]): Cells {
  if (acts.length === 0) return { 'published at': NOT_KEPT, languages: NOT_KEPT, 'confirmed subscriptions': NOT_KEPT };
  return {
    'published at': acts.map(({ at }) => at).join(' '),
    languages: acts.map(({ languages }) => languages.join('+')).join(' '),
    'confirmed subscriptions': acts.map(({ subscriptions }) => subscriptions ?? NOT_KEPT).join(' '),
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
    'told.csv                     each record: what of it was told, when, in which languages and to how many, and the words it rests',
    '                             on; the confirmed subscriptions are those of the topic, of which each filter policy chooses',
    'texts/                       each official text as it was archived; the SHA-256 in index.csv is of its title and text,',
    '                             blind to white space and width, and names the file',
    'sources.csv                  how each source stood as that day, and the day of knowledge, began (Beijing)',
    'manifest.txt                 SHA-256 of each file: sha256sum -c manifest.txt',
    '',
    'Rows whose evidence is "compiled" were entered from public sources and their texts not read by this watch.',
    '"not kept": the table holds no word of it, because the watch did not run then, or an older version of it did.',
    'Information, not legal advice. The Chinese text prevails.',
    '',
  ].join('\n');
