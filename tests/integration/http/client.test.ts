import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  createTandemClient,
  TandemError,
  valueOf,
  type TandemClient,
} from '../../../client/src/index.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const secret = 'o'.repeat(32);
let server: TestServer;
let client: TandemClient;

beforeAll(async () => {
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { AUTH_MODE: 'api-key', API_KEYS: `operator:${secret}` },
  });
  client = createTandemClient({ baseUrl: server.origin, key: () => secret });
});
afterAll(() => server.close());

describe('the typed client', () => {
  it('writes and reads with a key', async () => {
    const made = valueOf(
      await client.POST('/api/agent/tasks', { body: { title: 'By the client' } }),
    );
    const path = { id: made.id };
    const read = valueOf(await client.GET('/api/agent/tasks/{id}', { params: { path } }));
    expect(read).toMatchObject({ title: 'By the client', rev: 1 });
    const query = { limit: 1 };
    const { tasks } = valueOf(await client.GET('/api/agent/tasks', { params: { query } }));
    expect(tasks).toHaveLength(1);
  });

  it('throws what went wrong, as the server said it', async () => {
    const path = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
    const failed = await client.GET('/api/agent/tasks/{id}', { params: { path } });
    expect(() => valueOf(failed)).toThrow(TandemError);
    expect(failed.error).toMatchObject({ code: 'not_found', status: 404 });
    const stranger = createTandemClient({ baseUrl: server.origin, key: 'wrong' });
    const refused = await stranger.GET('/api/agent/tasks');
    expect(() => valueOf(refused)).toThrow(expect.objectContaining({ status: 401 }));
  });
});
