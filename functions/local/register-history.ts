import { styleText } from 'node:util';
import { Misconfigured } from '../errors.ts';
import type { Change, Effect } from '../register/change.ts';
import { isMeasureOf, type Restriction } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';

/** One version of a measure: what moved it, when that was published and recorded, and in which words. */
export interface Version {
  readonly number: number;
  readonly day: string;
  readonly recordedAt: string;
  readonly kind: Effect['kind'];
  readonly version: number;
  readonly title: string;
  readonly quote?: string;
  readonly parties: number;
  readonly items: number;
  readonly compiled: boolean;
}

/** Every version of a measure, oldest first. @throws Misconfigured when the journal holds none */
export function historyOf(changes: readonly Change[], measure: string): readonly Version[] {
  const versions = changes.flatMap((change) =>
    change.effects.flatMap((effect): readonly Version[] => {
      if (!('restriction' in effect) || !isMeasureOf(effect.restriction.id, measure)) return [];
      return [versionOf(change, effect, effect.restriction)];
    }),
  );
  if (versions.length > 0) return versions;
  throw new Misconfigured(`--history: the journal holds no ${measure}; measures are named as mofcom/2026/11`);
}

function versionOf(change: Change, effect: Effect, restriction: Restriction): Version {
  const { cause, number, observedAt } = change;
  const title = 'document' in cause ? cause.document.title : 'day' in cause ? 'a date arrived' : restriction.title;
  return {
    number,
    day: newsDay(change),
    recordedAt: observedAt,
    kind: effect.kind,
    version: restriction.version,
    title,
    ...('quote' in effect && { quote: effect.quote }),
    parties: restriction.listings.filter(({ until }) => until === undefined).length,
    items: restriction.items.length,
    compiled: 'compiled' in cause,
  };
}

export function printHistory(versions: readonly Version[]): void {
  for (const { number, day, recordedAt, kind, version, title, quote, parties, items, compiled } of versions) {
    const holds = [parties > 0 ? `${parties} parties` : '', items > 0 ? `${items} items` : '']
      .filter(Boolean)
      .join(', ');
    console.log(
      `\n${styleText('bold', `version ${version}`)}  ${day}  ${kind}${holds ? `  (${holds})` : ''}  #${number}`,
    );
    console.log(`  ${title}${compiled ? ' (compiled from public sources, not read)' : ''}, recorded ${recordedAt}`);
    if (quote !== undefined) console.log(styleText('dim', `  “${quote}”`));
  }
}
