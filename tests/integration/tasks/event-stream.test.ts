import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEventStream, type EventStream } from '../../../src/tasks/event-stream.js';
import type { FollowItem } from '../../../src/tasks/follow-events.js';
import { aTaskStore, silent, type TaskStoreFixture } from './task-store-fixture.js';

describe('the event stream', () => {
  let fixture: TaskStoreFixture;
  let events: EventStream;
  beforeEach(async () => {
    fixture = await aTaskStore();
    events = createEventStream({ ...fixture, logger: silent });
    return () => {
      events.close();
      fixture.close();
    };
  });

  async function create(title: string): Promise<void> {
    await fixture.store.write({ operation: 'create', body: { title } }, { actor: 'a' });
  }

  /** Reads until `count` events have come. */
  async function take(count: number, after?: string): Promise<FollowItem[]> {
    const abort = new AbortController();
    const items: FollowItem[] = [];
    let seen = 0;
    const query = { signal: abort.signal, ...(after !== undefined && { after }) };
    for await (const item of events.follow(query)) {
      items.push(item);
      if (item.kind === 'event') seen += 1;
      if (seen === count) abort.abort();
    }
    return items;
  }

  it('reads the newest events where no cursor is given, and goes on from the answered one', async () => {
    expect(await events.readEvents({})).toEqual({ events: [], cursor: '0-0', gap: null });
    for (const title of ['1', '2', '3']) await create(title);
    const newest = await events.readEvents({ limit: 2 });
    expect(newest.events.map(({ task }) => task?.title)).toEqual(['2', '3']);
    expect(newest.events.at(-1)?.cursor).toBe(newest.cursor);
    expect(await events.readEvents({ after: newest.cursor })).toEqual({
      events: [],
      cursor: newest.cursor,
      gap: null,
    });
    await create('4');
    const next = await events.readEvents({ after: newest.cursor });
    expect(next.events.map(({ task }) => task?.title)).toEqual(['4']);
    expect(next.gap).toBeNull();
  });

  it('reads from the beginning page by page', async () => {
    for (const title of ['1', '2', '3']) await create(title);
    const first = await events.readEvents({ after: '0', limit: 2 });
    const second = await events.readEvents({ after: first.cursor, limit: 2 });
    expect([...first.events, ...second.events].map(({ task }) => task?.title)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(first.gap).toBeNull();
  });

  it('says when events after the cursor are no longer kept', async () => {
    const { redis, keys } = fixture;
    await create('1');
    const { cursor } = await events.readEvents({});
    for (const title of ['2', '3', '4']) await create(title);
    await redis.xtrim(keys.stream, 'MAXLEN', 2);
    const page = await events.readEvents({ after: cursor });
    expect(page.events.map(({ task }) => task?.title)).toEqual(['3', '4']);
    expect(page.gap).toEqual({ oldest: page.events[0]?.cursor });
    expect((await events.readEvents({ after: page.cursor })).gap).toBeNull();
  });

  it('starts over, and says so, when Redis has forgotten everything', async () => {
    const { redis, keys } = fixture;
    await create('1');
    const later = '99999999999999-0';
    expect((await events.readEvents({ after: later })).gap).not.toBeNull();
    await redis.del(keys.stream);
    const page = await events.readEvents({ after: later });
    expect(page).toEqual({ events: [], cursor: '0-0', gap: { oldest: null } });
    await create('2');
    const next = await events.readEvents({ after: page.cursor });
    expect(next.events.map(({ task }) => task?.title)).toEqual(['2']);
  });

  it.each(['x', '', '1-', '-1', '$'])('refuses the cursor %j', async (after) => {
    await expect(events.readEvents({ after })).rejects.toMatchObject({ code: 'invalid_cursor' });
    expect(() => events.follow({ after, signal: new AbortController().signal })).toThrow(/cursor/);
  });

  it('follows what happens from now on, and what happened after a cursor before it', async () => {
    await create('1');
    const { cursor } = await events.readEvents({});
    await create('2');
    const caughtUp = take(3, cursor);
    const live = take(2);
    await delay(100);
    await create('3');
    await create('4');
    expect(titles(await caughtUp)).toEqual(['2', '3', '4']);
    expect(titles(await live)).toEqual(['3', '4']);
  });

  it('hands on the message as the channel has it, cursor included', async () => {
    await create('1');
    const [item] = await take(1, '0');
    const [expected] = (await events.readEvents({ after: '0' })).events;
    expect(item?.kind === 'event' && JSON.parse(item.json)).toEqual(expected);
  });

  it('loses and doubles nothing while catching up with a busy stream', async () => {
    const count = 1_500;
    const writing = (async () => {
      for (let at = 0; at < count; at += 10) {
        await Promise.all(Array.from({ length: 10 }, () => create('x')));
      }
    })();
    const followers = [take(count, '0'), take(count, '0'), delay(50).then(() => take(count, '0'))];
    await writing;
    for (const items of await Promise.all(followers)) {
      const cursors = items.map((item) => (item.kind === 'event' ? item.cursor : ''));
      expect(new Set(cursors).size).toBe(count);
    }
  });

  it('serves a slow reader from the stream instead of from memory', async () => {
    const count = 1_300;
    const abort = new AbortController();
    const following = events.follow({ after: '0', signal: abort.signal })[Symbol.asyncIterator]();
    await create('x');
    await following.next();
    for (let at = 1; at < count; at += 50) {
      await Promise.all(Array.from({ length: Math.min(50, count - at) }, () => create('x')));
    }
    const cursors = new Set<string>();
    while (cursors.size < count - 1) {
      const { value } = (await following.next()) as { value: FollowItem };
      if (value.kind === 'event') cursors.add(value.cursor);
    }
    expect(cursors.size).toBe(count - 1);
    abort.abort();
    expect((await following.next()).done).toBe(true);
  });

  it('misses nothing that happened while its connection was broken', async () => {
    const { redis } = fixture;
    const following = take(3);
    await delay(100);
    await create('1');
    await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await create('2');
    await create('3');
    expect(titles(await following)).toEqual(['1', '2', '3']);
  });

  it('tells every listener over one connection, until it stops listening', async () => {
    const { redis, keys } = fixture;
    const heard: string[] = [];
    const stop = events.subscribe(({ task }) => heard.push(`a${task?.title}`));
    events.subscribe(({ task }) => heard.push(`b${task?.title}`));
    await waitFor(async () => (await subscribers()) === 1);
    await create('1');
    await waitFor(async () => heard.length === 2);
    stop();
    await create('2');
    await waitFor(async () => heard.length === 3);
    expect(heard).toEqual(['a1', 'b1', 'b2']);
    async function subscribers(): Promise<number> {
      return Number((await redis.pubsub('NUMSUB', keys.updatesChannel))[1]);
    }
  });

  it('ends at once when it is no longer wanted', async () => {
    const abort = new AbortController();
    const items: FollowItem[] = [];
    const reading = (async () => {
      for await (const item of events.follow({ signal: abort.signal })) items.push(item);
    })();
    await delay(50);
    abort.abort();
    await reading;
    expect(items).toEqual([]);
  });
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries += 1) {
    if (tries > 500) throw new Error('It did not come about');
    await delay(10);
  }
}

function titles(items: readonly FollowItem[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'event'
      ? [(JSON.parse(item.json) as { task: { title: string } }).task.title]
      : [],
  );
}
