import type { Redis } from 'ioredis';
import * as z from 'zod';
import { mustSignIn, waitFor, type AccountWait } from '../domain/accounts/account-wait.js';
import type { PlanHold } from '../domain/plan-hold.js';
import { parseAccountState } from './account-state.js';
import type { Keys } from './keys.js';
import { parseLink, type PlanLink } from './linked-plans.js';

/** Why a plan stopped: so many of its tasks are missing in Planner. */
const stopSchema = z.object({
  since: z.string(),
  missing: z.number(),
  /** Deleted just before that. */
  recent: z.number(),
  total: z.number(),
});

const unreadableSchema = z.object({ code: z.string(), at: z.string() });
const pausedSchema = z.object({ at: z.string(), by: z.string() });

/** How a linked plan stands: what people decided about it, and what stops it. */
export interface PlanState {
  readonly planId: string;
  readonly link: PlanLink;
  /** Why nothing of it is synced now; null where it is. */
  readonly hold: PlanHold | null;
  readonly stop: z.infer<typeof stopSchema> | null;
  readonly unreadable: z.infer<typeof unreadableSchema> | null;
  /** Not null: the account that syncs it must sign in (again) first. */
  readonly accountWait: AccountWait | null;
  /** Everything is paused: since when (UTC), and by whom. */
  readonly allPaused: z.infer<typeof pausedSchema> | null;
}

/** Reads how the linked plans stand, for people. What syncs obey is asked in the same step as what they do. */
export interface PlanStates {
  /** By plan id, in order. */
  all(): Promise<ReadonlyMap<string, PlanState>>;
  everythingPaused(): Promise<boolean>;
}

export function createPlanStates({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): PlanStates {
  return {
    async all() {
      const [links, stopped, unreadable, paused, accounts] = await Promise.all([
        redis.hgetall(keys.linkedPlans),
        redis.hgetall(keys.stoppedPlans),
        redis.hgetall(keys.unreadablePlans),
        redis.get(keys.paused),
        redis.hgetall(keys.accounts),
      ]);
      const allPaused = read(pausedSchema, paused);
      const states = Object.entries(links).flatMap(([planId, json]): PlanState[] => {
        const link = parseLink(json);
        if (link === null) return [];
        const stop = read(stopSchema, stopped[planId]);
        const state = {
          planId,
          link,
          stop,
          unreadable: read(unreadableSchema, unreadable[planId]),
          accountWait: waitOf(link.accountId, accounts[link.accountId] ?? null),
        };
        return [{ ...state, allPaused, hold: holdOf(state, allPaused !== null) }];
      });
      const sorted = states.toSorted((one, other) => one.planId.localeCompare(other.planId));
      return new Map(sorted.map((state) => [state.planId, state]));
    },
    everythingPaused: async () => (await redis.exists(keys.paused)) === 1,
  };
}

function holdOf(
  { link, stop, accountWait }: Pick<PlanState, 'link' | 'stop' | 'accountWait'>,
  isAllPaused: boolean,
): PlanHold | null {
  if (isAllPaused) return 'paused';
  if (link.mode !== 'on') return link.mode;
  if (accountWait !== null) return 'reauth_required';
  return stop === null ? null : 'stopped';
}

function waitOf(accountId: string, json: string | null): AccountWait | null {
  const account = parseAccountState(json);
  return mustSignIn(accountId, account) ? waitFor(accountId, account) : null;
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  json: string | null | undefined,
): z.output<Schema> | null {
  if (json === null || json === undefined) return null;
  return schema.safeParse(JSON.parse(json)).data ?? null;
}

/** Why nothing of the plan is synced, a sentence for people with what to do; null where it is. */
export function holdSentence(state: PlanState): string | null {
  const { link, stop, unreadable, allPaused } = state;
  switch (state.hold) {
    case null:
      return unreadable === null
        ? null
        : `Planner has not let the plan be read since ${unreadable.at} (${unreadable.code}). It goes on by itself when it can be read again.`;
    case 'paused':
      if (allPaused !== null) {
        return `Everything was paused at ${allPaused.at} by ${allPaused.by}; sync_resume takes it up again.`;
      }
      return link.removing === true
        ? 'Its removal was interrupted; sync_remove_plan goes on with it, sync_resume takes the plan up again.'
        : `The plan is paused${since(link)}; sync_resume takes it up again.`;
    case 'preview':
      return 'The plan is in preview: sync_preview shows what a sync would do, sync_add_plan with mode "on" switches it on.';
    case 'reauth_required':
      return state.accountWait === null
        ? null
        : `${state.accountWait.message}. ${state.accountWait.advice}`;
    case 'stopped':
      return `${stop?.missing ?? 'Many'} of ${stop?.total ?? 'its'} tasks are missing in Planner since ${stop?.since ?? 'a while'}, so the plan is stopped. It goes on when they are seen again, or with sync_confirm_deletions.`;
    case 'unlinked':
      return 'The plan is not linked; sync_add_plan links it.';
  }
}

/** A restored backup pauses plans without a name. */
function since({ pausedAt, pausedBy }: PlanLink): string {
  return pausedAt === undefined || pausedBy === undefined
    ? ''
    : ` since ${pausedAt} by ${pausedBy}`;
}
