import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFixture, type Fixture } from './graph-fixture.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture({ pageSize: 3 });
});
afterAll(() => fixture.close());

it('MSAL for Node and Microsoft’s Graph client work against it over HTTPS', async () => {
  const { emulator } = fixture;
  const script = fileURLToPath(new URL('real-clients.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, JSON.stringify(emulator)],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: emulator.caFile } },
  );
  const result = JSON.parse(stdout) as Record<string, unknown>;
  expect(result).toMatchObject({
    fromCache: true,
    completed: 100,
    refusal: {
      statusCode: 400,
      code: '',
      message: 'The given key was not present in the dictionary.',
    },
    batched: [[200, 'By the real client']],
    signInRefusal: { errorCode: 'invalid_client', errorNo: 7000215 },
  });
  expect(result['expiresInSeconds']).toBeGreaterThan(3500);
  expect(result['titles']).toHaveLength(7);
}, 30_000);
