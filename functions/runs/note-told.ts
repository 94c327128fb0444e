import type { Confirmed, NotifyEdge } from '../edge/edge.ts';
import type { Change } from '../register/change.ts';
import type { Language } from '../sources/source.ts';

/** What noting needs of a run. */
interface Noting {
  readonly edge: Pick<NotifyEdge, 'now' | 'noteTold'>;
  readonly faults: string[];
  /** Who is subscribed. */
  readonly listening: () => Promise<Confirmed>;
}

/** Writes down for audits what went out, and to how many; that it cannot be written holds up nothing. */
export async function noteTold(
  { number }: Change,
  languages: readonly Language[],
  { edge, faults, listening }: Noting,
): Promise<void> {
  const subscriptions = await listening().then(
    ({ subscribers }) => subscribers.length,
    () => undefined,
  );
  const at = edge.now();
  try {
    await edge.noteTold({ change: number, at, languages, ...(subscriptions !== undefined && { subscriptions }) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    faults.push(`#${number} was told, and that could not be written down: ${why}`);
  }
}

/** Asks when it is first needed, and no more. */
export function once<T>(ask: () => T): () => T {
  let asked: { readonly answer: T } | undefined;
  return () => (asked ??= { answer: ask() }).answer;
}
