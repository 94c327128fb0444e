import { addressHash } from '../functions/edge/address-hash.ts';
import type { Deployment } from '../functions/edge/settings.ts';
import type { BundleFiles } from './bundle.ts';
import type { Settings } from './settings.ts';
import { addressOf } from './subscribers.ts';

/**
 * The file `deployment.json` beside a bundle: what is watched, and who must be subscribed. It grows with the catalogue, as
 * no environment variable may, and holds nobody's address.
 */
export function deploymentFile({ sources, subscribers, operators }: Settings): BundleFiles {
  const deployment: Deployment = {
    sources: sources.map(({ id, every, authority }) => ({ id, every, authority })),
    expected: {
      subscribers: subscribers.map((subscriber) => addressHash(addressOf(subscriber).endpoint)),
      operators: operators.map(addressHash),
    },
  };
  return { 'deployment.json': JSON.stringify(deployment) };
}
