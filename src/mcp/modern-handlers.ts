import type { createMcpHandler, ServerEventBus } from '@modelcontextprotocol/server';
import type { ServerResponse } from 'node:http';
import type { Caller } from '../domain/access/caller.js';
import { whenClosed } from '../http/exchange.js';

type Handler = ReturnType<typeof createMcpHandler>;

/** Handlers of the SDK: one for all requests that are answered at once, and one for all listeners who hear the same. */
export interface ModernHandlers {
  readonly answering: Handler;
  /** For one listener, until the response is closed. */
  listening(caller: Caller, response: ServerResponse): Handler;
  close(): Promise<void>;
}

export function createModernHandlers({
  make,
  updatesFor,
}: {
  readonly make: (bus?: ServerEventBus) => Handler;
  readonly updatesFor: (caller: Caller) => ServerEventBus;
}): ModernHandlers {
  const answering = make();
  const shared = new Map<string, { readonly handler: Handler; listeners: number }>();
  return {
    answering,
    listening(caller, response) {
      const name = audienceOf(caller);
      const audience = shared.get(name) ?? { handler: make(updatesFor(caller)), listeners: 0 };
      shared.set(name, audience);
      audience.listeners += 1;
      whenClosed(response, () => {
        audience.listeners -= 1;
        if (audience.listeners === 0) shared.delete(name);
      });
      return audience.handler;
    },
    async close() {
      const all = [answering, ...[...shared.values()].map(({ handler }) => handler)];
      await Promise.all(all.map((handler) => handler.close()));
    },
  };
}

/** Who hears the same: nothing else of a caller decides what it is told. */
function audienceOf({ plans, scopes, person }: Caller): string {
  return JSON.stringify([
    plans === null ? null : [...plans].toSorted(),
    [...scopes].toSorted(),
    person?.oid ?? null,
  ]);
}
