import { calendarEdge } from './edge/calendar-edge.ts';
import type { CalendarEdge, DigestEdge } from './edge/edge.ts';
import { logger } from './edge/log.ts';
import { deployment, languageSettings } from './edge/settings.ts';
import { Misconfigured } from './errors.ts';

// Each run has one task, and loads nothing of the others: the digest's words, the starter's measures.
let edge: (CalendarEdge & DigestEdge) | undefined;

/**
 * Lambda: `daily` appends the dates that arrived, in Beijing time; `digest` publishes what changed since the last one;
 * `starter` enters the compiled measures that the journal lacks.
 * @throws Misconfigured for any other task
 */
export async function handler(event: { readonly task?: unknown }): Promise<readonly number[]> {
  edge ??= calendarEdge();
  switch (event.task) {
    case 'daily': {
      const { keepCalendar } = await import('./runs/run-calendar.ts');
      const changes = await keepCalendar(edge);
      logger.info('calendar', { changes });
      return changes;
    }
    case 'digest': {
      const { sendDigest } = await import('./runs/send-digest.ts');
      await sendDigest(edge, { languages: languageSettings(), ...deployment() });
      logger.info('digest');
      return [];
    }
    case 'starter': {
      const { enterStarter } = await import('./runs/enter-starter.ts');
      const changes = await enterStarter(edge.journal, edge.now());
      logger.info('starter', { changes });
      return changes;
    }
    default:
      throw new Misconfigured(`event.task: "${String(event.task)}" is no task; allowed are daily, digest and starter`);
  }
}
