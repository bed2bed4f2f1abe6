import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startServer } from '../../../src/composition/compose-server.js';
import { testTokenKey } from '../../support/token-key.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { aloneServer } from './alone-server.js';
import { ownRedis } from './own-redis.js';

it('without Redis the handshake is answered, and notifications are sent away to come again', async () => {
  const redis = await ownRedis();
  const server = await startServer({
    config: loadConfig({
      PORT: '0',
      REDIS_URL: redis.url,
      AZURE_TENANT_ID: 'tenant',
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: 'secret-of-the-app-registration-0001',
      TOKEN_ENCRYPTION_KEY: testTokenKey,
    }),
    logger: pino({ level: 'silent' }),
    version: '0.0.0-test',
    join: () => aloneServer,
    onRefused: (error) => {
      throw error;
    },
  });
  try {
    const url = `http://127.0.0.1:${server.port}/api/graph_webhook`;
    const handshake = await fetch(`${url}?validationToken=here`, { method: 'POST' });
    expect(await handshake.text()).toBe('here');

    const notify = () =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          value: [{ subscriptionId: 's', changeType: 'updated', resource: 'users/u' }],
        }),
      });
    const refused = await notify();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');

    await redis.start();
    await expect.poll(async () => (await notify()).status, { timeout: 10_000 }).toBe(202);
  } finally {
    await server.close();
    await redis.close();
  }
});
