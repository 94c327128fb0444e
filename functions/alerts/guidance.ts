import type { Instrument } from '../findings/finding.ts';
import type { LawId } from '../lexicon/law.ts';
import { lawOf } from '../screening/duties.ts';
import { actOf } from './headline.ts';
import { isUnread, type Matter } from './matters.ts';
import { listIn } from './topic.ts';

/** What a matter means that demands nothing, or nothing yet. */
export type Meaning =
  | 'suspended'
  | 'delisted'
  | 'ending'
  | 'ended'
  | 'overdue'
  | 'explained'
  | 'ease-reported'
  | 'plan-reported'
  | 'explanation-reported'
  | 'unconfirmed'
  | 'unread';

/** Under which condition the law that follows would apply. */
export type Supposing = 'not-extended' | 'confirmed' | 'as-it-seems';

/** What to do about it: what an instrument asks for, or what news that demands nothing does. */
export type Doing =
  Instrument | 'eased' | 'overdue' | 'ends-soon' | 'explained' | 'reported' | 'plan' | 'unconfirmed' | 'unclear';

/** What a matter means and what to do, in no language. */
export interface Guidance {
  readonly meaning?: Meaning;
  readonly supposing?: Supposing;
  readonly law: readonly LawId[];
  readonly doings: readonly Doing[];
}

/** What a matter means for its reader and what to do, by the law of its instruments and by which way it moves. */
export function guidanceOf(matter: Matter): Guidance {
  const { effect } = matter;
  const instruments = instrumentsOf(matter);
  const binding = { law: lawFor(matter), doings: instruments };
  const first = instruments.flatMap((one) => lawOf[one].slice(0, 1));
  switch (effect.kind) {
    case 'imposed':
    case 'amended':
    case 'resumed':
      return binding;
    case 'took-effect':
      if (effect.what === 'measure' || effect.what === 'resumption') return binding;
      return eased(effect.what === 'suspension' ? 'suspended' : 'ended', effect.what === 'suspension');
    case 'lapsed':
      if (effect.suspension) return binding;
      return effect.byLaw ? { meaning: 'overdue', law: ['temporary'], doings: ['overdue'] } : eased('ended');
    case 'ends-soon': {
      const review: readonly LawId[] = instruments.includes('item-control') ? ['review'] : [];
      if (!effect.suspension) return { meaning: 'ending', law: effect.byLaw ? ['temporary'] : [], doings: ['eased'] };
      return { supposing: 'not-extended', law: [...first, ...review], doings: ['ends-soon'] };
    }
    case 'suspended':
    case 'extended':
      return eased('suspended', true);
    case 'lifted':
      return eased('ended');
    case 'parties-removed': {
      const list = listIn(matter.instrument);
      const removal: readonly LawId[] =
        list === 'control-list' ? ['control-list-removal'] : list === 'watch-list' ? ['watch-list-removal'] : [];
      return { meaning: 'delisted', law: removal, doings: ['eased'] };
    }
    case 'clarified':
      return { meaning: 'explained', law: [], doings: ['explained'] };
    case 'reported':
      return ofReport(actOf(effect), first);
    case 'unconfirmed':
      return { meaning: 'unconfirmed', law: [], doings: ['unconfirmed'] };
    case 'unclear':
      if (first.length === 0) return { meaning: 'unread', law: [], doings: ['unclear'] };
      return { supposing: 'as-it-seems', law: first, doings: ['unclear'] };
  }
}

/** Goods on no list may still need a licence while a control of goods is suspended. */
const eased = (meaning: Meaning, catchAll = false): Guidance => ({
  meaning,
  law: catchAll ? ['catch-all'] : [],
  doings: ['eased'],
});

function ofReport(act: ReturnType<typeof actOf>, law: readonly LawId[]): Guidance {
  switch (act) {
    case 'impose':
    case 'resume':
      return { supposing: 'confirmed', law, doings: ['reported'] };
    case 'ease':
      return { meaning: 'ease-reported', law: [], doings: ['unconfirmed'] };
    case 'plan':
      return { meaning: 'plan-reported', law: [], doings: ['plan'] };
    case 'clarify':
      return { meaning: 'explanation-reported', law: [], doings: ['explained'] };
  }
}

function lawFor(matter: Matter): readonly LawId[] {
  const { abouts } = matter;
  const abroad = abouts.some(({ extraterritorial }) => extraterritorial);
  const beyond = abouts.some(({ conditions }) => conditions?.applicants.includes('exporter-abroad') ?? false);
  return [
    ...instrumentsOf(matter).flatMap((one) => lawOf[one]),
    ...(abouts.some(({ temporary }) => temporary) ? (['temporary'] as const) : []),
    ...(abroad ? (['liable-abroad'] as const) : []),
    ...(beyond ? (['abroad'] as const) : []),
  ];
}

/** At most two, or nobody would read on. */
function instrumentsOf({ abouts, instrument }: Matter): readonly Instrument[] {
  const read = abouts.filter((about) => !isUnread(about));
  const all = read.length > 0 ? read.map((about) => about.instrument) : instrument ? [instrument] : [];
  return [...new Set(all)].slice(0, 2);
}
