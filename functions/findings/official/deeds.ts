import type { BeijingDate } from '../../time.ts';
import type { DoubtedAct } from '../doubt.ts';
import type { MeasureId, Reach } from '../finding.ts';
import type { Act } from './act.ts';
import type { Sentence } from './clauses.ts';
import { dayIn, type Text } from './text.ts';
import type { ClauseAct } from './verbs.ts';

const doubted: Readonly<Partial<Record<ClauseAct, DoubtedAct>>> = {
  suspend: 'suspend',
  extend: 'suspend',
  resume: 'resume',
  lift: 'lift',
  remove: 'remove-parties',
  amend: 'amend',
};

/** Something that a text plainly does, though not, or not only, in words that are understood. */
export interface Deed {
  readonly act: DoubtedAct;
  readonly on: BeijingDate | undefined;
  readonly quote: string;
  /** The announcement that the sentence names, or the one before it. */
  readonly target: string | undefined;
}

/** The first thing that a text does, where it does not say to which announcement: 不再对金刚石窗口材料实施出口管制. */
export function deedIn(text: Text, counts: (sentence: Sentence) => boolean = () => true): Deed | undefined {
  const deeds = text.propositions.flatMap((proposition) => {
    const act = doubted[proposition.act];
    return act && proposition.actor === 'china' && counts(proposition.sentence) ? [{ act, proposition }] : [];
  });
  const [first] = deeds;
  if (!first) return undefined;
  const { act, proposition } = first;
  const named = proposition.cites[0] ?? text.before.get(proposition.sentence)?.cites.at(-1);
  return {
    act,
    on: dayIn(text, proposition) ?? proposition.period.from,
    quote: proposition.sentence.quote,
    target: named?.number === text.number ? undefined : named?.number,
  };
}

/** Told for somebody to read: what is plainly done, from when, and to what, as far as that is known. */
export function unclearAct(said: {
  readonly rule: string;
  readonly reach: Reach;
  readonly quote: string;
  readonly act?: DoubtedAct | undefined;
  readonly on?: BeijingDate | undefined;
  readonly target?: string | undefined;
}): Act {
  const { rule, reach, quote, act, on, target } = said;
  return {
    reach,
    rule,
    provision: {
      action: 'unclear',
      doubt: { kind: 'clause-not-understood' },
      quote,
      ...(act && { act }),
      ...(target && { target: target as MeasureId }),
      ...(on && { on }),
    },
  };
}
