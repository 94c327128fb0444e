import { governmentAndTrade, licensed, newspapers, stateMedia } from './feeds.ts';
import { official } from './official.ts';
import type { Source } from './source.ts';

/**
 * Every place we know how to read. Parameters and quirks come from public evidence, dated per entry; none was tried live
 * from here.
 * `off` names the reason why one is not polled unless a deployer turns it on.
 */
export const catalogue: readonly Source[] = [
  ...official,
  ...stateMedia,
  ...newspapers,
  ...governmentAndTrade,
  ...licensed,
];

/** The sources that are polled by default. */
export const enabledSources: readonly Source[] = catalogue.filter((source) => source.off === undefined);
