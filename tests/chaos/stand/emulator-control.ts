import { z } from 'zod';
import type { BoardChange } from '../evidence/evidence.js';
import type { Person, Plan } from '../world/world.js';

/** The rehearsal's own door to the emulator: people, plans, faults, and what it knows of requests and changes. */
export interface EmulatorControl {
  people(): Promise<readonly Person[]>;
  makePlan(title: string, buckets: number): Promise<Plan>;
  addFault(fault: object): Promise<void>;
  clearFaults(): Promise<void>;
  settings(patch: object): Promise<void>;
  /** The newest accepted writes, the oldest of them first. */
  changes(limit: number): Promise<readonly BoardChange[]>;
  /** Looks of the product at each plan since the emulator started, by plan id. */
  looks(): Promise<ReadonlyMap<string, number>>;
}

const peopleShape = z.object({
  people: z.array(z.object({ id: z.string(), displayName: z.string(), accessToken: z.string() })),
});
const planShape = z.object({ id: z.string(), buckets: z.array(z.object({ id: z.string() })) });
const changesShape = z.object({
  activity: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      planId: z.string(),
      entity: z.enum(['task', 'details', 'bucket', 'plan']),
      id: z.string(),
      operation: z.enum(['created', 'updated', 'deleted']),
      by: z.object({ kind: z.enum(['person', 'app']), id: z.string() }),
      fields: z.array(z.string()),
      title: z.string(),
    }),
  ),
});
const requestsShape = z.object({
  requests: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      status: z.number(),
      appId: z.string().optional(),
    }),
  ),
});

export function createEmulatorControl(boardUrl: string): EmulatorControl {
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${boardUrl}/control${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /control${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return {
    async people() {
      return peopleShape.parse(await control('GET', '/people')).people;
    },
    async makePlan(title, count) {
      const buckets = Array.from({ length: count }, (_, at) => `Column ${at + 1}`);
      const made = planShape.parse(await control('POST', '/plans', { title, buckets }));
      return { id: made.id, bucketIds: made.buckets.map(({ id }) => id) };
    },
    async addFault(fault) {
      await control('POST', '/faults', fault);
    },
    async clearFaults() {
      await control('DELETE', '/faults');
    },
    async settings(patch) {
      await control('PUT', '/settings', patch);
    },
    async changes(limit) {
      const { activity } = changesShape.parse(await control('GET', `/activity?limit=${limit}`));
      return activity.map((change) => ({ ...change, at: Date.parse(change.at) })).toReversed();
    },
    async looks() {
      const { requests } = requestsShape.parse(await control('GET', '/requests?limit=20000'));
      const counts = new Map<string, number>();
      for (const { method, path, status, appId } of requests) {
        // The later pages have a query: each look counts once.
        const planId = /^\/planner\/plans\/([^/?]+)\/tasks$/.exec(path)?.[1];
        if (planId === undefined || appId === undefined) continue;
        if (method === 'GET' && status === 200) counts.set(planId, (counts.get(planId) ?? 0) + 1);
      }
      return counts;
    },
  };
}
