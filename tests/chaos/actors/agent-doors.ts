import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { WriteEnd } from '../journal/write.js';

/** A write as an agent sends it. */
export interface AgentRequest {
  readonly operation: 'create' | 'update' | 'delete';
  readonly id?: string;
  readonly body?: object;
  readonly expectedRev?: number;
  readonly idempotencyKey: string;
}

/** One try of a write. `unknown`: it may have been done. */
export type AgentDoor = (request: AgentRequest) => Promise<WriteEnd>;

/** An answer later than this is waited for no longer (ms). */
const patienceMs = 8_000;

const answerShape = z.object({ id: z.string().optional(), rev: z.number().optional() });
const problemShape = z.object({ status: z.number(), code: z.string() });

export function restDoor(serverUrl: string, agent: string): AgentDoor {
  return async ({ operation, id, body, expectedRev, idempotencyKey }) => {
    const method = { create: 'POST', update: 'PATCH', delete: 'DELETE' }[operation];
    const path = id === undefined ? '/api/agent/tasks' : `/api/agent/tasks/${id}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${serverUrl}${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'X-Agent-Name': agent,
          'Idempotency-Key': idempotencyKey,
        },
        ...(body !== undefined && { body: JSON.stringify({ ...body, expectedRev }) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      text = await response.text();
    } catch (error) {
      return { told: 'unknown', answer: reasonOf(error) };
    }
    return toEnd(response.status, text);
  };
}

/** The one command with which agents in any language write, without HTTP. */
export function redisDoor(redis: Redis, agent: string): AgentDoor {
  return async ({ operation, id, body, expectedRev, idempotencyKey }) => {
    const envelope = { operation, id, body, expectedRev, idempotencyKey, actor: agent };
    let reply: unknown;
    try {
      reply = await redis.call(
        'FCALL',
        'tandem_task_write_v1',
        1,
        'annika',
        JSON.stringify(envelope),
      );
    } catch (error) {
      return { told: 'unknown', answer: reasonOf(error) };
    }
    const text = String(reply);
    const problem = problemShape.safeParse(JSON.parse(text));
    return toEnd(problem.success ? problem.data.status : 200, text);
  };
}

function toEnd(status: number, text: string): WriteEnd {
  if (status >= 500 || status === 429) return { told: 'unknown', answer: String(status) };
  if (status >= 400) return { told: 'refused', answer: `${status} ${problemOf(text)}` };
  const { id, rev } = text === '' ? {} : answerShape.parse(JSON.parse(text));
  return {
    told: 'accepted',
    answer: String(status),
    ...(rev !== undefined && { rev }),
    ...(id !== undefined && { taskId: id }),
  };
}

function problemOf(text: string): string {
  const problem = problemShape.safeParse(JSON.parse(text));
  return problem.success ? problem.data.code : text.slice(0, 200);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return `no answer: ${error.message}${code}`;
}
