import { describe, expect, it } from 'vitest';
import { withStandIns } from '../../../scripts/lib/stand-ins.mjs';
import { loadConfig } from '../../../src/config/load-config.js';

describe('what npm start reads before it starts the emulator', () => {
  it.each([
    {},
    { AUTH_MODE: 'api-key' },
    { AUTH_MODE: 'oauth' },
    { AUTH_MODE: 'entra' },
    { AUTH_MODE: 'api-key,entra,oauth' },
    { PAYLOAD_ENCRYPTION: 'on' },
    { PUBLIC_BASE_URL: 'https://tandem.example.com' },
  ])('finds no mistake in %o', (env) => {
    expect(loadConfig(withStandIns(env)).http.port).toBe(8000);
  });

  it('leaves the address that is configured', () => {
    const address = { PUBLIC_BASE_URL: 'https://tandem.example.com' };
    expect(withStandIns(address)).toMatchObject(address);
  });

  it('puts nothing in the place of a tenant of your own', () => {
    const own = { AZURE_CLIENT_ID: 'mine', AUTH_MODE: 'oauth' };
    expect(withStandIns(own)).toEqual(own);
    expect(() => loadConfig(withStandIns(own))).toThrow('PUBLIC_BASE_URL');
  });
});
