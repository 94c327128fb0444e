import type { Surroundings } from '../alerts/alert.ts';
import type { NotifyEdge } from '../edge/edge.ts';
import type { Change } from '../register/change.ts';
import type { Register } from '../register/replay.ts';
import { isReport } from '../register/stories.ts';
import { sitePagesOf } from '../site/addresses.ts';
import type { SourceState } from '../sources/health.ts';
import type { OwnLists } from './own-hits.ts';

interface Around {
  readonly edge: Pick<NotifyEdge, 'now' | 'stories' | 'site'>;
  readonly faults: string[];
  readonly own: OwnLists;
}

/**
 * What an alert says beside its Change, as of now.
 * @param register replayed up to and including the Change
 */
export async function surroundingsOf(
  change: Change,
  register: Register,
  changes: readonly Change[],
  sources: readonly SourceState[],
  around: Around,
): Promise<Surroundings> {
  const report = change.confirms === undefined ? undefined : changes[change.confirms - 1];
  const story = isReport(change) ? change : report;
  const ours = await around.own.touchedBy(change);
  return {
    register,
    sources,
    at: around.edge.now(),
    ...(ours && { ours }),
    ...(around.edge.site && { page: sitePagesOf(change, around.edge.site) }),
    ...(report && { report }),
    ...(story && { outlets: await outletsOf(story, around) }),
  };
}

/** Who carried a report besides the one that we have it from: an alert goes out without them rather than late. */
async function outletsOf(
  { number }: Change,
  { edge, faults }: Pick<Around, 'edge' | 'faults'>,
): Promise<readonly string[]> {
  try {
    return await edge.stories.outlets(number);
  } catch (error) {
    faults.push(`#${number}, the outlets that carried it: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}
