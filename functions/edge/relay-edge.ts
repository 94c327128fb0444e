import { createHmac } from 'node:crypto';
import { Parameters } from './parameters.ts';
import { poster } from './post.ts';
import { localSources, now, setting } from './settings.ts';

/** What relaying may do: read the receiver's address and secret, and post to it. */
export function relayEdge() {
  const parameters = new Parameters();
  const { post } = poster(localSources().allowLocal);
  const [address, secret] = [setting('WATCH_RECEIVER_ADDRESS'), process.env['WATCH_RECEIVER_SECRET']];
  return {
    async post(body: string, headers: Readonly<Record<string, string>>): Promise<void> {
      const signed: Readonly<Record<string, string>> =
        secret === undefined ? {} : { [SIGNATURE]: signature(await parameters.get(secret), body) };
      try {
        await post(await parameters.get(address), body, { ...headers, ...signed });
      } catch (error) {
        for (const name of [address, secret]) if (name !== undefined) parameters.forget(name);
        throw error;
      }
    },
  };
}

const SIGNATURE = 'x-dual-use-watch-signature';

/**
 * `t=<seconds>,v1=<HMAC-SHA-256, hexadecimal>` of `<seconds>.<body>`: the receiver makes its own of what it got, compares
 * them in constant time, and refuses an old time.
 */
function signature(secret: string, body: string): string {
  const seconds = Math.floor(Date.parse(now()) / 1_000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}
