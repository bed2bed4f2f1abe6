import { join } from 'node:path';
import { inject } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';
import type { ServerCompanion } from '../../../src/composition/server-companion.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { environmentOf } from '../../support/emulator-environment.js';
import { openSignedIn } from '../accounts/signed-in.js';
import { startTestServer, type TestServer } from '../http/start-test-server.js';
import { openMcpDoor, openRestDoor, type Door } from './doors.js';

interface Someone {
  readonly id: string;
  readonly displayName: string;
  readonly accessToken: string;
}

/** A server with an emulated Microsoft 365 of its own, and people who signed in. */
export interface Workplace {
  readonly emulator: Emulator;
  readonly server: TestServer;
  /** Both protocols; the tests of every operation go through each. */
  readonly doors: readonly Door[];
  /** By the first word of the name, or the whole of it. */
  person(name: string): Someone;
  /** The account of a person, for the argument `account`. */
  accountOf(name: string): string;
  /** As that person, straight at Graph: `/v1.0…` without the version. */
  graph(name: string, method: string, path: string, body?: unknown): Promise<GraphAnswer>;
  /** The same for what Planner deletes only with its etag. */
  removeFromPlanner(name: string, path: string, etag: string): Promise<GraphAnswer>;
  control(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export interface GraphAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface WorkplaceOptions {
  /** Whose accounts are signed in, for callers without a key. With exactly one, it is everybody's usual account. */
  readonly signedIn?: readonly string[];
  readonly settings?: EmulatorSettingsPatch;
  readonly env?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  readonly companion?: Partial<ServerCompanion>;
  /** Headers of the callers at both doors. */
  readonly headers?: Record<string, string>;
  /** To whom the accounts belong that are signed in. */
  readonly owner?: string;
}

export async function startWorkplace(options: WorkplaceOptions = {}): Promise<Workplace> {
  const emulator = await createEmulator({
    // Signed by the authority that this process has trusted since its start: the folder above its own.
    caDir: join(inject('emulator').caFile, '../..'),
    settings: options.settings ?? {},
  });
  const server = await startTestServer({
    redisUrl: inject('redisUrl'),
    ...(options.namespace !== undefined && { namespace: options.namespace }),
    ...(options.companion !== undefined && { companion: options.companion }),
    env: {
      ...environmentOf(emulator),
      DEFAULT_TIME_ZONE: 'Europe/Berlin',
      DEFAULT_PLANNER_PLAN_ID: emulator.defaultPlanId,
      ...options.env,
    },
  });
  const control = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(`${emulator.boardUrl}/control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  const { people } = (await control('GET', '/people')) as { people: readonly Someone[] };
  const person = (name: string): Someone => {
    const found =
      people.find(({ displayName }) => displayName === name) ??
      people.find(({ displayName }) => displayName.startsWith(`${name} `));
    if (found === undefined) throw new Error(`Nobody is called ${name}`);
    return found;
  };
  const accountOf = (name: string): string => `${person(name).id}.${emulator.tenantId}`;
  const accounts = openSignedIn({
    redis: server.redis,
    keys: createKeys(server.namespace),
    call: await loadFunctions(server.redis),
  });
  for (const name of options.signedIn ?? ['Maya']) {
    const { accessToken, displayName } = person(name);
    await accounts.signIn({
      id: accountOf(name),
      owner: options.owner ?? 'anonymous',
      userName: `${displayName.toLowerCase().replaceAll(' ', '.')}@tandem.example`,
      accessToken,
    });
  }
  const doors = [
    await openMcpDoor(server.origin, options.headers),
    openRestDoor(server.origin, options.headers),
  ];
  const askGraph = async (
    name: string,
    path: string,
    {
      headers,
      ...init
    }: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> },
  ): Promise<GraphAnswer> => {
    const response = await fetch(`${emulator.boardUrl}/v1.0${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${person(name).accessToken}`, ...headers },
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  };
  return {
    emulator,
    server,
    doors,
    person,
    accountOf,
    control,
    graph: (name, method, path, body) =>
      askGraph(name, path, {
        method,
        ...(body !== undefined && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }),
    removeFromPlanner: (name, path, etag) =>
      askGraph(name, path, { method: 'DELETE', headers: { 'If-Match': etag } }),
    async close() {
      await Promise.all(doors.map((door) => door.close()));
      await server.close();
      await emulator.close();
    },
  };
}
