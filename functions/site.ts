import type { SiteEdge } from './edge/edge.ts';
import { logger } from './edge/log.ts';
import { deployment } from './edge/settings.ts';
import { siteEdge } from './edge/site-edge.ts';
import { publishSite, type SiteReport } from './runs/publish-site.ts';

let edge: SiteEdge | undefined;

/** Lambda: writes the register's pages. Rung by the table's stream and hourly; the bell carries nothing. */
export async function handler(): Promise<SiteReport> {
  const report = await publishSite(
    (edge ??= siteEdge()),
    deployment().sources.map(({ id }) => id),
  );
  logger.info('site', { files: report.files, written: report.written.length });
  return report;
}
