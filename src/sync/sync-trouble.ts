import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { GraphError } from '../domain/graph-error.js';
import { delayAfterMs } from '../domain/backoff.js';
import type { SyncOutcome } from '../domain/sync-outcome.js';
import type { Keys } from '../tasks/keys.js';

const troubleSchema = z.object({
  /** What went wrong; `again`: nothing did, but another look is needed. */
  code: z.string(),
  /** HTTP status; null where no answer came or none was asked for. */
  status: z.number().nullable(),
  /** Graph's own words, or ours. */
  message: z.string(),
  advice: z.string(),
  /** Tries made so far. */
  attempt: z.number(),
  /** When the last try ended, and when the next begins (ms). */
  at: z.number(),
  nextAt: z.number(),
  workflowId: z.string().nullable(),
});

/** Why a task waits for another try, and until when. */
export type SyncTrouble = z.infer<typeof troubleSchema>;

/** What a task waits for; null when it waits for nothing. */
export async function readTrouble(
  { redis, keys }: { readonly redis: Redis; readonly keys: Keys },
  taskId: string,
): Promise<SyncTrouble | null> {
  return parseTrouble(await redis.hget(keys.state(taskId), 'trouble'));
}

function parseTrouble(json: string | null | undefined): SyncTrouble | null {
  if (json === null || json === undefined) return null;
  return troubleSchema.safeParse(JSON.parse(json)).data ?? null;
}

export interface EndedTry {
  readonly outcome: SyncOutcome;
  /** What Graph said; null where it was not Graph. */
  readonly error: GraphError | null;
  /** Why another look is needed. */
  readonly why?: string | undefined;
}

/** What is to be known of a try that did not bring a task to its end; null where it did. */
export function troubleOf(
  { outcome, error, why }: EndedTry,
  run: { readonly now: () => number; readonly attempt: number; readonly workflowId: string | null },
): SyncTrouble | null {
  if (outcome.kind === 'done') return null;
  const at = run.now();
  const { attempt, workflowId } = run;
  const ended = { attempt, at, workflowId };
  if (outcome.kind === 'again') {
    return {
      code: 'again',
      status: null,
      message: why ?? 'Another look at Planner is needed.',
      advice: 'Nothing to do.',
      ...ended,
      nextAt: at + outcome.afterMs,
    };
  }
  return {
    code: error?.code ?? outcome.code,
    status: error?.status ?? null,
    message: error?.message ?? 'The sync of this task broke off; the log of the worker says where.',
    advice: error?.advice ?? 'Nothing to do unless it lasts: then look at the log of the worker.',
    ...ended,
    nextAt: at + (outcome.retryAfterMs ?? delayAfterMs(attempt)),
  };
}
