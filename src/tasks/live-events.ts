import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { duplicateForBlocking } from './connect-redis.js';
import type { LoggedEvent } from './event-log.js';
import type { Keys } from './keys.js';
import { isLater, streamStart, toStreamCursor, type StreamCursor } from './stream-cursor.js';

interface LiveListener {
  onEvent(event: LoggedEvent): void;
  /** Events may have passed unheard: the connection broke, or was found deaf. */
  onMissed(): void;
}

/** Events as they happen, over one connection of this process, made when somebody first listens. */
export interface LiveEvents {
  listen(listener: LiveListener): () => void;
  /** Resolves when events arrive. */
  whenListening(): Promise<void>;
  close(): void;
}

export interface LiveEventsDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly logger: Logger;
  /** The newest event of the durable stream. */
  readonly newest: () => Promise<StreamCursor>;
}

/** A connection can be dead without a sign; the durable stream shows it. */
const checkMs = 15_000;

export function createLiveEvents(deps: LiveEventsDeps): LiveEvents {
  const { redis, keys, logger, newest } = deps;
  const listeners = new Set<LiveListener>();
  let connection: { readonly client: Redis; readonly isListening: Promise<void> } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let heard: StreamCursor = streamStart;
  let expected: StreamCursor = streamStart;

  const tellMissed = () => {
    for (const listener of listeners) listener.onMissed();
  };
  // What was newest one check ago must have been heard by now.
  const check = async () => {
    if (isLater(expected, heard)) {
      heard = expected;
      tellMissed();
    }
    expected = await newest();
  };
  const connect = () => {
    const client = duplicateForBlocking(redis, logger);
    client.on('message', (_channel: string, json: string) => {
      const cursor = cursorOf(json);
      if (cursor === null) return; // not written by the library
      heard = cursor;
      for (const listener of listeners) listener.onEvent({ cursor, json });
    });
    timer = setInterval(() => {
      if (listeners.size > 0) check().catch(() => undefined); // Redis away: the connection's own matter
    }, checkMs).unref();
    const isListening = new Promise<void>((resolve) => {
      // At every (re)connect; only after the answer is it sure that nothing more passes unheard.
      client.on('ready', () => {
        client.subscribe(keys.updatesChannel).then(
          () => {
            tellMissed();
            resolve();
          },
          (error: unknown) => logger.error({ err: error }, 'Live events cannot be heard'),
        );
      });
    });
    return { client, isListening };
  };

  return {
    listen(listener) {
      connection ??= connect();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenListening() {
      connection ??= connect();
      return connection.isListening;
    },
    close() {
      if (timer !== null) clearInterval(timer);
      connection?.client.disconnect();
      listeners.clear();
    },
  };
}

/** The library appends the cursor, so that it can be found without parsing the task before it. */
function cursorOf(json: string): StreamCursor | null {
  const cursor = /,"cursor":"(\d+-\d+)"\}$/.exec(json.slice(-60))?.[1];
  return cursor === undefined ? null : toStreamCursor(cursor);
}
