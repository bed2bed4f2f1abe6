import { describe, expect, it } from 'vitest';
import type { EventLog } from '../../../src/tasks/event-log.js';
import { followEvents } from '../../../src/tasks/follow-events.js';
import type { LiveEvents } from '../../../src/tasks/live-events.js';
import { isLater, streamStart, toStreamCursor } from '../../../src/tasks/stream-cursor.js';

/** A stream in memory that was just emptied, and its live side. */
function anEmptiedStream() {
  const entries: { cursor: ReturnType<typeof toStreamCursor>; json: string }[] = [];
  const listeners = new Set<Parameters<LiveEvents['listen']>[0]>();
  const end = () => entries.at(-1)?.cursor ?? streamStart;
  const log: EventLog = {
    after: (cursor, limit) => {
      const isLost = isLater(cursor, end());
      const found = entries.filter((entry) => isLost || isLater(entry.cursor, cursor));
      const page = found.slice(0, limit);
      const next = page.at(-1)?.cursor ?? (isLost ? end() : cursor);
      const oldest = entries[0]?.cursor ?? null;
      return Promise.resolve({ entries: page, gap: isLost ? { oldest } : null, next });
    },
    newest: () => Promise.resolve([]),
    end: () => Promise.resolve(end()),
  };
  const live: LiveEvents = {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenListening: () => Promise.resolve(),
    close: () => listeners.clear(),
  };
  const happen = (cursor: string) => {
    const entry = { cursor: toStreamCursor(cursor), json: `{"cursor":"${cursor}"}` };
    entries.push(entry);
    for (const listener of listeners) listener.onEvent(entry);
  };
  return { log, live, listeners, happen };
}

describe('following the events', () => {
  it('does not miss what happens while it is told that history was lost', async () => {
    const { log, live, listeners, happen } = anEmptiedStream();
    const abort = new AbortController();
    const from = toStreamCursor('9-0');
    const items = followEvents({ log, live, from, signal: abort.signal });
    expect((await items.next()).value).toEqual({ kind: 'gap', oldest: null });
    happen('5-0');
    expect((await items.next()).value).toMatchObject({ kind: 'event', cursor: '5-0' });
    happen('5-1');
    expect((await items.next()).value).toMatchObject({ kind: 'event', cursor: '5-1' });
    abort.abort();
    expect((await items.next()).done).toBe(true);
    expect(listeners.size).toBe(0);
  });

  it('hands on an event once though it is both in the stream and live', async () => {
    const { log, live, listeners, happen } = anEmptiedStream();
    const abort = new AbortController();
    const items = followEvents({ log, live, from: streamStart, signal: abort.signal });
    const first = items.next();
    while (listeners.size === 0) await Promise.resolve();
    happen('1-0');
    expect((await first).value).toMatchObject({ cursor: '1-0' });
    for (const listener of listeners) listener.onMissed();
    happen('2-0');
    expect((await items.next()).value).toMatchObject({ cursor: '2-0' });
    happen('3-0');
    expect((await items.next()).value).toMatchObject({ cursor: '3-0' });
    abort.abort();
  });
});
