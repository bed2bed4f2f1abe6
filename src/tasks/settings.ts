import { appAccountId } from '../domain/accounts/account.js';
import type { Redis } from 'ioredis';
import type { Keys } from './keys.js';
import { withRedis } from './redis-problem.js';

/** What task writes obey; a part of the configuration. */
export interface TaskSettings {
  readonly plans: {
    readonly defaultPlanId: string | null;
    /** Linked from the start. */
    readonly planIds: readonly string[];
    /** Link a plan when an agent first writes into it. */
    readonly autoLink: boolean;
  };
  readonly limits: {
    readonly title: number;
    /** UTF-16 units. */
    readonly description: number;
    readonly checklist: number;
    readonly references: number;
    readonly assignees: number;
  };
  /** Operations kept per task. */
  readonly history: { readonly perTask: number };
}

/** Events kept for agents that were away; about 70 MB when every one of them carries a middling task. */
export const streamMax = 100_000;

/**
 * Writes the settings where the Lua library reads them, so that an FCALL from any language obeys them, and links the
 * configured plans. A plan that is linked already stays as it is. Run at every boot.
 */
export async function publishSettings(
  redis: Redis,
  keys: Keys,
  settings: TaskSettings,
): Promise<void> {
  const { plans, limits, history } = settings;
  const link = JSON.stringify({
    accountId: appAccountId,
    mode: 'on',
    linkedAt: new Date().toISOString(),
    by: 'configuration',
  });
  const planIds = new Set(plans.planIds);
  if (plans.defaultPlanId !== null) planIds.add(plans.defaultPlanId);
  const written = redis.hset(keys.config, {
    defaultPlanId: plans.defaultPlanId ?? '',
    autoLinkPlans: plans.autoLink ? '1' : '0',
    titleMax: limits.title,
    descriptionMax: limits.description,
    checklistMax: limits.checklist,
    referencesMax: limits.references,
    assigneesMax: limits.assignees,
    streamMax,
    historyMax: history.perTask,
  });
  const linked = [...planIds].map((planId) => redis.hsetnx(keys.linkedPlans, planId, link));
  await withRedis(() => Promise.all([written, ...linked]));
}
