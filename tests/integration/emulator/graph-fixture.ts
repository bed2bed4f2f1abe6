import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // The tests look into Graph's JSON; what is there is what they are about.
  readonly body: GraphJson;
}

/** Graph's JSON as a test reads it: every property may be anything, absent ones are undefined. */
export interface GraphJson {
  readonly [name: string]: GraphJson;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Send = (method: string, path: string, sent?: Sent) => Promise<Reply>;

export interface Fixture {
  readonly emulator: Emulator;
  /** As the app, with application permissions. */
  readonly app: Send;
  /** With any token. */
  readonly with: (token: string) => Send;
  /** As the person of that name's first word. */
  readonly as: (firstName: string) => Send;
  readonly personId: (firstName: string) => string;
  readonly control: Send;
  /** Where the emulator's certificate authority is. */
  readonly caDir: string;
  appToken(): Promise<string>;
  close(): Promise<void>;
}

interface Someone {
  readonly id: string;
  readonly displayName: string;
  readonly accessToken: string;
}

/** An emulator of a test's own, on free ports, without stored state. */
export async function startFixture(settings: EmulatorSettingsPatch = {}): Promise<Fixture> {
  const caDir = mkdtempSync(join(tmpdir(), 'tandem-emulator-'));
  const emulator = await createEmulator({ caDir, settings });
  const control = sender(undefined, `${emulator.boardUrl}/control`);
  const people = (await control('GET', '/people')).body['people'] as unknown as Someone[];
  const find = (firstName: string): Someone => {
    const person = people.find(({ displayName }) => displayName.startsWith(firstName));
    if (person === undefined) throw new Error(`Nobody is called ${firstName}`);
    return person;
  };
  const graph = `${emulator.boardUrl}/v1.0`;
  const appToken = async (): Promise<string> => {
    const { body } = await askForToken(emulator, {});
    return text(body['access_token']);
  };
  return {
    emulator,
    app: sender(await appToken(), graph),
    with: (token) => sender(token, graph),
    as: (firstName) => sender(find(firstName).accessToken, graph),
    personId: (firstName) => find(firstName).id,
    control,
    caDir,
    appToken,
    async close() {
      await emulator.close();
      rmSync(caDir, { recursive: true, force: true });
    },
  };
}

function sender(token: string | undefined, base: string): Send {
  return async (method, path, sent = {}) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    });
    const answered = await response.text();
    const body = answered.startsWith('{') ? (JSON.parse(answered) as GraphJson) : {};
    return { status: response.status, headers: response.headers, body };
  };
}

/** The client credentials request of the emulator's app, with some parameters changed. */
export async function askForToken(
  emulator: Emulator,
  changes: Readonly<Record<string, string | null>>,
  tenant: string = emulator.tenantId,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: emulator.clientId,
    client_secret: emulator.clientSecret,
    scope: `${emulator.graphUrl}/.default`,
  });
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) form.delete(name);
    else form.set(name, value);
  }
  return await overTls(emulator, 'POST', `/${tenant}/oauth2/v2.0/token`, form.toString());
}

/** HTTPS with the emulator's certificate authority; fetch takes one only from the environment. */
export async function overTls(
  emulator: Emulator,
  method: string,
  path: string,
  body = '',
): Promise<{ status: number; body: Record<string, unknown> }> {
  return await new Promise((resolve, reject) => {
    const sending = request(
      new URL(path, emulator.graphUrl),
      { method, ca: readFileSync(emulator.caFile), agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => {
          const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
          resolve({ status: response.statusCode ?? 0, body: parsed });
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

/** A plan of a test's own with the buckets that it names. */
export async function makePlan(
  fixture: Fixture,
  plan: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; buckets: { id: string; name: string }[] }> {
  const { body } = await fixture.control('POST', '/plans', { body: { title: 'Test', ...plan } });
  return body as unknown as { id: string; buckets: { id: string; name: string }[] };
}

/** Creates a task as the app and answers Graph's object. */
export async function makeTask(
  fixture: Fixture,
  planId: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<GraphJson> {
  const { status, body } = await fixture.app('POST', '/planner/tasks', {
    body: { planId, title: 'Call vendor', ...fields },
  });
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

export const etagOf = (entity: GraphJson): string => text(entity['@odata.etag']);

/** A conditional PATCH that asks for the changed object. */
export async function patch(send: Send, path: string, etag: string, body: unknown): Promise<Reply> {
  return await send('PATCH', path, {
    body,
    headers: { 'If-Match': etag, Prefer: 'return=representation' },
  });
}

/** A value of Graph's JSON that should be a text; what is not one shows up as what it is. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : `not a text: ${JSON.stringify(value)}`;
}
