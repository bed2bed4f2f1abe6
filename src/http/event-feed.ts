import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import type { EventStream } from '../tasks/event-stream.js';
import type { FollowItem } from '../tasks/follow-events.js';
import { eventStreamHeaders } from './event-stream-headers.js';
import { answerFailure } from './answer-failure.js';
import { createOpenStreams } from './open-streams.js';
import { whenClosed } from './exchange.js';
import { parseQuery, refuseUnknown } from './query.js';
import type { RequestGuard } from './request-guard.js';

export interface EventFeedDeps {
  /** Whether the caller may follow events, and which ones there are for it. */
  readonly open: (
    caller: Caller,
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<Pick<EventStream, 'readEvents' | 'follow'>>;
  readonly guard: RequestGuard;
  readonly logger: Logger;
  readonly heartbeatMs?: number;
  readonly maxClients?: number;
}

/** `GET /api/agent/events` as Server-Sent Events. */
export interface EventFeed {
  /** Whether this request wants a stream; one that asks for JSON gets a page of events instead. */
  isWanted(request: IncomingMessage): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** Ends every stream; clients come back with their cursor, to another replica if need be. */
  close(): void;
}

/** A client that reads nothing for so long is cut off: it comes back with its cursor and catches up. */
const patienceMs = 60_000;

export function createEventFeed(deps: EventFeedDeps): EventFeed {
  const { guard, logger, heartbeatMs = 15_000, maxClients = 1_000 } = deps;
  const clients = new Set<ServerResponse>();
  const streams = createOpenStreams(maxClients);
  let isClosed = false;
  return {
    isWanted: ({ method, headers }) => {
      // The headers alone are no stream, and one would never end.
      if (method === 'HEAD') return false;
      const accept = headers.accept ?? '*/*';
      return accept.includes('text/event-stream') || !accept.includes('application/json');
    },
    serve(request, response) {
      open(request, response).catch((error: unknown) =>
        answerFailure(request, response, error, logger),
      );
    },
    close() {
      isClosed = true;
      for (const response of clients) response.end();
    },
  };

  async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = await guard.authenticate(request);
    const events = await deps.open(caller, request, response);
    const given = cursorOf(request);
    if (isClosed) throw new ProblemError('too_many_requests', 'The server stops; come again');
    whenClosed(response, streams.open(caller));
    const gone = new AbortController();
    const stop = guard.watch(request, caller, () => response.destroy());
    whenClosed(response, () => {
      stop();
      gone.abort();
    });
    // Whatever the caller knows: what is wrong (a bad cursor, no Redis) has to be said before the stream begins.
    const now = await events.readEvents({ limit: 1 });
    const after = given ?? now.cursor;
    if (response.destroyed) return;
    const items = events.follow({ after, signal: gone.signal });
    response.writeHead(200, [...eventStreamHeaders]);
    // The id alone lets a client that has seen no event yet come back to where it began.
    response.write(`retry: 1000\nid: ${after}\n\n`);
    clients.add(response);
    const heartbeat = setInterval(() => response.write(': heartbeat\n\n'), heartbeatMs);
    try {
      for await (const item of items) {
        if (response.writableEnded || response.destroyed) break;
        if (!response.write(toFrame(item))) await drained(response);
      }
    } finally {
      clearInterval(heartbeat);
      clients.delete(response);
      response.end();
    }
  }
}

/** A browser that reconnects repeats its first URL; the header says how far it really came. */
function cursorOf(request: IncomingMessage): string | undefined {
  const query = parseQuery(request.url ?? '');
  refuseUnknown(query, ['after']);
  const header = request.headers['last-event-id'];
  const after = header === undefined || header === '' ? query['after'] : header;
  return typeof after === 'string' ? after : undefined;
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), patienceMs);
    const done = () => {
      clearTimeout(timer);
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

/** What listens to `task` reads a task in every event; the library writes `action` first. */
function nameOf(json: string): 'task' | 'plan' {
  return json.startsWith('{"action":"plan_updated"') ? 'plan' : 'task';
}

function toFrame(item: FollowItem): string {
  switch (item.kind) {
    case 'event':
      return `event: ${nameOf(item.json)}\nid: ${item.cursor}\ndata: ${item.json}\n\n`;
    case 'gap':
      return `event: gap\ndata: ${JSON.stringify({ oldest: item.oldest })}\n\n`;
  }
}
