import { deliverPending, type DeliveryReport } from './runs/deliver-alerts.ts';
import type { NotifyEdge } from './edge/edge.ts';
import { logger } from './edge/log.ts';
import { notifyEdge } from './edge/notify-edge.ts';
import { deployment, languageSettings } from './edge/settings.ts';

let edge: NotifyEdge | undefined;

/**
 * Lambda: publishes what is undelivered. Rung by the table's stream and by a schedule; the bell carries nothing.
 * @throws when an alert is still owed at the end, or its time was up, so that the bell is rung again
 */
export async function handler(): Promise<DeliveryReport> {
  const watch = { languages: languageSettings(), ...deployment() };
  const report = await deliverPending((edge ??= notifyEdge()), watch);
  logger[report.faults.length > 0 ? 'warn' : 'info']('watch', { ...report });
  if (report.owed > 0)
    throw new Error(`notify: ${report.owed} alerts are owed and are tried again: ${report.faults.join('; ')}`);
  if (report.stopped)
    throw new Error(`notify: its time was up, and the next ring goes on: ${report.faults.join('; ')}`);
  return report;
}
