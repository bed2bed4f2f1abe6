import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { encodeCarried } from '../workflows/plan-watch/carried-plans.js';
import type { PlanWatchInput } from '../workflows/plan-watch/contract.js';
import { PlanWatchState } from '../workflows/plan-watch/plan-watch-state.js';
import { compare, type Figure } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import type { Stand } from './stand/stand.js';
import { createChance } from './working-day/chance.js';

const plans = 10_000;
/** In one of so many plans something happens, once in ten minutes. */
const busyIn = 50;
const rhythm = { minMs: 2_000, maxMs: 300_000 };
const hourMs = 3_600_000;
/** The first workflow tasks take over 10,000 plans. */
const settleMs = 10_000;
const windowMs = 45_000;

/** Ten thousand plans of one account: what it costs to decide when each is looked at. */
export const manyPlans: Measurement = {
  name: 'many-plans',
  title: 'the rhythm of 10,000 plans of one account, in processor time',
  async run(bench) {
    const planIds = Array.from({ length: plans }, (_, at) => `plan${String(at).padStart(24, '0')}`);
    return [decide(planIds, bench), await schedule(planIds, bench)];
  },
};

/** The decisions alone, for an hour on a clock of its own. */
function decide(planIds: readonly string[], { say }: Bench): Figure {
  const chance = createChance(7);
  const clock = { now: Date.now() };
  const input = resting(planIds, clock.now);
  const state = PlanWatchState.from(
    input,
    () => clock.now,
    () => chance.next(),
  );
  const end = clock.now + hourMs;
  let looks = 0;
  let requests = 0;
  const before = process.cpuUsage();
  while (clock.now < end) {
    if (state.isListStale()) state.setPlans(null);
    for (let due = state.take(); due !== null; due = state.take()) {
      looks += due.length;
      requests += 1;
      state.note(due.map(({ planId }) => ({ planId, isActive: false, error: null })));
    }
    const waitMs = Math.max(1, state.msUntilNext());
    clock.now += waitMs;
    if (chance.is((plans / busyIn) * (waitMs / 600_000))) state.touch([chance.pick(planIds)]);
  }
  const { user, system } = process.cpuUsage(before);
  say(`${looks} looks in ${requests} requests in an hour`);
  return compare({
    name: '10,000 plans: deciding when to look, for an hour',
    measured: { value: (user + system) / 1_000, unit: 'ms' },
    baseline: { value: hourMs, unit: 'ms', what: 'of one core' },
    bound: { atMost: 0.05 },
  });
}

/** The whole watch on Temporal, in a worker of its own, with looks that take no time. */
async function schedule(planIds: readonly string[], { stand, say }: Bench): Promise<Figure> {
  const script = fileURLToPath(new URL('many-plans-worker.mjs', import.meta.url));
  const env = { ...process.env, TEMPORAL_ADDRESS: stand.temporalAddress };
  const child = fork(script, { env, execArgv: [] });
  try {
    await once(child, 'message');
    child.send({ planIds, input: resting(planIds, Date.now()) });
    await sleep(settleMs);
    const first = await count(stand, child);
    await sleep(windowMs);
    const last = await count(stand, child);
    const seconds = windowMs / 1_000;
    say(
      `${((last.looks - first.looks) / seconds).toFixed(1)} looks and ${((last.sweeps - first.sweeps) / seconds).toFixed(1)} activities a second; ` +
        `Temporal itself took ${Math.round((last.temporalMs - first.temporalMs) / seconds)} ms a second`,
    );
    return compare({
      name: '10,000 plans: workflow and activities of their watch',
      measured: { value: last.workerMs - first.workerMs, unit: 'ms' },
      baseline: { value: windowMs, unit: 'ms', what: 'of one core' },
      bound: { atMost: 0.05 },
    });
  } finally {
    child.kill();
  }
}

interface Count {
  readonly looks: number;
  readonly sweeps: number;
  readonly workerMs: number;
  readonly temporalMs: number;
}

async function count(stand: Stand, child: ChildProcess): Promise<Count> {
  const answer = once(child, 'message');
  child.send('count');
  const [counted] = (await answer) as [{ looks: number; sweeps: number } | { error: string }];
  if ('error' in counted) throw new Error(counted.error);
  const times = stand.cpuTimes([{ name: 'watch', pid: child.pid ?? 0 }]);
  return { ...counted, workerMs: times.get('watch') ?? NaN, temporalMs: temporalOf(times) };
}

function temporalOf(times: ReadonlyMap<string, number>): number {
  const found = [...times].find(([name]) => name.toLowerCase().includes('temporal'));
  return found?.[1] ?? NaN;
}

/** As if they had rested for a day: the looks are spread over the slowest interval. */
function resting(planIds: readonly string[], now: number): PlanWatchInput {
  const carried = planIds.map((planId, at) => ({
    planId,
    nextAt: now + Math.floor((at * rhythm.maxMs) / planIds.length),
    quietSince: now - 24 * hourMs,
  }));
  return { accountId: 'app', rhythm, carriedLines: encodeCarried(carried, now) };
}
