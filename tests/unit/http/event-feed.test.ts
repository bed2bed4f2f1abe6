import { once } from 'node:events';
import { createServer, get, IncomingMessage } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createEventFeed, type EventFeedDeps } from '../../../src/http/event-feed.js';
import { createRequestGuard } from '../../../src/http/request-guard.js';
import type { FollowItem } from '../../../src/tasks/follow-events.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe('the event feed', () => {
  it('beats while nothing happens, so that nothing between takes the line for dead', async () => {
    const response = await open({ heartbeatMs: 10 });
    let text = '';
    response.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    await expect.poll(() => text.split(': heartbeat\n\n').length).toBeGreaterThan(2);
  });

  it('reads no further for a client that does not read', async () => {
    let made = 0;
    const response = await open({
      async *follow() {
        for (;;) {
          made += 1;
          yield { kind: 'event', cursor: `${made}-0`, json: `"${'x'.repeat(100_000)}"` };
        }
      },
    });
    response.pause();
    await expect.poll(() => made).toBeGreaterThan(1);
    let before = -1;
    await expect
      .poll(() => {
        const hasStopped = made === before;
        before = made;
        return hasStopped;
      })
      .toBe(true);
    expect(made).toBeLessThan(1_000);
    response.resume();
    await expect.poll(() => made).toBeGreaterThan(before);
  });

  it('refuses one client too many, and lets the next in when one has gone', async () => {
    const { url } = await serve({ maxClients: 1 });
    const first = await fetchFrom(url);
    expect(first.statusCode).toBe(200);
    expect((await fetchFrom(url)).statusCode).toBe(429);
    first.destroy();
    await expect.poll(async () => (await fetchFrom(url)).statusCode).toBe(200);
  });

  it('follows nothing for a client that has gone before it was known, and keeps no place for it', async () => {
    let letIn: () => void = () => undefined;
    const known = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    let follows = 0;
    const settings = {
      maxClients: 1,
      known,
      follow: (query: { signal: AbortSignal }) => {
        follows += 1;
        return silence(query);
      },
    };
    const { url, closed } = await serve(settings);
    const early = get(url).on('error', () => undefined);
    await once(early, 'socket');
    early.end();
    await expect.poll(() => closed.asked).toBe(1);
    early.destroy();
    await expect.poll(() => closed.count).toBe(1);
    letIn();
    await expect.poll(async () => (await fetchFrom(url)).statusCode).toBe(200);
    expect(follows).toBe(1);
  });

  it('takes a question for the headers alone for no stream, which would never end', async () => {
    const feed = createEventFeed({
      open: () => Promise.reject(new Error('Nobody asks')),
      guard: createRequestGuard({ authenticators: null }),
      logger: pino({ level: 'silent' }),
    });
    const asks = (method: string) => Object.assign(new IncomingMessage(new Socket()), { method });
    expect(feed.isWanted(asks('GET'))).toBe(true);
    expect(feed.isWanted(asks('HEAD'))).toBe(false);
  });
});

interface FeedSettings {
  readonly heartbeatMs?: number;
  readonly maxClients?: number;
  /** Nobody is let in before. */
  readonly known?: Promise<void>;
  readonly follow?: (query: { signal: AbortSignal }) => AsyncIterable<FollowItem>;
}

async function open(settings: FeedSettings): Promise<IncomingMessage> {
  return fetchFrom((await serve(settings)).url);
}

async function serve({ follow = silence, known, ...settings }: FeedSettings) {
  const closed = { asked: 0, count: 0 };
  const events: Awaited<ReturnType<EventFeedDeps['open']>> = {
    readEvents: async () => ({ events: [], cursor: '1-0', gap: null }),
    follow,
  };
  const guard = createRequestGuard({ authenticators: null });
  const feed = createEventFeed({
    open: async () => {
      await known;
      return events;
    },
    guard,
    logger: pino({ level: 'silent' }),
    ...settings,
  });
  const server = createServer((request, response) => {
    closed.asked += 1;
    response.once('close', () => {
      closed.count += 1;
    });
    feed.serve(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    feed.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    closed,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/agent/events`,
  };
}

/** Follows until its reader goes, with no event. */
function silence({ signal }: { signal: AbortSignal }): AsyncIterable<FollowItem> {
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (!signal.aborted) await once(signal, 'abort');
        return { done: true, value: undefined };
      },
    }),
  };
}

function fetchFrom(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, resolve).on('error', reject);
  });
}
