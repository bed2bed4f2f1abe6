import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from '../../../scripts/lib/lock.mjs';
import { withRunningStack } from '../../../scripts/lib/running-environment.mjs';

const brought = {
  REDIS_URL: 'redis://127.0.0.1:1',
  TEMPORAL_ADDRESS: '127.0.0.1:2',
  GRAPH_BASE_URL: 'https://localhost:3',
  AZURE_CLIENT_ID: 'rehearsal',
  AZURE_CLIENT_SECRET: 'rehearsal-secret',
  NODE_EXTRA_CA_CERTS: '/ca.pem',
  PORT: '8001',
};
let folder: string;
let release: () => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-running-'));
  const lock = await acquireLock(folder);
  lock.setNotes({}, brought);
  release = () => lock.release();
});
afterEach(() => {
  release();
  rmSync(folder, { recursive: true });
});

describe('what the running npm start has brought up', () => {
  it('is found where nothing else is configured, at the port that it got', () => {
    expect(withRunningStack({ PORT: '8000', LOG_LEVEL: 'warn' }, folder)).toEqual({
      ...brought,
      LOG_LEVEL: 'warn',
    });
  });

  it('gives way to what is configured, as a whole: no app with the secret of another', () => {
    const env = { AZURE_CLIENT_ID: 'mine', REDIS_HOST: 'cache' };
    const found = withRunningStack(env, folder);
    expect(found).toMatchObject({ ...env, TEMPORAL_ADDRESS: brought.TEMPORAL_ADDRESS });
    expect(Object.keys(found)).not.toContain('AZURE_CLIENT_SECRET');
    expect(Object.keys(found)).not.toContain('GRAPH_BASE_URL');
    expect(Object.keys(found)).not.toContain('REDIS_URL');
  });

  it('is nothing when it has ended', () => {
    release();
    expect(withRunningStack({ PORT: '8000' }, folder)).toEqual({ PORT: '8000' });
  });
});
