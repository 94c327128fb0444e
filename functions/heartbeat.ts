import { heartbeatEdge } from './edge/heartbeat-edge.ts';
import { logger } from './edge/log.ts';

let edge: ReturnType<typeof heartbeatEdge> | undefined;

/**
 * Lambda: tells somebody outside the account that the watch is well. While one of its alarms rings it tells nothing, so
 * that a watch whose operator hears nothing, and an account that is gone, are missed all the same.
 */
export async function handler(): Promise<{ readonly ringing: readonly string[] }> {
  edge ??= heartbeatEdge();
  const ringing = await edge.ringing();
  if (ringing.length === 0) await edge.beat();
  logger.info('heartbeat', { ringing });
  return { ringing };
}
