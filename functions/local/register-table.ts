import { styleText } from 'node:util';
import type { Party } from '../findings/finding.ts';
import type { Change } from '../register/change.ts';
import { replay } from '../register/replay.ts';
import { listedOn, type Restriction, type Standing, standingOn } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';
import type { BeijingDate } from '../time.ts';

/** One measure on one day, for people and programs. */
export interface RegisterRow {
  readonly measure: string;
  readonly title: string;
  readonly announcement: string | undefined;
  readonly instrument: string;
  readonly reach: string;
  readonly parties: readonly Party[];
  readonly items: number;
  readonly from: BeijingDate;
  /** No text states `from`. */
  readonly dayNotStated?: true;
  readonly until: BeijingDate | undefined;
  readonly standing: Standing;
  /** Where it stands on the evidence ladder. */
  readonly evidence: string;
  readonly url: string;
  /** SHA-256 of the archived copy's text. */
  readonly archived: string;
}

/** The measures that were announced by a day, as they stood on it by all that is known now. */
export function rowsOn(changes: readonly Change[], day: BeijingDate): readonly RegisterRow[] {
  const register = replay(changes);
  return [...register.restrictions.values(), ...register.unread.values()]
    .filter(({ document, effectiveOn }) => (document.publishedOn ?? effectiveOn) <= day)
    .map((restriction) => rowOn(restriction, day))
    .sort((a, b) => a.from.localeCompare(b.from));
}

function rowOn(restriction: Restriction, day: BeijingDate): RegisterRow {
  const { id, title, announcement, instrument, reach, items, effectiveOn, dayNotStated, until, document } = restriction;
  const standing = standingOn(restriction, day);
  // Known only by the texts that move it: whose title and what kind it is, nobody here has read.
  const unread = restriction.unread === true;
  return {
    measure: id,
    title: unread ? document.title : title,
    announcement: announcement ?? (unread ? id : undefined),
    instrument: unread ? 'not read' : instrument,
    reach: unread ? 'not read' : reach,
    parties: listedOn(restriction, day),
    items: items.length,
    from: effectiveOn,
    ...(dayNotStated && { dayNotStated }),
    until: standing.kind === 'suspended' ? standing.until : until,
    standing,
    evidence: restriction.compiled ? 'compiled' : document.authority,
    url: document.url,
    archived: document.fingerprint,
  };
}

/** Changes whose news fell on a day or later, to another day, in the order of their days. */
export const changesSince = (changes: readonly Change[], day: BeijingDate, to?: BeijingDate): readonly Change[] =>
  changes
    .filter((change) => newsDay(change) >= day && (!to || newsDay(change) <= to) && change.effects.length > 0)
    .sort((a, b) => newsDay(a).localeCompare(newsDay(b)) || a.number - b.number);

export function printRegister(rows: readonly RegisterRow[], day: BeijingDate, full: boolean): void {
  const shown = rows.filter(({ standing }) => full || !['lifted', 'expired'].includes(standing.kind));
  console.log(styleText('bold', `\nRegister on ${day} (Beijing): ${shown.length} measures`));
  if (shown.length === 0) return;
  const lines = shown.map((row) => [
    row.announcement ?? row.title.slice(0, 24),
    row.instrument,
    row.reach,
    row.parties.length > 0 ? `${row.parties.length} parties` : row.items > 0 ? `${row.items} items` : '',
    row.dayNotStated ? 'not stated' : row.from,
    row.until ?? '',
    standingIn(row.standing),
  ]);
  const head = ['measure', 'instrument', 'reach', 'covers', 'from', 'until', 'standing'];
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i]?.length ?? 0)));
  const print = (line: readonly string[]): string =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(styleText('bold', print(head)));
  for (const [i, line] of lines.entries()) {
    const row = shown[i];
    console.log(print(line));
    if (row)
      console.log(styleText('dim', `  ${row.evidence}: ${row.url || 'no official address known'}${archivedIn(row)}`));
    if (full)
      for (const [n, party] of (row?.parties ?? []).entries())
        console.log(`    ${n + 1}. ${[party.zh, party.en, party.ja].filter(Boolean).join(' / ')}`);
  }
}

const archivedIn = ({ evidence, archived }: RegisterRow): string =>
  evidence === 'compiled' ? ' · not read by this watch' : ` · archived sha256 ${archived.slice(0, 16)}…`;

export function standingIn(standing: Standing): string {
  switch (standing.kind) {
    case 'announced':
      return `announced, from ${standing.from}`;
    case 'in-force':
      return standing.partly ? `in force, part suspended${untilOf(standing.partly[0]?.until)}` : 'in force';
    case 'suspended':
      return `suspended${untilOf(standing.until)}`;
    case 'lifted':
      return `lifted on ${standing.on}`;
    case 'expired':
      return `ended on ${standing.on}`;
    case 'unknown':
      return `not known since ${standing.since}`;
  }
}

const untilOf = (day: BeijingDate | undefined): string => (day ? ` until ${day}` : '');

function causeIn({ cause, effects }: Change): string {
  if ('day' in cause) return 'a date arrived';
  if ('document' in cause) return cause.document.title;
  const titles = effects.flatMap((effect) => ('restriction' in effect ? [effect.restriction.title] : []));
  return `${titles.join(', ')} (compiled from ${cause.compiled.from}, not read)`;
}

export function printChanges(changes: readonly Change[]): void {
  for (const change of changes) {
    const what = causeIn(change);
    const kinds = [...new Set(change.effects.map(({ kind }) => kind))].join(', ');
    console.log(
      `#${change.number}  ${newsDay(change)}  ${kinds}${change.quiet ? ` (told nobody: ${change.quiet})` : ''}  ${what}`,
    );
  }
}
