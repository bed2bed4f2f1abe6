import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import * as z from 'zod';
import { ProblemError } from '../domain/problem.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { withRedis } from '../tasks/redis-problem.js';

/** What was done or refused. No contents: names of callers and operations, ids, codes. */
export const auditEntrySchema = z.object({
  at: z.string().describe('UTC.'),
  actor: z.string().nullable().describe('Who; null where nobody was known.'),
  keyId: z
    .string()
    .nullable()
    .describe(
      'Of the key, as `npm run keys:list` shows it; of keys:create and keys:revoke the one made or revoked.',
    ),
  operation: z.string().nullable().describe('Null: refused before it was known.'),
  object: z
    .string()
    .nullable()
    .describe(
      'Id of the task, plan, conflict or subscription; of keys:create and keys:revoke the name.',
    ),
  status: z.int().describe('As an HTTP status.'),
  code: z.string().nullable().describe('Of the problem; null where it was done.'),
  reason: z.string().nullable().describe('Of a refusal.'),
  from: z.string().nullable().describe('Of a refusal: the address that asked.'),
  requestId: z.string().nullable().describe('X-Request-Id.'),
  graphRequestId: z
    .string()
    .nullable()
    .describe('Where Microsoft Graph refused: the client-request-id that its support asks for.'),
  suppressed: z.int().describe('Refusals like this one before it that were not written down.'),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Done, by nobody who is known; whoever notes it says the rest. `now`: ms. */
export function blankAuditEntry(now: number): AuditEntry {
  return {
    at: new Date(now).toISOString(),
    actor: null,
    keyId: null,
    operation: null,
    object: null,
    status: 200,
    code: null,
    reason: null,
    from: null,
    requestId: null,
    graphRequestId: null,
    suppressed: 0,
  };
}

export interface AuditQuery {
  readonly actor?: string | undefined;
  readonly operation?: string | undefined;
  /** Only what was refused, or only what was done. */
  readonly outcome?: 'done' | 'refused' | undefined;
  readonly limit: number;
  /** The last entry of the page before. */
  readonly before?: string | undefined;
}

export interface AuditLog {
  /** Never throws and waits for nothing: entries of a moment go to Redis together, a moment later. */
  note(entry: AuditEntry): void;
  /** The newest first. */
  list(query: AuditQuery): Promise<{
    readonly entries: readonly (AuditEntry & { readonly id: string })[];
    readonly next: string | null;
  }>;
  /** Writes what waits. */
  close(): Promise<void>;
}

/** So long entries wait for others (ms): one command for many costs the path of a write next to nothing. */
const gatherMs = 10;
/** What Redis did not take while it was away; the rest is lost, and the log says how much. */
const mostWaiting = 10_000;
const retryMs = 1_000;
const perPage = 500;
/** Entries looked at in one call: a rare actor must not make Redis read everything. */
const mostSearched = 20_000;

export function createAuditLog(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  /** Entries kept; 0: nothing is written. */
  readonly max: number;
  readonly logger: Pick<Logger, 'warn'>;
}): AuditLog {
  const { redis, keys, call, max, logger } = deps;
  let waiting: string[] = [];
  let lost = 0;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;

  return {
    note(entry) {
      if (max === 0) return;
      if (waiting.length >= mostWaiting) {
        lost += 1;
        return;
      }
      waiting.push(JSON.stringify(entry));
      schedule(gatherMs);
    },
    list: (query) => withRedis(() => list(query)),
    async close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await writing;
      await flush();
    },
  };

  function schedule(ms: number): void {
    if (timer !== null || writing !== null) return;
    timer = setTimeout(() => {
      timer = null;
      const done = flush();
      writing = done.then(() => undefined);
      void done.then((isWritten) => {
        writing = null;
        if (waiting.length > 0) schedule(isWritten ? gatherMs : retryMs);
      });
    }, ms);
    timer.unref();
  }

  /** False: Redis does not take it now. */
  async function flush(): Promise<boolean> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, perPage);
      try {
        await call('tandem_audit_v1', keys.namespace, String(max), ...batch);
        waiting = waiting.slice(batch.length);
      } catch (error) {
        // Whether they were written is not known; twice is better than not at all. Tried again a moment later.
        logger.warn({ err: error, waiting: waiting.length, lost }, 'Audit log cannot be written');
        return false;
      }
    }
    if (lost > 0) {
      logger.warn({ lost }, 'Audit log has gaps: Redis was away for too long');
      lost = 0;
    }
    return true;
  }

  async function list(query: AuditQuery): ReturnType<AuditLog['list']> {
    let { before } = query;
    if (before !== undefined && !/^\d{1,16}-\d{1,10}$/.test(before)) {
      throw new ProblemError('invalid_cursor', 'The cursor is not one of ours');
    }
    const found: (AuditEntry & { id: string })[] = [];
    for (let searched = 0; searched < mostSearched; searched += perPage) {
      const end = before === undefined ? '+' : `(${before}`;
      const page = await redis.xrevrange(keys.auditLog, end, '-', 'COUNT', perPage);
      for (const [id, fields] of page) {
        const { data } = auditEntrySchema.safeParse(JSON.parse(fields[1] ?? 'null'));
        if (data !== undefined && isWanted(data, query)) found.push({ id, ...data });
        if (found.length > query.limit) {
          const entries = found.slice(0, query.limit);
          return { entries, next: entries.at(-1)?.id ?? null };
        }
      }
      if (page.length < perPage) return { entries: found, next: null };
      before = page.at(-1)?.[0];
    }
    return { entries: found, next: before ?? null };
  }
}

function isWanted(entry: AuditEntry, { actor, operation, outcome }: AuditQuery): boolean {
  if (actor !== undefined && entry.actor !== actor) return false;
  if (operation !== undefined && entry.operation !== operation) return false;
  return outcome === undefined || entry.status < 400 === (outcome === 'done');
}
