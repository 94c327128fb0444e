import { Logger } from '@aws-lambda-powertools/logger';

/** One line of JSON a run: the metric filters and a tired person read the same. Never subscribers, never bodies of pages. */
export const logger = new Logger({ serviceName: 'dual-use-watch' });
