import { replay } from '../../functions/register/replay.ts';
import type { Change } from '../../functions/register/change.ts';
import type { SiteView } from '../../functions/site/view.ts';
import type { Instant } from '../../functions/time.ts';
import { history } from '../alerts/history.ts';
import { sourcesAt } from '../alerts/journal.ts';

export const AT = '2026-11-25T00:00:00.000Z' as Instant;
export const ADDRESS = 'https://watch.example';

export const viewOf = (changes: readonly Change[], at: Instant = AT): SiteView => ({
  register: replay(changes),
  changes,
  sources: sourcesAt(at),
  at,
  address: ADDRESS,
});

/** What was announced up to February 2026, and as it might go on from there. */
export const announced = (): SiteView => viewOf(history().journal.changes);
