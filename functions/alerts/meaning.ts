import type { Instrument } from '../findings/finding.ts';
import type { Matter } from './matters.ts';

/** What measures demand and what to do, in one language. */
export interface Guidance {
  /** What each instrument demands, with the article that says so. */
  readonly consequences: Readonly<Record<Instrument, string>>;
  /** What a matter means that demands nothing, or nothing yet. */
  readonly meanings: Readonly<
    Record<
      'suspended' | 'delisted' | 'ending' | 'ended' | 'explained' | 'easeReported' | 'unconfirmed' | 'unread',
      string
    >
  >;
  readonly supposing: Readonly<Record<'notExtended' | 'confirmed' | 'so', (law: string) => string>>;
  /** What to do about each instrument. */
  readonly actions: Readonly<Record<Instrument, string>>;
  /** What to do about a matter that demands nothing, or nothing yet. */
  readonly doings: Readonly<
    Record<'eased' | 'endsSoon' | 'explained' | 'reported' | 'unconfirmed' | 'unclear', string>
  >;
}

/** What a matter means for its reader, by the law of its instruments and by which way it moves. */
export function consequenceOf(matter: Matter, { meanings, consequences, supposing }: Guidance): string {
  const law = byInstrument(matter, consequences);
  const onSuspension = matter.what === 'suspension';
  switch (matter.kind) {
    case 'imposed':
    case 'amended':
    case 'resumed':
      return law;
    case 'took-effect':
      return matter.what === 'measure' ? law : onSuspension ? meanings.suspended : meanings.ended;
    case 'lapsed':
      return onSuspension ? law : meanings.ended;
    case 'ends-soon':
      return onSuspension ? supposing.notExtended(law) : meanings.ending;
    case 'reported':
      return matter.report?.action === 'ease' ? meanings.easeReported : supposing.confirmed(law);
    case 'unclear':
      return law ? supposing.so(law) : meanings.unread;
    case 'suspended':
    case 'extended':
      return meanings.suspended;
    case 'parties-removed':
      return meanings.delisted;
    case 'lifted':
      return meanings.ended;
    case 'clarified':
      return meanings.explained;
    case 'unconfirmed':
      return meanings.unconfirmed;
  }
}

/** What to do about it now. */
export function actionOf(matter: Matter, { doings, actions }: Guidance): string {
  const comply = byInstrument(matter, actions);
  switch (matter.kind) {
    case 'imposed':
    case 'amended':
    case 'resumed':
      return comply;
    case 'took-effect':
      return matter.what === 'measure' ? comply : doings.eased;
    case 'lapsed':
      return matter.what === 'suspension' ? comply : doings.eased;
    case 'ends-soon':
      return matter.what === 'suspension' ? doings.endsSoon : doings.eased;
    case 'suspended':
    case 'extended':
    case 'parties-removed':
    case 'lifted':
      return doings.eased;
    case 'reported':
      return doings.reported;
    case 'clarified':
      return doings.explained;
    case 'unconfirmed':
      return doings.unconfirmed;
    case 'unclear':
      return doings.unclear;
  }
}

function byInstrument({ abouts, instrument }: Matter, texts: Readonly<Record<Instrument, string>>): string {
  const instruments = abouts.length > 0 ? abouts.map((about) => about.instrument) : instrument ? [instrument] : [];
  return [...new Set(instruments)]
    .slice(0, 2)
    .map((one) => texts[one])
    .join(' ');
}
