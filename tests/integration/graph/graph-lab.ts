import { join } from 'node:path';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';
import type { PlannerClient, PlannerTaskFields } from '../../../src/domain/planner.js';
import { createGraphGateway, type GraphGateway } from '../../../src/graph/gateway/graph-gateway.js';
import { createAppToken } from '../../support/app-token.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly accessToken: string;
}

export interface LabPlan {
  readonly id: string;
  readonly buckets: readonly { readonly id: string; readonly name: string }[];
}

/** A Graph of the test file's own, over HTTPS, and this product's way to it: faults and settings meet nobody else. */
export interface GraphLab {
  readonly emulator: Emulator;
  readonly gateway: GraphGateway;
  readonly planner: PlannerClient;
  /** The people of the tenant; each is in every plan made here. */
  readonly people: readonly Person[];
  makePlan(options?: { buckets?: readonly string[]; tasks?: number }): Promise<LabPlan>;
  addFault(fault: unknown): Promise<void>;
  /** Also forgets what they taught: a gate that Graph had closed, a circuit. */
  clearFaults(): Promise<void>;
  settings(patch: EmulatorSettingsPatch): Promise<void>;
  /** What a person does on the board: Graph's own routes with the person's token and the newest etag. */
  asPerson(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The same way with other credentials or settings. */
  connect(options?: LabConnection): { gateway: GraphGateway; planner: PlannerClient };
  close(): Promise<void>;
}

export interface LabConnection {
  readonly clientSecret?: string;
  readonly clientId?: string;
  readonly tenantId?: string;
  readonly httpTimeoutMs?: number;
}

export async function startGraphLab(settings: EmulatorSettingsPatch = {}): Promise<GraphLab> {
  // Signed by the authority that this process has trusted since its start: the folder above its own.
  const emulator = await createEmulator({
    caDir: join(inject('emulator').caFile, '../..'),
    settings,
  });
  return graphLabOf(emulator);
}

/** The same around an emulator that is there. */
export async function graphLabOf(emulator: Emulator): Promise<GraphLab> {
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> =>
    exchange(`${emulator.boardUrl}/control${path}`, { method, body });
  const connect = (options: LabConnection = {}) => toGraph(emulator, options);
  let own = connect().gateway;
  const gateway: GraphGateway = {
    send: (request) => own.send(request),
    toPath: (...link) => own.toPath(...link),
    toLink: (path) => own.toLink(path),
    load: () => own.load(),
    stats: () => own.stats(),
  };
  const { people } = (await control('GET', '/people')) as { people: Person[] };
  return {
    emulator,
    people,
    gateway,
    planner: createPlannerClient(gateway),
    connect,
    makePlan: async (options = {}) =>
      (await control('POST', '/plans', { title: 'Lab', ...options })) as LabPlan,
    addFault: async (fault) => void (await control('POST', '/faults', fault)),
    clearFaults: async () => {
      await control('DELETE', '/faults');
      own = connect().gateway;
    },
    settings: async (patch) => void (await control('PUT', '/settings', patch)),
    asPerson: async (method, path, body) => {
      const url = `${emulator.graphUrl}/v1.0${path}`;
      const headers = { Authorization: `Bearer ${people[0]?.accessToken ?? ''}` };
      if (method === 'GET' || method === 'POST') return exchange(url, { method, headers, body });
      const seen = (await exchange(url, { method: 'GET', headers })) as { '@odata.etag': string };
      return exchange(url, {
        method,
        headers: { ...headers, 'If-Match': seen['@odata.etag'] },
        body,
      });
    },
    close: () => emulator.close(),
  };
}

function toGraph(emulator: Emulator, options: LabConnection) {
  const getToken = createAppToken(emulator, options);
  const gateway = createGraphGateway({
    baseUrl: emulator.graphUrl,
    getToken,
    httpTimeoutMs: options.httpTimeoutMs ?? 10_000,
    logger: pino({ level: 'silent' }),
    random: () => 0,
  });
  return { gateway, planner: createPlannerClient(gateway) };
}

interface Sent {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function exchange(url: string, { method, headers = {}, body }: Sent): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${String(response.status)} ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

export function aTask(fields: Partial<PlannerTaskFields> = {}): PlannerTaskFields {
  return {
    bucketId: null,
    title: 'Call vendor',
    percentComplete: 0,
    priority: 5,
    startDateTime: null,
    dueDateTime: null,
    assigneeIds: [],
    appliedCategories: [],
    ...fields,
  };
}
