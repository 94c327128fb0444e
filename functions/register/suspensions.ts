import { addDays, type BeijingDate } from '../time.ts';
import type { Effect } from './change.ts';
import { dayOf, type Of, type Text } from './provision.ts';
import { covers, isWhole, type Restriction, samePart, type Suspension } from './restriction.ts';
import type { Restrictions } from './restrictions.ts';

/**
 * A measure has one interval per part: the union of what several texts say of it. Only a later announcement that names an
 * earlier end brings the end forward.
 * @param replaced what the same page said before it was edited
 */
export function suspend(
  provision: Of<'suspend'>,
  restriction: Restriction,
  text: Text,
  restrictions: Restrictions,
  replaced?: Of<'suspend'>,
): readonly Effect[] {
  const stated = suspensionOf(provision, text);
  const edited = replaced && editedInterval(restriction, suspensionOf(replaced, text), stated);
  if (edited) return moved(restriction, [edited.before], edited.after, provision.quote, restrictions);
  const over = restriction.suspensions.find((one) => one.resumed && samePart(one, stated) && covers(one, stated.from));
  // What was said before a resumption is over with it.
  if (over && (text.document.publishedOn ?? text.today) <= addDays(over.until ?? stated.from, 1)) return [];
  const next = over?.until ? { ...stated, from: addDays(over.until, 1) } : stated;
  const touching = restriction.suspensions.filter((one) => !one.resumed && samePart(one, next) && touches(one, next));
  if (touching.length === 0) {
    const suspended = restrictions.set({ ...restriction, suspensions: [...restriction.suspensions, next] });
    return [{ kind: 'suspended', restriction: suspended, suspension: next, quote: provision.quote }];
  }
  return moved(restriction, touching, union(touching, next), provision.quote, restrictions);
}

function suspensionOf({ clause, parties, until, from }: Of<'suspend'>, text: Text): Suspension {
  return {
    from: dayOf(from, text),
    by: text.document,
    seenOn: text.today,
    ...(until && { until }),
    ...(clause && { clause }),
    ...(parties && { parties }),
  };
}

const touches = (a: Suspension, b: Suspension): boolean =>
  (!a.until || addDays(a.until, 1) >= b.from) && (!b.until || addDays(b.until, 1) >= a.from);

/** One interval out of several; whose word the end is, `by` names. */
function union(touching: readonly Suspension[], next: Suspension): Suspension {
  const latest = touching.reduce((a, b) => (endOf(b) > endOf(a) ? b : a));
  const shortens = endOf(next) < endOf(latest) && isLater(next, latest);
  const ends = shortens || endOf(next) > endOf(latest) ? next : latest;
  const from = [...touching, next].reduce((first, one) => (one.from < first ? one.from : first), next.from);
  const { until: _until, ...rest } = ends;
  return { ...rest, from, ...(ends.until && { until: ends.until }) };
}

const endOf = ({ until }: Suspension): string => until ?? '9999-12-31';

const isLater = (a: Suspension, b: Suspension): boolean => (a.by.publishedOn ?? '') > (b.by.publishedOn ?? '');

/** The interval that a page set before it was edited, and what it sets now; undefined where others have moved it since. */
function editedInterval(
  { suspensions }: Restriction,
  before: Suspension,
  after: Suspension,
): { readonly before: Suspension; readonly after: Suspension } | undefined {
  const own = suspensions.find(
    (one) => !one.resumed && samePart(one, before) && one.until === before.until && one.from <= before.from,
  );
  if (!own || !samePart(before, after)) return undefined;
  return { before: own, after: { ...after, from: own.from === before.from ? after.from : own.from } };
}

/** Puts one interval in the place of others, and says what that does to their end. */
function moved(
  restriction: Restriction,
  old: readonly Suspension[],
  suspension: Suspension,
  quote: string,
  restrictions: Restrictions,
): readonly Effect[] {
  const [only] = old;
  const last = old.reduce((a, b) => (endOf(b) > endOf(a) ? b : a));
  if (old.length === 1 && only?.from === suspension.from && only.until === suspension.until) return [];
  const suspensions = [...restriction.suspensions.filter((one) => !old.includes(one)), suspension];
  const after = restrictions.set({ ...restriction, suspensions: suspensions.toSorted(byBeginning) });
  if (last.until === undefined || last.until === suspension.until)
    return [{ kind: 'suspended', restriction: after, suspension, quote }];
  const shortened = endOf(suspension) < last.until;
  return [
    {
      kind: 'extended',
      restriction: after,
      suspension,
      before: last.until,
      quote,
      ...(shortened && { shortened }),
    },
  ];
}

const byBeginning = (a: Suspension, b: Suspension): number => a.from.localeCompare(b.from);

/** A resumption ends the pauses of its part, or of everything where it names none. */
export function resume(
  { clause, parties, quote, on: stated }: Of<'resume'>,
  restriction: Restriction,
  text: Text,
  restrictions: Restrictions,
): readonly Effect[] {
  const on = dayOf(stated, text);
  const part = { ...(clause && { clause }), ...(parties && { parties }) };
  const running = (one: Suspension): boolean => !one.until || one.until >= on;
  const ends = (one: Suspension): boolean => running(one) && ((!clause && !parties) || samePart(one, part));
  const resumes = restriction.suspensions.some(ends);
  const returns = (one: Suspension): boolean =>
    !resumes && clause !== undefined && running(one) && isWhole(one) && !(one.except ?? []).includes(clause);
  if (!resumes && !restriction.suspensions.some(returns)) return [];
  const suspensions = restriction.suspensions.flatMap((one): readonly Suspension[] => {
    if (ends(one)) return endedBefore(one, on, text);
    return returns(one) && clause ? [{ ...one, except: [...(one.except ?? []), clause] }] : [one];
  });
  const resumed = restrictions.set({ ...restriction, suspensions });
  return [{ kind: 'resumed', restriction: resumed, on, quote, ...(clause && { clause }) }];
}

function endedBefore(suspension: Suspension, on: BeijingDate, { document, today }: Text): readonly Suspension[] {
  const last = addDays(on, -1);
  if (suspension.from > last) return [];
  return [{ ...suspension, until: last, by: document, resumed: true, resumptionSeenOn: today }];
}
