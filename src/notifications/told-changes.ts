import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { ToldChange, ToldChanges } from '../domain/subscriptions/told-change.js';
import { toldKinds } from '../domain/subscriptions/watchable-resource.js';
import { parseResourcePath } from '../graph/resources/resource-path.js';
import { duplicateForBlocking } from '../tasks/connect-redis.js';
import type { Keys } from '../tasks/keys.js';

const eventSchema = z.object({
  kind: z.enum(toldKinds),
  resource: z.string(),
  resourceData: z.object({ id: z.string().optional() }).nullable(),
});

/** Hears the channels of all kinds over one connection, which is there as long as anybody listens. */
export function createToldChanges(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly logger: Logger;
}): ToldChanges & { close(): void } {
  const { redis, keys, logger } = deps;
  const listeners = new Set<(change: ToldChange) => void>();
  let connection: Redis | null = null;

  const connect = (): Redis => {
    const client = duplicateForBlocking(redis, logger);
    client.on('message', (_channel: string, json: string) => {
      const change = read(json);
      if (change === null) return; // not written by us
      for (const listener of listeners) listener(change);
    });
    // At every (re)connect: what passes meanwhile is not heard.
    client.on('ready', () => {
      client.subscribe(...toldKinds.map(keys.notificationsChannel)).catch((error: unknown) => {
        logger.error({ err: error }, 'Changes at Microsoft Graph cannot be heard');
      });
    });
    return client;
  };
  const close = () => {
    connection?.disconnect();
    connection = null;
  };

  return {
    listen(listener) {
      connection ??= connect();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) close();
      };
    },
    close,
  };
}

function read(json: string): ToldChange | null {
  const event = eventSchema.safeParse(parse(json));
  if (!event.success) return null;
  const { kind, resource, resourceData } = event.data;
  const path = parseResourcePath(resource);
  return path === null ? null : { kind, path, id: resourceData?.id ?? null };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
