import { inject } from 'vitest';
import { createKeyStore, type KeyStore } from '../../../src/access/key-store.js';
import { scopes } from '../../../src/domain/access/caller.js';
import type { Problem } from '../../../src/domain/problem.js';
import type { TaskDocument } from '../../../src/domain/task.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';

const operatorSecret = 'o'.repeat(32);

type Wanted = Partial<Parameters<KeyStore['create']>[0]>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly problem: Partial<Problem>;
}

/** Somebody with a key. */
export interface KeyHolder {
  readonly secret: string;
  readonly headers: Record<string, string>;
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  create(fields: Record<string, unknown>): Promise<TaskDocument>;
}

export interface LockedServer extends TestServer {
  readonly keyStore: KeyStore;
  readonly operator: KeyHolder;
  /** A new key with all scopes, unless said otherwise. */
  makeKey(wanted?: Wanted): Promise<KeyHolder>;
  holderOf(secret: string, origin?: string): KeyHolder;
}

/** A server that asks for keys; the operator's is configured, others are made. */
export async function startLockedServer(
  options: { readonly namespace?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<LockedServer> {
  const env = {
    AUTH_MODE: 'api-key',
    API_KEYS: `operator:${operatorSecret}`,
    AUTO_LINK_PLANS: 'true',
    ...options.env,
  };
  const server = await startTestServer({ redisUrl: inject('redisUrl'), ...options, env });
  const keyStore = createKeyStore({
    redis: server.redis,
    keys: createKeys(server.namespace),
    auditMax: 1_000,
    now: Date.now,
  });
  const holderOf = (secret: string, origin = server.origin) => aHolder(origin, secret);
  let count = 0;
  return {
    ...server,
    keyStore,
    holderOf,
    operator: holderOf(operatorSecret),
    async makeKey(wanted = {}) {
      count += 1;
      const made = await keyStore.create({
        name: `agent-${count}`,
        scopes,
        plans: null,
        policy: 'all',
        expiresAt: null,
        ...wanted,
      });
      if (made === 'name_taken') throw new Error('The name is taken');
      return holderOf(made.secret);
    },
  };
}

function aHolder(origin: string, secret: string): KeyHolder {
  const headers = { Authorization: `Bearer ${secret}` };
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...headers,
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return { status: response.status, headers: response.headers, body: parsed, problem: parsed };
  };
  return {
    secret,
    headers,
    send,
    async create(fields) {
      const { status, body } = await send('POST', '/api/agent/tasks', fields);
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body as unknown as TaskDocument;
    },
  };
}
