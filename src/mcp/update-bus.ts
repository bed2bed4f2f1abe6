import type { ServerEvent, ServerEventBus } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { ToldChange, ToldChanges } from '../domain/subscriptions/told-change.js';
import type { UpdateEvent } from '../domain/task.js';
import type { EventStream } from '../tasks/event-stream.js';
import { changedUris } from './resources.js';

type Listener = (event: ServerEvent) => void;

export interface UpdateSources {
  /** Null: nothing of tasks is for whoever hears this bus. */
  readonly tasks: Pick<EventStream, 'follow'> | null;
  readonly told: ToldChanges;
  /** The resources that such a change has changed, for whoever hears this bus. */
  readonly urisOf: (change: ToldChange) => readonly string[];
}

/**
 * Feeds `subscriptions/listen` from Redis, so that a listener hears of every change, whichever replica, agent or person
 * made it: tasks and plans from the event stream, and what Graph notifies about as agents are told. Both are followed once
 * for all listeners, and only while there are any.
 */
export function createUpdateBus(
  { tasks, told, urisOf }: UpdateSources,
  logger: Logger,
): ServerEventBus {
  const listeners = new Set<Listener>();
  let following: AbortController | null = null;

  const tell = (uris: readonly string[]): void => {
    for (const uri of uris) {
      for (const listener of listeners) listener({ kind: 'resource_updated', uri });
    }
  };
  const follow = async (signal: AbortSignal): Promise<void> => {
    signal.addEventListener(
      'abort',
      told.listen((change) => tell(urisOf(change))),
    );
    for await (const item of tasks?.follow({ signal }) ?? []) {
      if (item.kind === 'gap') continue; // what is gone cannot be told
      tell(changedUris(JSON.parse(item.json) as UpdateEvent));
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
          current.abort();
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
