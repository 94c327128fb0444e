import type { Change } from '../register/change.ts';
import type { Register } from '../register/replay.ts';
import { type Restriction, type Standing, standingOn } from '../register/restriction.ts';
import type { SourceState } from '../sources/health.ts';
import { type BeijingDate, beijingDay, type Instant } from '../time.ts';
import { pageNameOf } from './addresses.ts';

/** Everything that the pages are made from. */
export interface SiteView {
  readonly register: Register;
  /** The whole journal, oldest first. */
  readonly changes: readonly Change[];
  /** The sources that are on. */
  readonly sources: readonly SourceState[];
  /** When the pages are made. */
  readonly at: Instant;
  /** The address of the site, without a slash at its end: feeds and calendars hold no relative links. */
  readonly address: string;
}

/** One measure with how it stands on the day of the pages. */
export interface Row {
  readonly measure: Restriction;
  readonly standing: Standing;
  /** Its page's name, without language and ending. */
  readonly page: string;
  /** The latest first. */
  readonly versions: readonly Version[];
}

/** The measures that reach Japan: those aimed at it first, then the latest first. */
export function rowsOf({ register, changes, at }: SiteView): readonly Row[] {
  const today = beijingDay(at);
  const versions = versionsIn(changes);
  return [...register.restrictions.values()]
    .filter(({ reach }) => reach !== 'elsewhere')
    .map((measure) => ({
      measure,
      standing: standingOn(measure, today),
      page: pageNameOf(measure),
      versions: versions.get(measure.id) ?? [],
    }))
    .sort(
      (a, b) =>
        Number(b.measure.reach === 'japan') - Number(a.measure.reach === 'japan') ||
        b.measure.effectiveOn.localeCompare(a.measure.effectiveOn) ||
        a.measure.id.localeCompare(b.measure.id),
    );
}

/** A Change that touched a measure, with what it did to it. */
export interface Version {
  readonly change: Change;
  readonly effects: Change['effects'];
}

/** The Changes that touched each measure, the latest first. */
function versionsIn(changes: readonly Change[]): ReadonlyMap<string, readonly Version[]> {
  const versions = new Map<string, Version[]>();
  for (const change of changes.toReversed()) {
    const moving = change.effects.filter((effect) => 'restriction' in effect);
    for (const [id, effects] of Map.groupBy(moving, ({ restriction }) => restriction.id)) {
      const before = versions.get(id);
      if (before) before.push({ change, effects });
      else versions.set(id, [{ change, effects }]);
    }
  }
  return versions;
}

/** Whether a measure binds, or may bind, on the day of the pages. */
export const binds = ({ standing }: Row): boolean => standing.kind === 'in-force' || standing.kind === 'unknown';

/** Days ahead that the pages speak of. */
export const AHEAD = 90;

export const dayOf = ({ at }: Pick<SiteView, 'at'>): BeijingDate => beijingDay(at);
