import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { decodeJwt, type JWTPayload } from 'jose';
import type { Fixture } from '../graph-fixture.js';

export const REDIRECT_URI = 'http://localhost:3000/oauth/callback';

/** The README says it to people; nothing else does. */
export const passwordOfReadme = (): string => {
  const readme = readFileSync(new URL('../../../../emulator/README.md', import.meta.url), 'utf8');
  const found = /The password of everybody is `([^`]+)`/.exec(readme)?.[1];
  if (found === undefined) throw new Error('The README does not tell the password');
  return found;
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface TokenReply {
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

type Parameters = Readonly<Record<string, string | null>>;

/** A client of the emulator's Entra ID: the requests of the protocols, with any parameter changed or left out. */
export interface EntraClient {
  readonly authorizeUrl: (changes?: Parameters, tenant?: string) => string;
  /** The parameters that come back to the client after somebody has signed in through the control API. */
  readonly signIn: (person: string, changes?: Parameters, how?: object) => Promise<URLSearchParams>;
  /** Exchanges a code. */
  readonly redeem: (code: string, changes?: Parameters) => Promise<TokenReply>;
  /** Signs somebody in and exchanges the code. */
  readonly tokensOf: (
    person: string,
    changes?: Parameters,
  ) => Promise<Readonly<Record<string, string>>>;
  /** Any request to the token endpoint, as the seeded app with its secret. */
  readonly token: (parameters: Parameters, headers?: Record<string, string>) => Promise<TokenReply>;
  readonly send: (
    method: string,
    path: string,
    sent?: { readonly form?: Parameters; readonly headers?: Record<string, string> },
  ) => Promise<Answer>;
  readonly verifier: string;
}

export function entraClient(fixture: Fixture): EntraClient {
  const { emulator } = fixture;
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const send: EntraClient['send'] = async (method, path, sent = {}) => {
    const body = sent.form === undefined ? '' : toForm(sent.form).toString();
    return await new Promise<Answer>((resolve, reject) => {
      const sending = request(
        new URL(path, emulator.graphUrl),
        {
          method,
          ca: readFileSync(emulator.caFile),
          agent: false,
          headers: {
            ...(sent.form === undefined
              ? {}
              : { 'Content-Type': 'application/x-www-form-urlencoded' }),
            ...sent.headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => {
            text += part;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  };
  const token: EntraClient['token'] = async (parameters, headers = {}) => {
    const { tenant = emulator.tenantId, ...form } = parameters;
    const {
      status,
      text,
      headers: answered,
    } = await send('POST', `/${tenant ?? ''}/oauth2/v2.0/token`, {
      form: { client_id: emulator.clientId, client_secret: emulator.clientSecret, ...form },
      headers,
    });
    return { status, headers: answered, body: JSON.parse(text) as TokenReply['body'] };
  };
  const authorizeUrl: EntraClient['authorizeUrl'] = (changes = {}, tenant = emulator.tenantId) => {
    const query = toForm({
      client_id: emulator.clientId,
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid profile offline_access User.Read Tasks.ReadWrite',
      state: 'state-1',
      nonce: 'nonce-1',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changes,
    });
    return `${emulator.graphUrl}/${tenant}/oauth2/v2.0/authorize?${query.toString()}`;
  };
  const signIn: EntraClient['signIn'] = async (person, changes = {}, how = {}) => {
    const { body } = await fixture.control('POST', '/sign-in', {
      body: { url: authorizeUrl(changes), person, ...how },
    });
    const address: unknown = body['redirectUrl'];
    if (typeof address !== 'string')
      throw new Error(`Nobody was sent back: ${JSON.stringify(body)}`);
    return new URL(address).searchParams;
  };
  const redeem: EntraClient['redeem'] = async (code, changes = {}) =>
    await token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
      ...changes,
    });
  return {
    verifier,
    send,
    token,
    authorizeUrl,
    signIn,
    redeem,
    async tokensOf(person, changes = {}) {
      const { claims, ...asked } = changes;
      const code = (await signIn(person, asked)).get('code') ?? '';
      const { status, body } = await redeem(code, claims === undefined ? {} : { claims });
      if (status !== 200) throw new Error(`No token: ${JSON.stringify(body)}`);
      return body as Readonly<Record<string, string>>;
    },
  };
}

/** What a refusal of the token endpoint is recognised by. */
export function refusalOf({ status, body }: TokenReply): readonly unknown[] {
  return [status, body['error'], (body['error_codes'] as readonly number[] | undefined)?.[0]];
}

export function claimsOf(token: unknown): JWTPayload {
  return decodeJwt(String(token));
}

function toForm(parameters: Parameters): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) form.set(name, value);
  return form;
}
