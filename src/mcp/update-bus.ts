import type { ServerEvent, ServerEventBus } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { UpdateEvent } from '../domain/task.js';
import type { EventStream } from '../tasks/event-stream.js';
import { changedUris } from './resources.js';

type Listener = (event: ServerEvent) => void;

/**
 * Feeds `subscriptions/listen` from the Redis event stream, so that a listener hears of every change, whichever
 * replica, agent or person made it. The stream is followed once for all listeners, and only while there are any.
 */
export function createUpdateBus(
  events: Pick<EventStream, 'follow'>,
  logger: Logger,
): ServerEventBus {
  const listeners = new Set<Listener>();
  let following: AbortController | null = null;

  const follow = async (signal: AbortSignal): Promise<void> => {
    for await (const item of events.follow({ signal })) {
      if (item.kind === 'gap') continue; // what is gone cannot be told
      for (const uri of changedUris(JSON.parse(item.json) as UpdateEvent)) {
        for (const listener of listeners) listener({ kind: 'resource_updated', uri });
      }
    }
  };
  return {
    publish() {
      // What this process changes comes back through Redis like everything else.
    },
    subscribe(listener: Listener) {
      listeners.add(listener);
      if (following === null) {
        const current = new AbortController();
        following = current;
        follow(current.signal).catch((error: unknown) => {
          logger.error({ err: error }, 'Updates of resources have stopped');
          if (following === current) following = null;
        });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        following?.abort();
        following = null;
      };
    },
  };
}
