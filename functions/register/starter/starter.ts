import type { DocumentId, DocumentRef } from '../../documents/document.ts';
import type { Instrument, Item, MeasureId, Party, Reach, Stage } from '../../findings/finding.ts';
import type { AnnouncementNumber } from '../../lexicon/announcement-numbers.ts';
import { partyNames } from '../../lexicon/names.ts';
import { type BeijingDate, type Instant, startOf } from '../../time.ts';
import { movedAs } from '../awaited.ts';
import type { Change, Draft, Effect } from '../change.ts';
import { type Register, replay } from '../replay.ts';
import type { Compilation, Restriction, Suspension } from '../restriction.ts';
import compiled from './measures.json' with { type: 'json' };

/** A measure as it was compiled. */
interface Row {
  readonly id: string;
  readonly announcement?: string;
  readonly title: string;
  readonly titleEn: string;
  readonly issuers: readonly string[];
  readonly publishedOn?: string;
  /** Missing: no source names it. */
  readonly effectiveOn?: string;
  readonly staged?: readonly { readonly on: string; readonly part: string }[];
  readonly instrument: string;
  readonly reach: string;
  readonly goods: readonly string[];
  readonly items: readonly Item[];
  /** Its list of goods was seen in part, or not at all. */
  readonly partial?: boolean;
  readonly extraterritorial: boolean;
  readonly terms: readonly string[];
  readonly suspendedBy?: string;
  readonly ended?: { readonly on: string; readonly by: string; readonly continuedBy?: string };
  readonly url?: string;
  readonly sources: readonly string[];
  readonly confidence: string;
  readonly doubts: readonly string[];
}

const rows: readonly Row[] = compiled.measures;
const FROM = 'the starter register of dual-use-watch';
/** The day on which it was compiled, the last day that its sources reach, and what they are known to lack. */
export const starter = {
  on: compiled.compiledOn as BeijingDate,
  completeTo: compiled.completeTo as BeijingDate,
  gaps: compiled.gaps as readonly string[],
};

/**
 * A Change for each compiled measure that a journal does not hold: it tells nobody, and stands until the watch reads the
 * measure's own text.
 * @param register the journal so far
 * @param at when they are entered
 */
export function starterDrafts(register: Register, at: Instant): readonly Draft[] {
  return rows.flatMap((row): readonly Draft[] => {
    const effect = isHeld(row.id, register) ? filledIn(row, register) : entered(row, register);
    if (!effect) return [];
    return [
      { observedAt: at, cause: { compiled: compilationOf(row) }, provisions: [], effects: [effect], quiet: 'compiled' },
    ];
  });
}

function entered(row: Row, { unread }: Register): Effect {
  const known = unread.get(row.id as MeasureId);
  const restriction = known ? movedAs(restrictionOf(row), known) : restrictionOf(row);
  return { kind: 'imposed', restriction, quote: row.title };
}

/** A measure of which the watch has read little more than the title: its goods and its day are those compiled. */
function filledIn(row: Row, { restrictions }: Register): Effect | undefined {
  const held = restrictions.get(row.id as MeasureId);
  const fresh = restrictionOf(row);
  if (!held || held.compiled || held.items.length > 0 || fresh.items.length === 0) return undefined;
  const { dayNotStated, ...rest } = held;
  const lacksDay = dayNotStated && !fresh.dayNotStated;
  const restriction: Restriction = {
    ...rest,
    ...(lacksDay ? { effectiveOn: fresh.effectiveOn } : dayNotStated && { dayNotStated }),
    version: held.version + 1,
    items: fresh.items,
    goods: [...new Set([...held.goods, ...fresh.goods])],
    ...(fresh.compiled && { compiled: fresh.compiled }),
  };
  return { kind: 'amended', restriction, added: [], removed: [], terms: [], quote: row.title };
}

/** A journal with the starter register laid under what it has read, as it is known from the day of compiling on. */
export function withStarter(changes: readonly Change[]): readonly Change[] {
  const last = changes.at(-1)?.number ?? 0;
  const drafts = starterDrafts(replay(changes), startOf(starter.on));
  return [...changes, ...drafts.map((draft, i) => ({ number: last + 1 + i, ...draft }))];
}

/** Read, or compiled before; an announcement that takes several measures holds the number for each. */
const isHeld = (id: string, { restrictions }: Register): boolean =>
  [...restrictions.values()].some((one) => !one.unread && (one.id === id || one.id.startsWith(`${id}#`)));

const compilationOf = ({ sources, confidence, doubts, terms, titleEn, partial }: Row): Compilation => ({
  from: FROM,
  on: starter.on,
  completeTo: starter.completeTo,
  titleEn,
  gaps: starter.gaps,
  ...(partial && { partial }),
  sources,
  confidence: confidence as Compilation['confidence'],
  doubts,
  terms,
});

function restrictionOf(row: Row): Restriction {
  const { id, announcement, title, instrument, reach, goods, items, extraterritorial, staged, ended } = row;
  const document = documentOf(row);
  const first = staged?.map(({ on }) => on).sort()[0];
  const day = row.effectiveOn ?? first;
  const effectiveOn = (day ?? row.publishedOn ?? endOfItsYear(id)) as BeijingDate;
  return {
    id: id as MeasureId,
    ...(announcement !== undefined && { announcement: announcement as AnnouncementNumber }),
    title,
    instrument: instrument as Instrument,
    reach: reach as Reach,
    items,
    goods,
    endUses: [],
    extraterritorial,
    legalBasis: [],
    ...(staged && { staged: staged as readonly Stage[] }),
    version: 1,
    document,
    effectiveOn,
    ...(day === undefined && { dayNotStated: true }),
    listings: partiesOf(id).map((party) => ({ party, from: effectiveOn })),
    suspensions: suspensionsOf(row),
    ...(ended && { lifted: endOf(ended) }),
    compiled: compilationOf(row),
  };
}

/** Numbers count within a year: whatever is numbered in it was out by its end. */
const endOfItsYear = (id: string): string => `${id.split('/')[1] ?? ''}-12-31`;

function documentOf({ id, title, url, publishedOn, issuers }: Row): DocumentRef {
  return {
    id: (url ?? `compiled:${id}`) as DocumentId,
    fingerprint: '',
    source: 'starter',
    publisher: issuers[0] ?? '',
    authority: 'official',
    language: 'zh',
    url: url ?? '',
    title,
    ...(publishedOn !== undefined && { publishedOn: publishedOn as BeijingDate }),
  };
}

const partiesOf = (id: string): readonly Party[] =>
  partyNames
    .filter(({ measure }) => measure === id)
    .map(({ zh, en, ja, unsure }) => ({ zh, en, ...(ja && !unsure && { ja }) }));

function suspensionsOf({ suspendedBy }: Row): readonly Suspension[] {
  return compiled.suspensions
    .filter(({ id }) => id === suspendedBy)
    .map(({ title, url, publishedOn, from, until, id }) => ({
      from: from as BeijingDate,
      until: until as BeijingDate,
      compiledTo: starter.completeTo,
      by: documentOf({ ...blank, id, title, url, publishedOn }),
    }));
}

function endOf({ on, by, continuedBy }: NonNullable<Row['ended']>): NonNullable<Restriction['lifted']> {
  const row = rows.find(({ id }) => id === by);
  return {
    on: on as BeijingDate,
    by: documentOf(row ?? { ...blank, id: by, title: by }),
    ...(continuedBy !== undefined && { continuedBy: continuedBy as MeasureId }),
  };
}

const blank: Omit<Row, 'id' | 'title'> = {
  titleEn: '',
  issuers: ['商务部'],
  instrument: '',
  reach: '',
  goods: [],
  items: [],
  extraterritorial: false,
  terms: [],
  sources: [],
  confidence: '',
  doubts: [],
};
