import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config/config-error.js';
import { loadConfig } from '../../../src/config/load-config.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const azure = { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: 'c', AZURE_CLIENT_SECRET: 's' };
const connected = { ...azure, AUTH_MODE: 'oauth', PUBLIC_BASE_URL: 'https://tandem.example.com' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable, message }) => `${variable}: ${message}`);
  }
}

describe('AUTH_MODE oauth', () => {
  it('makes our public address the issuer, and gives people what concerns only them', () => {
    expect(loadConfig(connected).oauth).toEqual({
      issuer: 'https://tandem.example.com',
      personScopes: [
        'tasks:read',
        'tasks:write',
        'sync:read',
        'metadata:read',
        'todo:read',
        'todo:write',
        'mail:read',
        'mail:write',
        'mail:send',
        'calendar:read',
        'calendar:write',
        'teams:read',
        'teams:send',
        'directory:read',
        'files:read',
        'approvals:read',
        'accounts:read',
        'accounts:manage',
      ],
      operators: [],
      tenants: [tenant],
      allowLoopbackDocuments: false,
    });
    expect(loadConfig(azure).oauth).toBeNull();
  });

  it('stands beside the other ways', () => {
    const { auth } = loadConfig({ ...connected, AUTH_MODE: 'api-key, oauth' });
    expect(auth).toMatchObject({ ways: new Set(['api-key', 'oauth']) });
  });

  it('needs an address', () => {
    expect(problemsOf({ ...azure, AUTH_MODE: 'oauth' })).toEqual([
      expect.stringContaining('PUBLIC_BASE_URL: is missing'),
    ]);
    const { oauth } = loadConfig({ ...azure, AUTH_MODE: 'oauth', WEBHOOK_DOMAIN: 'a.example.com' });
    expect(oauth?.issuer).toBe('https://a.example.com');
  });

  it.each(['http://localhost:8000', 'http://127.0.0.1:8000', 'http://[::1]:8000'])(
    'takes %s for rehearsals, where Microsoft notifies nobody, and never in production',
    (PUBLIC_BASE_URL) => {
      const config = loadConfig({ ...connected, PUBLIC_BASE_URL });
      expect([config.oauth?.issuer, config.webhook.publicBaseUrl]).toEqual([PUBLIC_BASE_URL, null]);
      const emulated = { ...connected, PUBLIC_BASE_URL, GRAPH_BASE_URL: 'https://localhost:8443' };
      expect(loadConfig(emulated).webhook.publicBaseUrl).toBe(PUBLIC_BASE_URL);
      const production = {
        ...connected,
        PUBLIC_BASE_URL,
        NODE_ENV: 'production',
        TOKEN_ENCRYPTION_KEY: `k1:${Buffer.alloc(32).toString('base64')}`,
      };
      expect(problemsOf(production)).toEqual([
        expect.stringContaining('PUBLIC_BASE_URL: write an https origin: with NODE_ENV=production'),
      ]);
    },
  );

  it.each(['http://tandem.example.com', 'http://localhost.example.com', 'http://10.0.0.1'])(
    'refuses %s',
    (PUBLIC_BASE_URL) => {
      const expected = [expect.stringContaining('http is for this machine alone')];
      expect(problemsOf({ ...connected, PUBLIC_BASE_URL })).toEqual(expected);
    },
  );

  it('asks whose people may sign in where Entra would let anybody', () => {
    const anybody = { ...connected, AZURE_TENANT_ID: 'organizations' };
    expect(problemsOf(anybody)).toEqual([expect.stringContaining('OAUTH_TENANTS: is missing')]);
    expect(loadConfig({ ...anybody, OAUTH_TENANTS: tenant }).oauth?.tenants).toEqual([tenant]);
    const domain = { ...connected, AZURE_TENANT_ID: 'contoso.com' };
    expect(loadConfig(domain).oauth?.tenants).toBeNull();
  });

  it('takes sign-in names of operators only where there is one tenant', () => {
    const OAUTH_OPERATORS = `maya@contoso.com,${tenant}`;
    const { oauth } = loadConfig({ ...connected, OAUTH_OPERATORS });
    expect(oauth?.operators).toEqual(['maya@contoso.com', tenant]);
    const OAUTH_TENANTS = `${tenant},99999999-2222-3333-4444-555555555555`;
    expect(problemsOf({ ...connected, OAUTH_OPERATORS, OAUTH_TENANTS })).toEqual([
      expect.stringContaining('write object ids, not maya@contoso.com'),
    ]);
  });

  it('takes scopes and nothing else for one', () => {
    const { oauth } = loadConfig({ ...connected, OAUTH_PERSON_SCOPES: 'tasks:write, tasks:read' });
    expect(oauth?.personScopes).toEqual(['tasks:read', 'tasks:write']);
    expect(problemsOf({ ...connected, OAUTH_PERSON_SCOPES: 'tasks:read,tasks' })).toEqual([
      expect.stringContaining('wrong: tasks'),
    ]);
  });

  it('fetches no documents of this machine in production', () => {
    const rehearsal = { ...connected, OAUTH_LOOPBACK_DOCUMENTS: 'true' };
    expect(loadConfig(rehearsal).oauth?.allowLoopbackDocuments).toBe(true);
    const production = {
      ...rehearsal,
      NODE_ENV: 'production',
      TOKEN_ENCRYPTION_KEY: `k1:${Buffer.alloc(32).toString('base64')}`,
    };
    expect(problemsOf(production)).toEqual([expect.stringContaining('OAUTH_LOOPBACK_DOCUMENTS')]);
  });

  it('is asked for where something of it is configured', () => {
    expect(problemsOf({ ...azure, OAUTH_OPERATORS: 'maya@contoso.com' })).toEqual([
      expect.stringContaining('AUTH_MODE: write oauth: OAUTH_OPERATORS is set'),
    ]);
  });
});
