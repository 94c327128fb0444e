import { expect, test } from 'vitest';
import { startWorld } from '../../functions/local/world.ts';

const setting = { subscribers: [], languages: ['en'], sources: [] } as const;

test('a handler that cannot be loaded leaves no emulator running', async () => {
  const loading = startWorld(setting, () => Promise.reject(new Error('poll.ts: no such export')));
  await expect(loading).rejects.toThrow('poll.ts: no such export');
  for (const service of ['DYNAMODB', 'SNS']) {
    const address = process.env[`AWS_ENDPOINT_URL_${service}`] ?? '';
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect(fetch(address)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  }
});
