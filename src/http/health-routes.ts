import type { ServerResponse } from 'node:http';
import { Router } from 'express';
import type { SyncStatusReader } from '../operations/sync/sync-status.js';
import { ProblemError } from '../domain/problem.js';
import { sendJson } from './send.js';

export interface HealthDeps {
  /** Resolves when Redis answers, rejects otherwise. */
  readonly pingRedis: () => Promise<unknown>;
  readonly syncStatus: SyncStatusReader;
  /** Nobody is asked for a key, so what is said about plans, by title, is for everybody. */
  readonly isOpen: boolean;
}

interface Health {
  readonly status: 'healthy' | 'degraded' | 'unhealthy';
  readonly reasons: readonly string[];
}

/**
 * `/health` for people, `/health/live` and `/health/ready` for orchestrators. Without keys, so without secrets, and where
 * others need a key without a word about single plans.
 */
export function createHealthRoutes({ pingRedis, syncStatus, isOpen }: HealthDeps): Router {
  const router = Router();
  router.get('/health/live', (_request, response) => sendHealth(response, 200, healthy));
  router.get('/health/ready', async (_request, response) => {
    const isReady = await answers(pingRedis);
    sendHealth(response, isReady ? 200 : 503, isReady ? healthy : redisAway);
  });
  router.get('/health', async (_request, response) => {
    sendHealth(response, 200, await overall());
  });
  return router;

  async function overall(): Promise<Health> {
    try {
      const { status, reasons } = await syncStatus.read();
      if (isOpen) return { status, reasons };
      const general = await syncStatus.read(new Set());
      const isMore = general.reasons.length < reasons.length;
      return { status, reasons: isMore ? [...general.reasons, aboutPlans] : reasons };
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'redis_unavailable') return redisAway;
      return (await answers(pingRedis)) ? unknownSync : redisAway;
    }
  }
}

const healthy: Health = { status: 'healthy', reasons: [] };
const redisAway: Health = {
  status: 'unhealthy',
  reasons: ['Redis is away: nothing can be read or written until it is back.'],
};
const aboutPlans =
  'Sync of a plan needs attention: GET /api/sync/health, with a key that has sync:read, says more.';
const unknownSync: Health = {
  status: 'degraded',
  reasons: ['The state of sync cannot be read; see the log of the server.'],
};

function sendHealth(response: ServerResponse, status: number, health: Health): void {
  const json = JSON.stringify(health);
  if (status === 200) sendJson(response, 200, json);
  else sendJson(response, status, json, ['Retry-After', '1']);
}

async function answers(ping: () => Promise<unknown>): Promise<boolean> {
  try {
    await ping();
    return true;
  } catch {
    return false;
  }
}
