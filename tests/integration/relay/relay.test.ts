import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Gate } from '../workflows/fake-sync.js';
import { ChangesRefusedError } from '../../../src/tasks/hand-over.js';
import { anOutbox, FakeSink, type Handed, type RelayFixture } from './relay-fixture.js';

const wait = { timeout: 10_000, interval: 10 };
let outbox: RelayFixture;
let sink: FakeSink;

beforeEach(async () => {
  outbox = await anOutbox();
  sink = new FakeSink();
});
afterEach(() => outbox.close());

const isDrained = () => vi.waitFor(async () => expect(await outbox.waiting()).toBe(0), wait);

describe('what waits in the outbox', () => {
  test('is handed over at once on an idle system', async () => {
    outbox.startRelay(sink);
    await outbox.add('plan', ['warm-up']);
    await isDrained();
    const before = performance.now();
    await outbox.add('plan', ['one']);
    await vi.waitFor(() => expect(sink.handed).toHaveLength(2), { timeout: 5_000, interval: 1 });

    expect(sink.handed[1]).toEqual({ planId: 'plan', taskIds: ['one'], source: 'agent' });
    expect(performance.now() - before).toBeLessThan(500); // far below a poll's interval
  });

  test('goes as one signal a plan, whoever wrote it and however often', async () => {
    await outbox.add('one', ['a']);
    await outbox.add('two', ['x']);
    await outbox.add('one', ['b']);
    await outbox.add('one', ['a']);
    outbox.startRelay(sink);
    await isDrained();

    expect(sink.handed).toEqual([
      { planId: 'one', taskIds: ['a', 'b'], source: 'agent' },
      { planId: 'two', taskIds: ['x'], source: 'agent' },
    ]);
  });

  test('may ask for a look at its plan, with or without tasks', async () => {
    await outbox.addLook('one');
    await outbox.addLook('two');
    await outbox.add('two', ['x'], 'system');
    outbox.startRelay(sink);
    await isDrained();

    expect(sink.looked).toEqual(['one', 'two']);
    expect(sink.handed).toEqual([{ planId: 'two', taskIds: ['x'], source: 'system' }]);
  });

  test('goes in several signals where it is more than Temporal takes in one', async () => {
    const refs = Array.from({ length: 6_000 }, (_, at) => `task-${String(at)}`);
    await outbox.add('plan', refs);
    outbox.startRelay(sink);
    await isDrained();

    expect(sink.handed.map(({ taskIds }) => taskIds.length)).toEqual([5_000, 1_000]);
    expect(sink.handed.flatMap(({ taskIds }) => taskIds)).toEqual(refs);
  });

  test('is gathered while a signal is under way', async () => {
    const gate = new Gate();
    sink.accept = () => gate.opened;
    outbox.startRelay(sink);
    await outbox.add('plan', ['first']);
    await vi.waitFor(() => expect(sink.tries).toBe(1), wait);
    for (let at = 0; at < 50; at += 1) await outbox.add('plan', [`task-${String(at)}`]);
    gate.open();
    await isDrained();

    expect(sink.handed.map(({ taskIds }) => taskIds.length)).toEqual([1, 50]);
  });

  test('stays there until the signal was accepted', async () => {
    const gate = new Gate();
    sink.accept = () => gate.opened;
    outbox.startRelay(sink);
    await outbox.add('plan', ['one']);
    await vi.waitFor(() => expect(sink.tries).toBe(1), wait);

    expect(await outbox.waiting()).toBe(1);
    expect(await outbox.pending()).toHaveLength(1);
    gate.open();
    await isDrained();
    expect(await outbox.pending()).toEqual([]);
  });

  test('is offered again and again while Temporal is away, and the reason can be asked for', async () => {
    let isAway = true;
    sink.accept = () => {
      if (isAway) throw new Error('Temporal is away');
    };
    const relay = outbox.startRelay(sink);
    await outbox.add('plan', ['one']);
    await vi.waitFor(() => expect(sink.tries).toBeGreaterThanOrEqual(3), wait);
    expect(await outbox.waiting()).toBe(1);
    expect(relay.outage()).toContain('Temporal is away');
    isAway = false;
    await isDrained();

    expect(sink.handed).toHaveLength(1);
    expect(relay.outage()).toBeNull();
  });

  test('of one plan is handed over while the signal of another is refused', async () => {
    let isRefused = true;
    sink.accept = ({ planId }) => {
      if (planId === 'bad' && isRefused) throw new Error('refused');
    };
    await outbox.add('bad', ['a']);
    await outbox.add('good', ['b']);
    outbox.startRelay(sink);
    await vi.waitFor(async () => expect(await outbox.waiting()).toBe(1), wait);
    expect(sink.handed.map(({ planId }) => planId)).toEqual(['good']);
    isRefused = false;
    await isDrained();
  });

  test('is dropped when nobody can read it, and does not hold up the rest', async () => {
    await outbox.redis.xadd(outbox.keys.outbox, '*', 'plan', 'plan', 'tasks', 'no JSON');
    await outbox.redis.xadd(outbox.keys.outbox, '*', 'hello', 'world');
    await outbox.add('plan', ['one']);
    outbox.startRelay(sink);
    await isDrained();

    expect(sink.handed).toEqual([{ planId: 'plan', taskIds: ['one'], source: 'agent' }]);
    expect(await outbox.pending()).toEqual([]);
  });

  test('is found again after Redis came back empty', async () => {
    outbox.startRelay(sink);
    await outbox.add('plan', ['before']);
    await isDrained();
    await outbox.redis.del(outbox.keys.outbox);
    await outbox.add('plan', ['after']);
    await isDrained();

    expect(sink.handed.map(({ taskIds }) => taskIds)).toEqual([['before'], ['after']]);
  });
});

describe('a backlog', () => {
  test('is overtaken by what agents write, and by what people do', async () => {
    const backlog = outbox.redis.pipeline();
    for (let at = 0; at < 3_000; at += 1) {
      const fields = {
        plan: `plan-${String(at % 7)}`,
        tasks: `["T${String(at)}"]`,
        source: 'system',
        at: '1',
      };
      backlog.xadd(outbox.keys.outbox, '*', ...Object.entries(fields).flat());
    }
    await backlog.exec();
    await outbox.add('people', ['b'], 'planner');
    await outbox.add('agents', ['a'], 'agent');
    outbox.startRelay(sink);
    await isDrained();

    expect(sink.handed.slice(0, 2).map(({ planId }) => planId)).toEqual(['agents', 'people']);
    const handed = sink.handed.flatMap(({ taskIds }) => taskIds);
    expect(handed).toHaveLength(3_002);
    expect(new Set(handed).size).toBe(3_002);
    expect(sink.handed).toHaveLength(9);
  });

  test('that this replica had taken is overtaken too', async () => {
    for (let at = 0; at < 3; at += 1) await outbox.add('plan', [`T${String(at)}`], 'system');
    await outbox.add('plan', ['a'], 'agent');
    await outbox.leaveBehind(0);
    outbox.startRelay(sink, 'dead');
    await isDrained();

    expect(sink.handed.map(({ taskIds }) => taskIds)).toEqual([['a'], ['T0', 'T1', 'T2']]);
  });
});

describe('changes that are refused for good', () => {
  const refuse = (isRefused: (change: Handed) => boolean) => {
    sink.accept = (change) => {
      if (isRefused(change)) throw new ChangesRefusedError('refused');
    };
  };

  test('are set aside with an alert, and others are handed over meanwhile and after', async () => {
    refuse(({ planId }) => planId === 'bad');
    await outbox.add('bad', ['x']);
    await outbox.add('good', ['a']);
    const relay = outbox.startRelay(sink);
    await isDrained();
    await outbox.add('good', ['b']);
    await isDrained();

    expect(sink.handed.map(({ taskIds }) => taskIds)).toEqual([['a'], ['b']]);
    expect(outbox.alerts).toMatchObject([{ kind: 'changes_refused', subject: 'bad' }]);
    expect(relay.outage()).toBeNull();
  });

  test('are only those of the one task that is refused', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `T${String(at)}`);
    refuse(({ taskIds }) => taskIds.includes('T7'));
    await outbox.add('plan', ids);
    outbox.startRelay(sink);
    await isDrained();

    const handed = sink.handed.flatMap(({ taskIds }) => taskIds);
    expect(new Set(handed)).toEqual(new Set(ids.filter((id) => id !== 'T7')));
    expect(outbox.alerts).toHaveLength(1);
    expect(outbox.alerts[0]?.message).toContain('T7');
  });

  test('are offered again for a while: a new Temporal may not be ready for them', async () => {
    let tries = 0;
    refuse(() => (tries += 1) < 4);
    await outbox.add('plan', ['one']);
    outbox.startRelay(sink);
    await isDrained();

    expect(sink.handed).toHaveLength(1);
    expect(outbox.alerts).toEqual([]);
  });
});

describe('what a replica left behind', () => {
  test('is taken over from one that died', async () => {
    await outbox.add('plan', ['one']);
    await outbox.leaveBehind(31_000);
    outbox.startRelay(sink);
    await isDrained();

    expect(sink.handed).toEqual([{ planId: 'plan', taskIds: ['one'], source: 'agent' }]);
  });

  test('is gone on with at once by the same one when it is started again', async () => {
    await outbox.add('plan', ['one']);
    await outbox.leaveBehind(0);
    outbox.startRelay(sink, 'dead');
    await isDrained();

    expect(sink.handed).toEqual([{ planId: 'plan', taskIds: ['one'], source: 'agent' }]);
  });

  test('is left to one that may still be at it', async () => {
    await outbox.add('plan', ['one']);
    await outbox.leaveBehind(5_000);
    outbox.startRelay(sink);
    await outbox.add('plan', ['two']);
    await vi.waitFor(() => expect(sink.handed).toHaveLength(1), wait);

    expect(sink.handed[0]?.taskIds).toEqual(['two']);
    expect(await outbox.pending()).toEqual(['dead']);
  });

  test('is not handed over twice by two replicas', async () => {
    outbox.startRelay(sink);
    outbox.startRelay(sink);
    for (let at = 0; at < 50; at += 1) await outbox.add('plan', [`task-${String(at)}`]);
    await isDrained();

    const handed = sink.handed.flatMap(({ taskIds }) => taskIds);
    expect(handed).toHaveLength(50);
    expect(new Set(handed).size).toBe(50);
  });

  test('stays in the outbox when a replica is stopped while Temporal is away', async () => {
    sink.accept = () => {
      throw new Error('Temporal is away');
    };
    const relay = outbox.startRelay(sink);
    await outbox.add('plan', ['one']);
    await vi.waitFor(() => expect(sink.tries).toBeGreaterThanOrEqual(1), wait);
    await relay.stop();

    expect(await outbox.waiting()).toBe(1);
    expect(sink.handed).toEqual([]);
  });

  test('is handed over first when a replica is stopped that is just doing so', async () => {
    const gate = new Gate();
    sink.accept = () => gate.opened;
    const relay = outbox.startRelay(sink);
    await outbox.add('plan', ['one']);
    await vi.waitFor(() => expect(sink.tries).toBe(1), wait);
    const stopped = relay.stop();
    gate.open();
    await stopped;

    expect(await outbox.waiting()).toBe(0);
  });
});

describe('the watch', () => {
  test('is told where agents write, and not of what it found itself', async () => {
    await outbox.add('agents', ['a'], 'agent');
    await outbox.add('people', ['b'], 'planner');
    outbox.startRelay(sink);
    await isDrained();
    await vi.waitFor(() => expect(sink.touched).toEqual([['agents']]), wait);
  });

  test('is told once a second at most', async () => {
    outbox.startRelay(sink);
    const before = Date.now();
    for (let at = 0; at < 20; at += 1) {
      await outbox.add('plan', [`task-${String(at)}`]);
      await isDrained();
    }

    expect(sink.handed.length).toBeGreaterThan(10);
    expect(sink.touched.length).toBeLessThanOrEqual(1 + (Date.now() - before) / 1_000);
  });

  test('is not needed for a change to travel', async () => {
    sink.acceptTouch = () => {
      throw new Error('no watch');
    };
    outbox.startRelay(sink);
    await outbox.add('plan', ['one']);
    await isDrained();

    expect(sink.handed).toHaveLength(1);
  });
});
