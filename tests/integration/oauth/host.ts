import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { OauthStand } from './oauth-stand.js';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly token_type: string;
}

export interface Reply<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A host written by hand, for what the SDKs' clients would not do. */
export interface PlainHost {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
  authorizeUrl(more?: Readonly<Record<string, string>>, without?: readonly string[]): URL;
  redeem(to: URL, more?: Readonly<Record<string, string>>): Promise<Reply<Tokens>>;
  refresh(refreshToken: string, more?: Readonly<Record<string, string>>): Promise<Reply<Tokens>>;
  revoke(token: string): Promise<Reply>;
  /** Lists tools, as whoever has the token. */
  call(accessToken: string, method?: string, params?: unknown): Promise<Reply>;
}

export const register = (
  { origin }: Pick<OauthStand, 'origin'>,
  metadata: Readonly<Record<string, unknown>>,
): Promise<Reply> =>
  answered(
    fetch(`${origin}/oauth/register`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': anAddress() },
      body: JSON.stringify(metadata),
    }),
  );

export async function aHost(
  stand: Pick<OauthStand, 'origin'>,
  wanted: {
    readonly name?: string;
    readonly redirectUri?: string;
    readonly clientId?: string;
  } = {},
): Promise<PlainHost> {
  const { name = 'Plain host', redirectUri = 'https://host.example/callback' } = wanted;
  const { origin } = stand;
  const registered =
    wanted.clientId === undefined
      ? await register(stand, { client_name: name, redirect_uris: [redirectUri] })
      : { body: { client_id: wanted.clientId } };
  const clientId = String(registered.body['client_id']);
  const verifier = randomBytes(32).toString('base64url');
  const resource = `${origin}/mcp`;
  const post = <Body>(path: string, fields: Readonly<Record<string, string>>) =>
    answered<Body>(fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields) }));
  return {
    clientId,
    redirectUri,
    verifier,
    authorizeUrl(more = {}, without = []) {
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        state: 'of the host',
        scope: 'tasks:read tasks:write',
        resource,
        ...more,
      });
      for (const field of without) query.delete(field);
      return new URL(`/oauth/authorize?${query.toString()}`, origin);
    },
    redeem: (to, more = {}) =>
      post('/oauth/token', {
        grant_type: 'authorization_code',
        code: to.searchParams.get('code') ?? '',
        redirect_uri: redirectUri,
        client_id: clientId,
        code_verifier: verifier,
        resource,
        ...more,
      }),
    refresh: (refreshToken, more = {}) =>
      post('/oauth/token', {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: clientId,
        resource,
        ...more,
      }),
    revoke: (token) => post('/oauth/revoke', { token, client_id: clientId }),
    call: (accessToken, method = 'tools/list', params = {}) =>
      answered(
        fetch(resource, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${accessToken}`,
            'Content-Type': 'application/json',
            Accept: 'application/json, text/event-stream',
          },
          body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
        }),
      ),
  };
}

/** Limits are counted by address; what is tried here is not them. */
export function anAddress(): string {
  return ['198', '18', ...Array.from({ length: 2 }, () => String(randomInt(256)))].join('.');
}

export async function answered<Body = Record<string, unknown>>(
  sent: Promise<Response>,
): Promise<Reply<Body>> {
  const response = await sent;
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Body;
  return { status: response.status, headers: response.headers, body };
}
