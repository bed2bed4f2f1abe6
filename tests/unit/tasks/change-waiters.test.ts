import { describe, expect, it } from 'vitest';
import { createChangeWaiters } from '../../../src/tasks/change-waiters.js';
import type { EventLog } from '../../../src/tasks/event-log.js';
import type { FollowItem } from '../../../src/tasks/follow-events.js';
import { isLater, streamStart, toStreamCursor } from '../../../src/tasks/stream-cursor.js';

/** A stream in memory that counts how often it is followed and read. */
function aStream() {
  const entries: { cursor: ReturnType<typeof toStreamCursor>; json: string }[] = [];
  const followers = new Set<(item: FollowItem | Error) => void>();
  const counts = { followed: 0, read: 0 };
  const log: EventLog = {
    async after(cursor, limit) {
      counts.read += 1;
      const page = entries.filter((entry) => isLater(entry.cursor, cursor)).slice(0, limit);
      return { entries: page, gap: null, next: page.at(-1)?.cursor ?? cursor };
    },
    newest: async () => [],
    end: async () => entries.at(-1)?.cursor ?? streamStart,
  };
  async function* follow({ signal }: { after: string; signal: AbortSignal }) {
    counts.followed += 1;
    const waiting: (FollowItem | Error)[] = [];
    let wake = (): void => undefined;
    const take = (item: FollowItem | Error): void => {
      waiting.push(item);
      wake();
    };
    followers.add(take);
    signal.addEventListener('abort', () => wake());
    try {
      while (!signal.aborted) {
        const item = waiting.shift();
        if (item instanceof Error) throw item;
        if (item !== undefined) yield item;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      followers.delete(take);
    }
  }
  let number = 0;
  const happen = (taskId: string, planId = 'plan', isHeard = true): string => {
    number += 1;
    const cursor = `${String(number)}-0`;
    const event = {
      action: 'updated',
      task_id: taskId,
      task: { planId },
      source: 'planner',
      rev: number,
      cursor,
    };
    const json = JSON.stringify(event);
    entries.push({ cursor: toStreamCursor(cursor), json });
    if (isHeard) for (const take of followers) take({ kind: 'event', cursor, json });
    return cursor;
  };
  const tell = (item: FollowItem | Error): void => {
    for (const take of followers) take(item);
  };
  return { log, follow, followers, counts, happen, tell };
}

const counts = () => true;
const timeoutMs = 60_000;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe('those who wait for changes', () => {
  it('follow the stream once, however many they are, and end it with the last', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters(stream);
    let waiting = 0;
    const onWaiting = (): void => void (waiting += 1);
    const answers = Array.from({ length: 500 }, (_, at) =>
      waiters.wait({ taskId: `task-${String(at)}`, counts, timeoutMs, onWaiting }),
    );
    await until(() => waiting === 500);
    for (let at = 0; at < 500; at += 1) stream.happen(`task-${String(at)}`);
    const found = await Promise.all(answers);
    expect(found.map(({ events }) => events.map((event) => event.task_id))).toEqual(
      found.map((_, at) => [`task-${String(at)}`]),
    );
    expect(stream.counts).toEqual({ followed: 1, read: 0 });
    await until(() => stream.followers.size === 0);
  });

  it('hear of their task, of their plan, or of anything', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters(stream);
    let waiting = 0;
    const onWaiting = (): void => void (waiting += 1);
    const query = { counts, timeoutMs, onWaiting };
    const task = waiters.wait({ ...query, taskId: 'mine' });
    const plan = waiters.wait({ ...query, planId: 'our-plan' });
    const anything = waiters.wait(query);
    await until(() => waiting === 3);
    stream.happen('other');
    stream.happen('other', 'our-plan');
    stream.happen('mine');
    expect((await anything).events[0]?.cursor).toBe('1-0');
    expect((await plan).events[0]?.cursor).toBe('2-0');
    expect((await task).events[0]?.cursor).toBe('3-0');
  });

  it('are answered at once with what happened after their cursor', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters(stream);
    stream.happen('mine');
    const cursor = stream.happen('other');
    stream.happen('mine');
    const query = { taskId: 'mine', counts, timeoutMs };
    const answer = await waiters.wait({ ...query, after: cursor });
    expect(answer.events.map((event) => event.cursor)).toEqual(['3-0']);
    expect(answer.cursor).toBe('3-0');
  });

  it('do not miss what the live events did not tell them', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters(stream);
    let isWaiting = false;
    const onWaiting = (): void => void (isWaiting = true);
    const answer = waiters.wait({ taskId: 'mine', counts, timeoutMs, onWaiting });
    await until(() => isWaiting);
    stream.happen('mine', 'plan', false);
    stream.tell({ kind: 'gap', oldest: null });
    expect((await answer).events).toHaveLength(1);
  });

  it('get a cursor behind what was not for them, when time is over', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters(stream);
    stream.happen('other');
    const answer = await waiters.wait({ taskId: 'mine', counts, timeoutMs: 20, after: '0' });
    expect(answer).toEqual({ events: [], cursor: '1-0', gap: null });
  });

  it('learn that the stream cannot be followed, and the next one tries anew', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters(stream);
    let isWaiting = false;
    const onWaiting = (): void => void (isWaiting = true);
    const first = waiters.wait({ counts, timeoutMs, onWaiting });
    await until(() => isWaiting);
    stream.tell(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    isWaiting = false;
    const second = waiters.wait({ counts, timeoutMs, onWaiting });
    await until(() => isWaiting);
    stream.happen('any');
    expect((await second).events).toHaveLength(1);
  });

  it('are let go when their caller leaves, and all of them at the end', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters(stream);
    const gone = new AbortController();
    let waiting = 0;
    const onWaiting = (): void => void (waiting += 1);
    const left = waiters.wait({ counts, timeoutMs, onWaiting, signal: gone.signal });
    const staying = waiters.wait({ counts, timeoutMs, onWaiting });
    await until(() => waiting === 2);
    gone.abort();
    expect((await left).events).toEqual([]);
    waiters.close();
    expect((await staying).events).toEqual([]);
    expect((await waiters.wait({ counts, timeoutMs })).events).toEqual([]);
  });

  it('are not more than there is room for', async () => {
    const stream = aStream();
    const waiters = createChangeWaiters({ ...stream, maxWaiters: 1 });
    const first = waiters.wait({ counts, timeoutMs });
    await expect(waiters.wait({ counts, timeoutMs })).rejects.toMatchObject({
      code: 'too_many_requests',
    });
    waiters.close();
    await first;
  });
});
