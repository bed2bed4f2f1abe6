import { describe, expect, it } from 'vitest';
import { askForApp } from '../../../src/accounts/refresh/ask-entra.js';
import { Secret } from '../../../src/config/secret.js';
import { GraphError } from '../../../src/domain/graph-error.js';

const clientSecret = 'the-secret-of-the-app';
const tenantId = '11111111-1111-1111-1111-111111111111';

type TokenReply = (request?: RequestInit) => Response | Promise<Response>;

/** Entra's discovery and token endpoint as MSAL sees them through `fetch`. */
function startSignIn(reply: TokenReply, host = 'https://entra.example:8443') {
  const requests: { url: string; body: URLSearchParams }[] = [];
  const authority = `${host}/${tenantId}`;
  const answer = (input: string, init?: RequestInit): Response | Promise<Response> => {
    const body = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
    requests.push({ url: input, body });
    if (!input.includes('openid-configuration')) return reply(init);
    return Response.json({
      issuer: `${authority}/v2.0`,
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      jwks_uri: `${authority}/discovery/v2.0/keys`,
    });
  };
  const asking = {
    azure: {
      tenantId,
      clientId: '22222222-2222-2222-2222-222222222222',
      credential: { kind: 'secret', secret: new Secret(clientSecret) },
      authorityHost: host,
      agent: null,
    },
    graphOrigin: 'https://graph.example:8443',
    delegatedScopes: [],
    timeoutMs: 200,
    fetch: (input: unknown, init?: RequestInit) =>
      Promise.resolve().then(() => answer(input as string, init)),
    now: Date.now,
  } as const;
  return {
    getToken: async (claims: string | null = null) => (await askForApp(asking, claims)).accessToken,
    requests,
    signIns: () => requests.filter(({ url }) => url.includes('/token')),
  };
}

function tokens(expiresIn = 3_600): TokenReply {
  let count = 0;
  return () => {
    count += 1;
    const access_token = `token-${String(count)}`;
    return Response.json({ token_type: 'Bearer', expires_in: expiresIn, access_token });
  };
}

function refusal(number: number, error: string, status = 400, headers = {}): TokenReply {
  const error_description = `AADSTS${String(number)}: words ${clientSecret}\r\nTrace ID: t`;
  const body = { error, error_description, error_codes: [number], correlation_id: 'c' };
  return () => Response.json(body, { status, headers });
}

async function failureOf(token: Promise<string>): Promise<GraphError> {
  const error: unknown = await token.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error(`no GraphError but ${String(error)}`);
  return error;
}

describe("the app's token", () => {
  it('is asked for with the credentials of the app, for all of this Graph', async () => {
    const { getToken, signIns } = startSignIn(tokens());
    expect(await getToken()).toBe('token-1');
    const [signIn] = signIns();
    expect(signIn?.url).toContain(`https://entra.example:8443/${tenantId}/oauth2/v2.0/token`);
    expect(Object.fromEntries(signIn?.body ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      client_secret: clientSecret,
      scope: 'https://graph.example:8443/.default',
    });
  });

  it('is asked for at Microsoft without looking anything up', async () => {
    const { getToken, requests } = startSignIn(tokens(), 'https://login.microsoftonline.com');
    expect(await getToken()).toBe('token-1');
    expect(requests).toHaveLength(1);
  });

  it('says that claims challenges are understood, and holds what one asked for', async () => {
    const { getToken, signIns } = startSignIn(tokens());
    await getToken('{"access_token":{"nbf":{"essential":true,"value":"1"}}}');
    const claims = JSON.parse(signIns()[0]?.body.get('claims') ?? '{}') as unknown;
    expect(claims).toMatchObject({
      access_token: { nbf: { essential: true, value: '1' }, xms_cc: { values: ['CP1'] } },
    });
  });
});

describe('a refused sign-in', () => {
  it.each([
    [7000215, 'invalid_client', 401, 'AZURE_CLIENT_SECRET is wrong'],
    [7000222, 'invalid_client', 401, 'AZURE_CLIENT_SECRET has expired'],
    [700016, 'unauthorized_client', 400, 'AZURE_CLIENT_ID names no app'],
    [90002, 'invalid_request', 400, 'AZURE_TENANT_ID names no tenant'],
    [500011, 'invalid_resource', 400, 'GRAPH_BASE_URL is not known'],
    [700027, 'invalid_client', 401, 'AZURE_CLIENT_CERTIFICATE_PATH is not among'],
    [700213, 'invalid_client', 401, 'AZURE_FEDERATED_TOKEN_FILE: compare issuer'],
    [700212, 'invalid_client', 401, 'AZURE_FEDERATED_TOKEN_FILE: compare issuer'],
    [99999, 'invalid_client', 401, 'AZURE_CLIENT_SECRET is wrong'],
    [99999, 'odd', 400, 'Check AZURE_TENANT_ID'],
  ])('AADSTS%i (%s) says what to do and nothing secret', async (number, error, status, advice) => {
    const failure = await failureOf(startSignIn(refusal(number, error, status)).getToken());
    expect(failure).toMatchObject({ code: 'unauthorized', status, applied: 'no' });
    expect(failure.message).toContain(`AADSTS${String(number)}`);
    expect(failure.advice).toContain(advice);
    const all = [failure.message, failure.advice, failure.stack, JSON.stringify(failure)].join();
    expect(all).not.toContain(clientSecret);
    expect(failure.cause).toBeUndefined();
  });

  it('for a plain http address says so', async () => {
    const failure = await failureOf(startSignIn(tokens(), 'http://entra.example').getToken());
    expect(failure.advice).toContain('https');
  });
});

describe('an Entra that cannot answer', () => {
  it('is throttled, and the time is taken over', async () => {
    const reply = refusal(90055, 'temporarily_unavailable', 429, { 'Retry-After': '30' });
    const failure = await failureOf(startSignIn(reply).getToken());
    expect(failure).toMatchObject({ code: 'throttled', retryAfterMs: 30_000 });
  });

  it('is unavailable with a 5xx', async () => {
    const failure = await failureOf(
      startSignIn(refusal(90033, 'temporarily_unavailable', 503)).getToken(),
    );
    expect(failure).toMatchObject({ code: 'unavailable', status: 503 });
  });

  it('is a timeout when it stays silent', async () => {
    const silent = startSignIn(
      (request) =>
        new Promise<Response>((_, reject) => {
          const signal = request?.signal;
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    expect((await failureOf(silent.getToken())).code).toBe('timeout');
  });

  it('is unreachable when there is no connection, and the reason is named', async () => {
    const cause = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    const { getToken } = startSignIn(() =>
      Promise.reject(new TypeError('fetch failed', { cause })),
    );
    const failure = await failureOf(getToken());
    expect(failure.code).toBe('unreachable');
    expect(failure.message).toContain('ENOTFOUND');
  });

  it('is no Entra when it answers with a page', async () => {
    const { getToken } = startSignIn(() => new Response('<html>'));
    expect((await failureOf(getToken())).code).toBe('unexpected');
  });
});
