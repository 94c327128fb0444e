import type { DocumentRef } from '../documents/document.ts';
import type { Finding, Measure, Provision } from '../findings/finding.ts';
import { beijingDay, type Instant } from '../time.ts';
import { move } from './apply.ts';
import { impose } from './awaited.ts';
import type { Draft, Effect } from './change.ts';
import { isReplacement, replaceCompiled } from './compiled.ts';
import { differing, earlierStamp } from './copies.ts';
import { type Edit, measureIn, renumber, revise } from './edits.ts';
import type { Of, Text } from './provision.ts';
import type { Register } from './replay.ts';
import { replacedBy, replacing } from './replaced.ts';
import type { Restriction } from './restriction.ts';
import { Restrictions } from './restrictions.ts';
import { counterpart, reworded, unsaid } from './rewording.ts';
import { borneOut, isOldNews, retold, type Seen } from './stories.ts';
import { alike } from './substance.ts';
import { spreadOut } from './targets.ts';
import { countersaid, type PastReading, type Place, placeOf, type TextHistory } from './texts.ts';

/**
 * What a document alters, given everything the journal holds; undefined when there is nothing to record.
 *
 * A page has a history of its own: equal to its own last reading, it alters nothing, and whatever else was read, by the
 * press or elsewhere, does not silence it. An official text is recorded even when it alters nothing; the press only when
 * it is news. The press never moves a measure. An edit moves its measure by what it newly says, so that it cannot bring
 * back what another announcement has taken away since.
 * @param at when the document was read
 */
export function compare(register: Register, finding: Finding, at: Instant): Draft | undefined {
  const { document, announcement, provisions } = finding;
  const cause = { document, ...(announcement && { announcement }) };
  if (document.authority !== 'official') {
    const effects = reported(provisions, document, register, at);
    return effects.length > 0 ? { observedAt: at, cause, provisions, effects } : undefined;
  }
  const reading: PastReading = { ...cause, provisions };
  const { key, place } = placeOf(reading, register.texts);
  if (place.kind === 'same') return undefined;
  const scene = sceneOf(register, finding, reading, at, register.texts.histories.get(key));
  const effects = effectsOf(place, scene);
  const known = isReplacement(effects, register.restrictions) ? { quiet: 'compiled' as const } : {};
  const draft: Draft = { observedAt: at, cause, provisions, effects, ...known };
  if (place.kind === 'copy' && effects.length > 0) return { ...draft, quiet: 'copy' };
  const report = borneOut(draft, register.told);
  return report ? { ...draft, confirms: report.number } : draft;
}

/** A report is told once per story, and not at all when it is old, or the ministry or an earlier report has told it. */
function reported(
  provisions: readonly Provision[],
  document: DocumentRef,
  register: Register,
  at: Instant,
): readonly Effect[] {
  if (document.authority !== 'official' && isOldNews(document, at)) return [];
  const seen: Seen = { document, at };
  return provisions.flatMap((provision): readonly Effect[] => {
    if (provision.action !== 'report' || retold(provision.report, seen, register.told)) return [];
    return [{ kind: 'reported', report: provision.report, quote: provision.quote }];
  });
}

/** What a text is compared with, and what it moves. */
interface Scene {
  readonly register: Register;
  readonly finding: Finding;
  readonly reading: PastReading;
  readonly history: TextHistory | undefined;
  readonly text: Text;
  readonly at: Instant;
  readonly restrictions: Restrictions;
}

const sceneOf = (
  register: Register,
  finding: Finding,
  reading: PastReading,
  at: Instant,
  history: TextHistory | undefined,
): Scene => ({
  register,
  finding,
  reading,
  history,
  at,
  text: { document: finding.document, today: beijingDay(at) },
  restrictions: new Restrictions(register),
});

function effectsOf(place: Place, scene: Scene): readonly Effect[] {
  const { reading, restrictions, text, history } = scene;
  switch (place.kind) {
    case 'same':
    case 'poorer':
      return [];
    case 'copy': {
      const version = history?.versions[place.version];
      return version ? earlierStamp(reading, version, text, restrictions) : [];
    }
    case 'differs':
      return place.known ? [] : [differing(reading, place.from)];
    case 'lost':
      return doubts(reading.provisions);
    case 'restored':
      return restored(scene);
    case 'reworded':
      return reworded(reading, place.before);
    case 'first':
      return saidBy(scene, { before: { ...reading, provisions: [] }, earlier: [], since: [], takenBack: false });
    case 'edit': {
      const effects = [...saidBy(scene, place), ...unsaid(reading, place.before)];
      // After an unclear version the page says again what it said before.
      return effects.length === 0 && place.takenBack ? restored(scene) : effects;
    }
    case 'renumbered':
      return renumbered(scene, place);
  }
}

const doubts = (provisions: readonly Provision[]): readonly Effect[] =>
  provisions.flatMap((provision) => {
    if (provision.action !== 'unclear') return [];
    const { doubt, quote, measure } = provision;
    return [{ kind: 'unclear', doubt, quote, ...(measure && { measure }) } as const];
  });

/** A page that was told as unclear says again what it said. */
function restored({ reading, restrictions }: Scene): readonly Effect[] {
  return reading.provisions.flatMap((provision): readonly Effect[] => {
    const restriction = provision.action === 'impose' ? restrictions.get(provision.measure.id) : undefined;
    if (!restriction) return [];
    const same = { restriction: restrictions.set(restriction), added: [], removed: [], terms: [] };
    return [{ kind: 'amended', ...same, quote: provision.quote, restored: true }];
  });
}

/** What a text newly says: all of it at its first reading, else what differs from the page's last. */
function saidBy(scene: Scene, edit: Edit): readonly Effect[] {
  const { reading, restrictions } = scene;
  const said = [edit.before, ...edit.since];
  const news = reading.provisions.filter(
    (provision) =>
      !isVague(provision, reading) &&
      countersaid(provision, reading, edit.before, 'readings') === undefined &&
      !said.slice(1).some((other) => countersaid(provision, reading, other, 'copies')),
  );
  return replacing(
    news.flatMap((provision) => effectsOfOne(provision, edit, scene)),
    restrictions,
  );
}

/** A title says that an announcement is suspended "in part"; the text says which part, and until when. */
function isVague(provision: Provision, { provisions }: PastReading): boolean {
  if (provision.action !== 'suspend' && provision.action !== 'resume' && provision.action !== 'lift') return false;
  const { action, measure, clause, parties } = provision;
  if (clause !== undefined || parties !== undefined || (action === 'suspend' && provision.until)) return false;
  return provisions.some(
    (other) => other.action === action && other.measure === measure && (other.clause ?? other.parties) !== undefined,
  );
}

function effectsOfOne(provision: Provision, edit: Edit, scene: Scene): readonly Effect[] {
  const { register, finding, text, restrictions, at } = scene;
  switch (provision.action) {
    case 'impose': {
      const before = measureIn(edit.before, provision.measure);
      const restriction = restrictions.get(provision.measure.id) ?? (before && restrictions.everKnownAs(before.id));
      if (before && restriction && isOfOthers(before, provision.measure, restriction)) {
        const newest = scene.history?.versions.at(-1);
        return newest ? [differing(scene.reading, newest)] : [];
      }
      if (restriction?.compiled) return [replaceCompiled(provision, text, restriction, restrictions)];
      if (restriction) return revise(provision, restriction, edit, text, restrictions);
      return [
        ...impose(provision, text, restrictions, register.texts),
        ...replacedBy(provision.measure.id, text, restrictions),
      ];
    }
    case 'remove-parties':
    case 'suspend':
    case 'resume':
    case 'lift':
    case 'amend':
      return spreadOut(provision, restrictions, register.texts).flatMap((one) =>
        move(one, text, restrictions, counterpart(one, edit.before)),
      );
    case 'clarify':
      return isExplained(provision, register, scene)
        ? []
        : [{ kind: 'clarified', about: provision.about, quote: provision.quote }];
    case 'report':
      return reported([provision], finding.document, register, at);
    case 'unclear':
      return doubts([provision]);
  }
}

/** The measure that bears a page's number is of another kind than the page was and is: two texts bear one number. */
const isOfOthers = (before: Measure, now: Measure, { instrument }: Restriction): boolean =>
  before.instrument === now.instrument && instrument !== now.instrument;

/**
 * A page that was corrected to another number: its measure goes with it, and whatever else changed is an edit, unless
 * another page has said it under that number before.
 */
function renumbered(scene: Scene, { before, since }: Extract<Place, { kind: 'renumbered' }>): readonly Effect[] {
  const { reading, restrictions, text } = scene;
  const [was, is] = [before.announcement, reading.announcement];
  const moved = reading.provisions.flatMap((provision): readonly Effect[] => {
    const old = provision.action === 'impose' ? measureIn(before, provision.measure) : undefined;
    const restriction = old && restrictions.everKnownAs(old.id);
    if (provision.action !== 'impose' || !restriction || !was || !is) return [];
    const moved = renumber(
      restriction,
      provision.measure,
      { before: was, after: is },
      provision.quote,
      text,
      restrictions,
    );
    return [moved];
  });
  return [...moved, ...saidBy(scene, { before, earlier: [], since, takenBack: false })];
}

/** One statement stands on several of the ministry's sites, under titles of their own. */
const isExplained = (provision: Of<'clarify'>, { texts }: Register, { reading }: Scene): boolean =>
  [...texts.pages.values()].some(
    ({ last }) =>
      last.document.id !== reading.document.id &&
      last.provisions.some((other) =>
        alike({ provision, publishedOn: undefined }, { provision: other, publishedOn: undefined }, 'copies'),
      ),
  );
