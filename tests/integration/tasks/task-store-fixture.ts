import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { inject } from 'vitest';
import { connectRedis, whenRedisReady } from '../../../src/tasks/connect-redis.js';
import { createKeys } from '../../../src/tasks/keys.js';
import {
  callByScript,
  loadFunctions,
  readLibrarySource,
  toScript,
} from '../../../src/tasks/load-functions.js';
import { publishSettings, type TaskSettings } from '../../../src/tasks/settings.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';

export const silent = pino({ level: 'silent' });

export const plans = {
  defaultPlan: 'default-plan',
  plan: 'plan-1',
  otherPlan: 'plan-2',
  unlinkedPlan: 'plan-nobody-linked',
} as const;

export const settings: TaskSettings = {
  plans: {
    defaultPlanId: plans.defaultPlan,
    planIds: [plans.plan, plans.otherPlan],
    autoLink: false,
  },
  limits: { title: 255, description: 32_768, checklist: 20, references: 10, assignees: 20 },
  history: { perTask: 50 },
};

/** A store of its own namespace in the tests' Redis. */
export async function aTaskStore(
  options: { readonly settings?: TaskSettings | null; readonly byScript?: boolean } = {},
) {
  const redis = connectRedis({ url: inject('redisUrl') }, silent);
  await whenRedisReady(redis);
  const keys = createKeys(`test-${randomUUID()}`);
  const call =
    options.byScript === true
      ? callByScript(redis, toScript(readLibrarySource()))
      : await loadFunctions(redis);
  if (options.settings !== null) await publishSettings(redis, keys, options.settings ?? settings);
  const store = createTaskStore({ redis, keys, call });
  return { redis, keys, call, store, close: () => redis.disconnect() };
}

export type TaskStoreFixture = Awaited<ReturnType<typeof aTaskStore>>;

/** The write function as an agent in any language calls it. */
export async function fcall(
  { redis, keys }: TaskStoreFixture,
  request: unknown,
): Promise<Record<string, unknown>> {
  const payload = typeof request === 'string' ? request : JSON.stringify(request);
  const reply = await redis.fcall('tandem_task_write_v1', 1, keys.namespace, payload);
  return JSON.parse(String(reply)) as Record<string, unknown>;
}
