import type { MeasureId } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import { keepOnUnread } from './awaited.ts';
import type { Change, Effect } from './change.ts';
import { inWork, note } from './noted.ts';
import { isMeasureOf, type Restriction } from './restriction.ts';
import { noTexts, type Texts } from './texts.ts';

/** The journal, replayed: what stands, what was read, what was told. */
export interface Register {
  /** The number of the last Change; 0 for an empty journal. */
  readonly upTo: number;
  readonly restrictions: ReadonlyMap<MeasureId, Restriction>;
  /** What is known of measures only by the texts that suspend, resume or lift them. */
  readonly unread: ReadonlyMap<MeasureId, Restriction>;
  /** Official texts, by announcement and by page. */
  readonly texts: Texts;
  /** Changes that a report may belong to, oldest first: reports, clarifications, and the ministry's own. */
  readonly told: readonly Change[];
}

export const emptyRegister: Register = {
  upTo: 0,
  restrictions: new Map(),
  unread: new Map(),
  texts: noTexts,
  told: [],
};

/**
 * Folds Changes, in their order, into a register.
 * @param before a register that the Changes follow on; it is left as it was
 */
export function replay(changes: readonly Change[], before: Register = emptyRegister): Register {
  const restrictions = new Map(before.restrictions);
  const unread = new Map(before.unread);
  const told = [...before.told];
  const texts = inWork(before.texts);
  for (const change of changes) {
    for (const effect of change.effects) stand(effect, restrictions, unread);
    if (change.effects.length > 0) told.push(change);
    if (!('document' in change.cause) || change.cause.document.authority !== 'official') continue;
    keepOnUnread(change, restrictions, unread, texts);
    note(texts, { ...change.cause, provisions: change.provisions });
  }
  return { upTo: changes.at(-1)?.number ?? before.upTo, restrictions, unread, texts, told };
}

function stand(effect: Effect, restrictions: Map<MeasureId, Restriction>, unread: Map<MeasureId, Restriction>): void {
  if (!('restriction' in effect)) return;
  const { restriction } = effect;
  if (restriction.unread) {
    unread.set(restriction.id, restriction);
    return;
  }
  if (effect.kind === 'amended') {
    for (const term of effect.terms) {
      if (term.name === 'announcement') restrictions.delete(formerId(restriction.id, term.after, term.before));
    }
  }
  restrictions.set(restriction.id, restriction);
  for (const id of unread.keys()) if (isMeasureOf(restriction.id, id)) unread.delete(id);
}

/** The identity that a measure had under the number that its page bore before. */
export const formerId = (id: MeasureId, after: AnnouncementNumber, before: AnnouncementNumber): MeasureId =>
  id.replace(after, before) as MeasureId;
