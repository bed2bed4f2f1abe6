import type { ServerEvent, ServerEventBus } from '@modelcontextprotocol/server';
import type { EventStream } from '../tasks/event-stream.js';
import { changedUris } from './resources.js';

/**
 * Feeds `subscriptions/listen` from the Redis event stream, so that a listener hears of every change, whichever
 * replica, agent or person made it. Nobody publishes here: Redis is the only source.
 */
export function createUpdateBus(events: EventStream): ServerEventBus {
  return {
    publish() {
      // What this process changes comes back through Redis like everything else.
    },
    subscribe(listener: (event: ServerEvent) => void) {
      return events.subscribe((event) => {
        for (const uri of changedUris(event)) listener({ kind: 'resource_updated', uri });
      });
    },
  };
}
