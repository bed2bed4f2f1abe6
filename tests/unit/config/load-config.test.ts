import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config/config-error.js';
import { loadConfig, readConfig } from '../../../src/config/load-config.js';
import { variables } from '../../../src/config/variables.js';

const azure = { AZURE_TENANT_ID: 'contoso', AZURE_CLIENT_ID: 'app', AZURE_CLIENT_SECRET: 'pssst' };
const secretOf32 = 'x'.repeat(32);

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable, message }) => `${variable}: ${message}`);
  }
}

describe('loadConfig', () => {
  it('needs nothing but an app registration', () => {
    expect(loadConfig(azure)).toMatchObject({
      http: { host: '127.0.0.1', port: 8000 },
      auth: { mode: 'none' },
      redis: { host: '127.0.0.1', port: 6379, tls: false, db: 0, namespace: 'annika' },
      temporal: { address: '127.0.0.1:7233', namespace: 'default', taskQueue: 'tandem' },
      azure: { tenantId: 'contoso', authorityHost: 'https://login.microsoftonline.com' },
      graph: { baseUrl: 'https://graph.microsoft.com' },
      plans: { defaultPlanId: null, planIds: [], autoLink: true },
      deleteBrake: { percent: 20, tasks: 10, windowMs: 600_000 },
      watch: { intervalMinMs: 2000, intervalMaxMs: 300_000 },
      limits: { title: 255, description: 32_768, checklist: 20, references: 10, assignees: 20 },
      log: { level: 'info' },
      dataDir: '.tandem',
    });
  });

  it('reports every problem at once, rules over several variables among them', () => {
    const problems = problemsOf({
      PORT: '80000',
      LOG_LEVEL: 'loud',
      REDIS_URL: 'redis://a',
      REDIS_HOST: 'b',
      WATCH_INTERVAL_MIN_MS: '400000',
      DETAILS_ROTATION_MAX_MS: '60000',
      AZURE_CLIENT_ID: 'app',
    });
    expect(problems).toEqual([
      'PORT: write a whole number from 0 to 65535, not "80000"',
      'LOG_LEVEL: write one of trace, debug, info, warn, error, fatal, silent, not "loud"',
      'REDIS_URL: write either this or REDIS_HOST, not both',
      expect.stringContaining('AZURE_TENANT_ID: is missing'),
      expect.stringContaining('AZURE_CLIENT_SECRET: is missing'),
      'WATCH_INTERVAL_MIN_MS: write at most WATCH_INTERVAL_MAX_MS (300000), not 400000',
      'DETAILS_ROTATION_MS: write at most DETAILS_ROTATION_MAX_MS (60000), not 600000',
    ]);
  });

  it('puts every problem into the message that a person sees at boot', () => {
    expect(() => loadConfig({ ...azure, PORT: 'x', LOG_LEVEL: 'y' })).toThrow(
      /2 problems:\n {2}PORT: .*\n {2}LOG_LEVEL: /,
    );
  });

  it('counts an empty variable as unset, as Compose passes those that nobody gave', () => {
    expect(loadConfig({ ...azure, PORT: '', REDIS_URL: ' ', REDIS_HOST: 'r' }).redis.host).toBe(
      'r',
    );
  });

  describe('payload encryption', () => {
    const key = `main:${Buffer.alloc(32, 7).toString('base64')}`;

    it('is off unless somebody switches it on, and has the keys that were given either way', () => {
      expect(loadConfig(azure).payloadEncryption).toEqual({ isOn: false, keys: null });
      const { payloadEncryption } = loadConfig({ ...azure, PAYLOAD_ENCRYPTION_KEY: key });
      expect(payloadEncryption).toMatchObject({ isOn: false, keys: [{ id: 'main' }] });
      expect(loadConfig({ ...azure, PAYLOAD_ENCRYPTION: 'on' }).payloadEncryption.isOn).toBe(true);
    });

    it('does not start without a key where it is for real', () => {
      const production = {
        ...azure,
        PAYLOAD_ENCRYPTION: 'on',
        NODE_ENV: 'production',
        TOKEN_ENCRYPTION_KEY: key,
      };
      expect(problemsOf(production)).toEqual([
        expect.stringMatching(/^PAYLOAD_ENCRYPTION_KEY: is missing: .*openssl rand -base64 32/),
      ]);
      expect(problemsOf({ ...production, PAYLOAD_ENCRYPTION_KEY: key })).toEqual([]);
      expect(problemsOf({ ...production, PAYLOAD_ENCRYPTION: 'off' })).toEqual([]);
      expect(problemsOf({ ...production, NODE_ENV: 'development' })).toEqual([]);
    });
  });

  describe('where Microsoft Graph reaches the server', () => {
    const publicUrl = (env: Record<string, string>) =>
      loadConfig({ ...azure, ...env }).webhook.publicBaseUrl;

    it('is nowhere unless somebody says where', () => {
      expect(publicUrl({})).toBeNull();
    });

    it('is an https origin, also in the older spelling, or in both when they agree', () => {
      expect(publicUrl({ PUBLIC_BASE_URL: 'https://a.example.com/' })).toBe(
        'https://a.example.com',
      );
      expect(publicUrl({ WEBHOOK_DOMAIN: 'a.example.com' })).toBe('https://a.example.com');
      expect(publicUrl({ WEBHOOK_DOMAIN: 'a.example.com:8443' })).toBe(
        'https://a.example.com:8443',
      );
      expect(
        publicUrl({ PUBLIC_BASE_URL: 'https://a.example.com', WEBHOOK_DOMAIN: 'A.example.com' }),
      ).toBe('https://a.example.com');
    });

    it('is not in two places', () => {
      expect(
        problemsOf({
          ...azure,
          PUBLIC_BASE_URL: 'https://a.example.com',
          WEBHOOK_DOMAIN: 'b.example.com',
        }),
      ).toEqual([expect.stringContaining('PUBLIC_BASE_URL: write only this')]);
    });

    it('is plain http only for a Graph that is not Microsoft’s', () => {
      const http = { PUBLIC_BASE_URL: 'http://localhost:8000' };
      const refused = [expect.stringContaining('PUBLIC_BASE_URL: write an https origin')];
      expect(problemsOf({ ...azure, ...http })).toEqual(refused);
      expect(
        problemsOf({ ...azure, ...http, GRAPH_BASE_URL: 'https://graph.microsoft.us' }),
      ).toEqual(refused);
      expect(publicUrl({ ...http, GRAPH_BASE_URL: 'https://localhost:8443' })).toBe(
        'http://localhost:8000',
      );
    });

    it.each(['https://a.example.com/path', 'a.example.com', 'ftp://a.example.com'])(
      'is not %s',
      (PUBLIC_BASE_URL) => {
        expect(problemsOf({ ...azure, PUBLIC_BASE_URL })).toEqual([
          expect.stringContaining('PUBLIC_BASE_URL: write an https origin'),
        ]);
      },
    );
  });

  it('reads what Graph is to notify about, and says of every bad entry what is wrong', () => {
    const SUBSCRIPTIONS = 'users/Maya@contoso.com/messages created, groups,';
    expect(loadConfig({ ...azure, SUBSCRIPTIONS }).webhook.subscriptions).toEqual([
      {
        resource: 'users/maya@contoso.com/messages',
        changeTypes: ['created'],
        includeResourceData: false,
      },
      { resource: 'groups', changeTypes: ['updated', 'deleted'], includeResourceData: false },
    ]);
    expect(
      problemsOf({
        ...azure,
        SUBSCRIPTIONS: 'planner/plans, groups, Groups deleted, users created',
      }),
    ).toEqual([
      expect.stringMatching(
        /^SUBSCRIPTIONS: entry 1 .*of Planner, for which Graph has no change notifications/,
      ),
      'SUBSCRIPTIONS: entry 3: groups is there already',
      expect.stringMatching(/^SUBSCRIPTIONS: entry 4 .*some of updated, deleted/),
    ]);
  });

  describe('who may call', () => {
    it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('lets anybody in on %s', (HOST) => {
      expect(loadConfig({ ...azure, HOST }).auth).toEqual({ mode: 'none' });
    });

    it.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.example.com', '127.0.0.1.example.com'])(
      'refuses AUTH_MODE none on %s',
      (HOST) => {
        expect(problemsOf({ ...azure, HOST })).toEqual([
          expect.stringContaining('AUTH_MODE: write api-key'),
        ]);
      },
    );

    it('reads named keys', () => {
      const auth = loadConfig({
        ...azure,
        HOST: '0.0.0.0',
        AUTH_MODE: 'api-key',
        API_KEYS: `planner-bot:${secretOf32}, b:${secretOf32}:y`,
      }).auth;
      const keys = auth.mode === 'guarded' ? auth.keys : [];
      expect(keys.map(({ name, secret }) => [name, secret.reveal()])).toEqual([
        ['planner-bot', secretOf32],
        ['b', `${secretOf32}:y`],
      ]);
    });

    it('needs no configured keys, because keys can be made', () => {
      const { auth } = loadConfig({ ...azure, HOST: '0.0.0.0', AUTH_MODE: 'api-key' });
      expect(auth).toEqual({
        mode: 'guarded',
        ways: new Set(['api-key']),
        keys: [],
        requestsPerMinute: 6000,
      });
    });

    it('takes origins of pages, and nothing else for one', () => {
      const CORS_ORIGINS = 'https://app.example.com/, http://localhost:3000';
      expect(loadConfig({ ...azure, CORS_ORIGINS }).http.corsOrigins).toEqual([
        'https://app.example.com',
        'http://localhost:3000',
      ]);
      for (const wrong of ['*', 'https://app.example.com/path', 'app.example.com']) {
        expect(problemsOf({ ...azure, CORS_ORIGINS: wrong })).toEqual([
          expect.stringContaining('CORS_ORIGINS: write http or https origins'),
        ]);
      }
    });

    it('asks for the mode when keys are given', () => {
      expect(problemsOf({ ...azure, API_KEYS: `a:${secretOf32}` })).toEqual([
        expect.stringContaining('AUTH_MODE: write api-key'),
      ]);
    });

    it.each([
      ['a secret of 31 characters', `bot:${'x'.repeat(31)}`, '32 characters'],
      ['a key without name', secretOf32, 'write name:secret'],
      ['a name used twice', `a:${secretOf32},a:${secretOf32}2`, 'used twice'],
      ['a secret used twice', `a:${secretOf32},b:${secretOf32}`, "another key's secret"],
    ])('refuses %s and does not repeat the secret', (_, API_KEYS, expected) => {
      const problems = problemsOf({ ...azure, AUTH_MODE: 'api-key', API_KEYS });
      expect(problems).toEqual([expect.stringContaining(expected)]);
      expect(problems.join()).not.toContain('xxxxxxxx');
    });
  });

  describe('Redis', () => {
    it('reads a URL', () => {
      const { redis } = loadConfig({
        ...azure,
        REDIS_URL: 'rediss://me:p%40ss@cache.example:6380/2',
      });
      expect(redis).toMatchObject({
        host: 'cache.example',
        port: 6380,
        username: 'me',
        tls: true,
        db: 2,
      });
      expect(redis.password?.reveal()).toBe('p@ss');
    });

    it('reads an IPv6 address without its brackets', () => {
      expect(loadConfig({ ...azure, REDIS_URL: 'redis://[::1]:7000' }).redis.host).toBe('::1');
    });

    it('reads the parts', () => {
      const { redis } = loadConfig({
        ...azure,
        REDIS_HOST: 'cache',
        REDIS_PORT: '7000',
        REDIS_PASSWORD: 'p',
        REDIS_TLS: 'true',
        REDIS_NAMESPACE: '{team}',
      });
      expect(redis).toMatchObject({ host: 'cache', port: 7000, tls: true, namespace: '{team}' });
    });

    it.each([
      'http://cache',
      'cache:6379',
      'redis://:pass%word@cache',
      'redis://u:pass?word@cache',
    ])('refuses %s without repeating a password', (REDIS_URL) => {
      const problems = problemsOf({ ...azure, REDIS_URL });
      expect(problems).toHaveLength(1);
      expect(problems[0]).not.toContain('pass%');
      expect(problems[0]).not.toContain('pass?');
    });
  });

  describe('Graph', () => {
    it('refuses a budget of requests in which a lane would have no share', () => {
      expect(problemsOf({ ...azure, GRAPH_REQUESTS_PER_MINUTE: '19' })).toEqual([
        expect.stringContaining('GRAPH_REQUESTS_PER_MINUTE'),
      ]);
      expect(loadConfig({ ...azure, GRAPH_REQUESTS_PER_MINUTE: '20' }).graph).toMatchObject({
        requestsPerMinute: 20,
      });
    });

    it('refuses GRAPH_BASE_URL without an app registration', () => {
      expect(problemsOf({ GRAPH_BASE_URL: 'https://graph.microsoft.us' })).toContainEqual(
        expect.stringMatching(/^AZURE_CLIENT_ID: is missing.*GRAPH_BASE_URL/),
      );
    });

    it.each([
      'http://graph.microsoft.com',
      'https://graph.microsoft.com/v1.0',
      'https://graph.microsoft.com/?a=b',
      'https://user@graph.microsoft.com',
      'graph.microsoft.com',
    ])('refuses %s', (GRAPH_BASE_URL) => {
      expect(problemsOf({ ...azure, GRAPH_BASE_URL })).toEqual([
        expect.stringContaining('GRAPH_BASE_URL: write an https origin without version'),
      ]);
    });

    it('drops the trailing slash of an origin', () => {
      const env = { ...azure, GRAPH_BASE_URL: 'https://localhost:8443/' };
      expect(loadConfig(env).graph.baseUrl).toBe('https://localhost:8443');
    });
  });

  it('links the default plan and the listed ones, each once', () => {
    const { plans } = loadConfig({
      ...azure,
      DEFAULT_PLANNER_PLAN_ID: 'one',
      PLANNER_PLAN_IDS: 'two, one,three',
    });
    expect(plans).toEqual({
      defaultPlanId: 'one',
      planIds: ['one', 'two', 'three'],
      autoLink: true,
    });
  });

  it('does not link plans by itself once keys are demanded, unless told to', () => {
    const env = { ...azure, AUTH_MODE: 'api-key', API_KEYS: `a:${secretOf32}` };
    expect(loadConfig(env).plans.autoLink).toBe(false);
    expect(loadConfig({ ...env, AUTO_LINK_PLANS: 'true' }).plans.autoLink).toBe(true);
  });

  describe('Temporal', () => {
    it('turns TLS on with an API key', () => {
      const { temporal } = loadConfig({ ...azure, TEMPORAL_API_KEY: 'key' });
      expect(temporal.apiKey?.reveal()).toBe('key');
      expect(temporal.tls.reveal()).toBe(true);
    });

    it.each([
      ['true', {}],
      ['TRUE', {}],
      ['false', false],
    ])('reads TEMPORAL_TLS=%s', (TEMPORAL_TLS, tls) => {
      expect(loadConfig({ ...azure, TEMPORAL_TLS }).temporal.tls.reveal()).toEqual(tls);
    });

    it('reads certificates from files and headers from the environment', () => {
      const folder = mkdtempSync(join(tmpdir(), 'tandem-config-'));
      for (const file of ['cert', 'key']) writeFileSync(join(folder, file), file);
      const { temporal } = loadConfig({
        ...azure,
        TEMPORAL_TLS_CLIENT_CERT_PATH: join(folder, 'cert'),
        TEMPORAL_TLS_CLIENT_KEY_PATH: join(folder, 'key'),
        TEMPORAL_GRPC_META_X_TEAM: 'a',
      });
      const tls = temporal.tls.reveal();
      expect(typeof tls === 'object' && Buffer.from(tls.clientCertPair?.key ?? '').toString()).toBe(
        'key',
      );
      expect(Object.values(temporal.metadata)).toEqual(['a']);
    });

    it('names the file variable when a file cannot be read, and the missing half of a pair', () => {
      expect(problemsOf({ ...azure, TEMPORAL_TLS_CLIENT_CERT_PATH: '/nowhere/cert.pem' })).toEqual([
        expect.stringContaining('TEMPORAL_TLS_CLIENT_KEY_PATH: is missing'),
        expect.stringContaining('TEMPORAL_TLS_CLIENT_CERT_PATH: write the path of a file'),
      ]);
    });

    it('starts from a profile of temporal.toml', () => {
      const file = join(mkdtempSync(join(tmpdir(), 'tandem-config-')), 'temporal.toml');
      writeFileSync(file, '[profile.cloud]\naddress = "c.example:7233"\nnamespace = "team.acct"\n');
      const env = { ...azure, TEMPORAL_CONFIG_FILE: file };
      expect(loadConfig({ ...env, TEMPORAL_PROFILE: 'cloud' }).temporal).toMatchObject({
        address: 'c.example:7233',
        namespace: 'team.acct',
      });
      expect(problemsOf({ ...env, TEMPORAL_PROFILE: 'clout' })).toEqual([
        expect.stringContaining("TEMPORAL_PROFILE: Temporal's configuration cannot be used"),
      ]);
    });
  });

  describe('spelling', () => {
    it.each([
      ['AUTH_MOD', 'AUTH_MODE'],
      ['API_KEY', 'API_KEYS'],
      ['REDIS_USER_NAME', 'REDIS_USERNAME'],
      ['AZURE_CLIENTID', 'AZURE_CLIENT_ID'],
      ['Log_Level', 'LOG_LEVEL'],
      ['PLANNER_PLAN_ID', 'PLANNER_PLAN_IDS'],
    ])('asks whether %s was meant to be %s', (written, meant) => {
      const { [meant as 'AZURE_CLIENT_ID']: _, ...others } = azure;
      expect(problemsOf({ ...others, [written]: 'x' })).toContain(
        `${written}: is unknown: did you mean ${meant}?`,
      );
    });

    it("leaves other programs' variables alone", () => {
      const others = [
        'HOME',
        'PATH',
        'PORTS',
        'POST',
        'HOSTNAME',
        'TEMPORAL_DEBUG',
        'AZURE_USERNAME',
      ];
      const env = Object.fromEntries(others.map((name) => [name, 'x']));
      expect(problemsOf({ ...azure, ...env })).toEqual([]);
    });
  });

  it('shows no secret when it is printed', () => {
    const config = loadConfig({
      ...azure,
      AUTH_MODE: 'api-key',
      API_KEYS: `a:${secretOf32}`,
      REDIS_PASSWORD: 'redis-pass',
      TEMPORAL_API_KEY: 'temporal-key',
    });
    const printed = JSON.stringify(config) + String(Object.values(config.azure.credential));
    for (const secret of [secretOf32, 'redis-pass', 'temporal-key', 'pssst']) {
      expect(printed).not.toContain(secret);
    }
    expect(printed).toContain('[redacted]');
  });

  describe('the credential of the app', () => {
    const app = { AZURE_TENANT_ID: 'contoso', AZURE_CLIENT_ID: 'app' };
    const credentialOf = (env: Record<string, string>) => loadConfig(env).azure.credential;

    it('is a secret, a certificate or a federated token', () => {
      expect(credentialOf(azure).kind).toBe('secret');
      expect(credentialOf({ ...app, AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem' })).toEqual({
        kind: 'certificate',
        certificatePath: '/c.pem',
        keyPath: '/c.pem',
        password: null,
      });
      expect(
        credentialOf({
          ...app,
          AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem',
          AZURE_CLIENT_CERTIFICATE_KEY_PATH: '/k.pem',
        }),
      ).toMatchObject({ keyPath: '/k.pem' });
      expect(credentialOf({ ...app, AZURE_FEDERATED_TOKEN_FILE: '/token' })).toEqual({
        kind: 'federated',
        tokenFile: '/token',
      });
    });

    it('is exactly one, and the parts of a certificate need one', () => {
      expect(problemsOf({ ...azure, AZURE_FEDERATED_TOKEN_FILE: '/token' })).toEqual([
        'AZURE_CLIENT_SECRET: write either this or AZURE_FEDERATED_TOKEN_FILE, not both: the app signs in with one of them',
      ]);
      expect(problemsOf(app)).toEqual([
        expect.stringMatching(/^AZURE_CLIENT_SECRET: is missing: .*AZURE_CLIENT_CERTIFICATE_PATH/),
      ]);
      expect(problemsOf({ ...azure, AZURE_CLIENT_CERTIFICATE_PASSWORD: 'pssst' })).toEqual([
        'AZURE_CLIENT_CERTIFICATE_PASSWORD: needs AZURE_CLIENT_CERTIFICATE_PATH: it belongs to a certificate',
      ]);
    });
  });

  describe('the account that a password opens', () => {
    const id = '11111111-2222-3333-4444-ABCDEFABCDEF';
    const agent = {
      ...azure,
      AZURE_TENANT_ID: '99999999-2222-3333-4444-555555555555',
      AGENT_USER_NAME: 'agent@contoso.example',
      AGENT_PASSWORD: 'pssst',
      AGENT_USER_ID: id,
    };

    it('is there only when that is allowed on purpose', () => {
      expect(loadConfig(azure).azure.agent).toBeNull();
      expect(loadConfig({ ...agent, ALLOW_PASSWORD_FLOW: 'true' }).azure.agent).toMatchObject({
        userName: 'agent@contoso.example',
        userId: id.toLowerCase(),
      });
      expect(problemsOf(agent)).toEqual([
        expect.stringContaining('AGENT_PASSWORD: is not used without ALLOW_PASSWORD_FLOW=true'),
      ]);
    });

    it('needs all of its parts, and the tenant by its id', () => {
      const allowed = { ...agent, ALLOW_PASSWORD_FLOW: 'true' };
      expect(problemsOf({ ...allowed, AGENT_USER_ID: '', AZURE_TENANT_ID: 'contoso' })).toEqual([
        expect.stringContaining('AGENT_USER_ID: is missing'),
        expect.stringContaining('AZURE_TENANT_ID: write the directory (tenant) id, not a domain'),
      ]);
    });
  });

  describe('the keys that seal tokens', () => {
    const key = `k1:${Buffer.alloc(32, 1).toString('base64')}`;

    it('are made where it is not for real, and must be given where it is', () => {
      expect(loadConfig(azure).vault.keys).toBeNull();
      expect(problemsOf({ ...azure, NODE_ENV: 'production' })).toEqual([
        expect.stringMatching(/^TOKEN_ENCRYPTION_KEY: is missing: .*openssl rand -base64 32/),
      ]);
      const { vault } = loadConfig({
        ...azure,
        NODE_ENV: 'production',
        TOKEN_ENCRYPTION_KEY: key,
      });
      expect(vault.keys?.map(({ id }) => id)).toEqual(['k1']);
    });
  });
});

describe('readConfig', () => {
  it('reads what can be read, with defaults for the rest, and tells the same problems', () => {
    const env = {
      AZURE_TENANT_ID: 'contoso',
      PORT: 'x',
      REDIS_URL: 'redis://cache:1',
      API_KEYS: 'a:b',
    };
    const { config, problems } = readConfig(env);
    expect(config).toMatchObject({
      http: { port: 8000 },
      redis: { host: 'cache', port: 1 },
      azure: { tenantId: 'contoso', clientId: '' },
    });
    expect(problems.map(({ variable, message }) => `${variable}: ${message}`)).toEqual(
      problemsOf(env),
    );
    expect(problems.length).toBeGreaterThan(3);
  });

  it('has no problems where loadConfig has none', () => {
    expect(readConfig(azure)).toEqual({ config: loadConfig(azure), problems: [] });
  });

  it.each(Object.keys(variables.shape))('bears that %s alone is there, and nonsense', (name) => {
    for (const value of ['\u0000', 'oauth', 'entra', 'true', '-1']) {
      expect(() => readConfig({ [name]: value })).not.toThrow();
    }
  });

  it('bears a Temporal that cannot be read', () => {
    const { config, problems } = readConfig({ ...azure, TEMPORAL_CONFIG_FILE: '/nowhere.toml' });
    expect(problems).toHaveLength(1);
    expect(config.temporal.address).toBe('127.0.0.1:7233');
  });
});
