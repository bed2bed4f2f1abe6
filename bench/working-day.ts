import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compare, limit, type Figure } from './figure.js';
import type { Bench, Measurement } from './measurement.js';
import { percentile } from './statistics.js';
import type { DayReport, DaySize } from './working-day/simulate.js';

const size: DaySize = {
  plans: 10,
  tasksPerPlan: 200,
  peoplesEdits: 400,
  agentsEdits: 1_000,
  seed: 7,
};
const pollMs = 30_000;
const rounds = 86_400_000 / pollMs;

/** A day of ten plans on a clock of its own: what watching and syncing them asks of Graph, against plain polling. */
export const workingDay: Measurement = {
  name: 'working-day',
  title: 'a working day of 10 plans, 2,000 tasks, 400 edits of people and 1,000 of agents',
  async run(bench) {
    const report = await runDay(bench);
    const { ours, looks, open } = report;
    const kinds = Object.entries(ours.kinds).map(([kind, count]) => `${count} ${kind}`);
    bench.say(
      `${looks} looks; ${ours.requests} HTTP requests, ${ours.subrequests} subrequests: ${kinds.join(', ')}`,
    );
    bench.say(
      `${report.listed.length + report.unlisted.length} edits of people were seen, ${open} not by midnight`,
    );
    return [...costs(report), ...freshness(report)];
  },
};

function costs({ ours, listRound, taskRound }: DayReport): readonly Figure[] {
  const tasks = { requests: taskRound.requests * rounds, items: taskRound.subrequests * rounds };
  const lists = { requests: listRound.requests * rounds, items: listRound.subrequests * rounds };
  return [
    compare({
      name: 'Working day: requests and subrequests, all',
      measured: { value: ours.requests + ours.subrequests, unit: '' },
      baseline: {
        value: tasks.requests + tasks.items,
        unit: '',
        what: 'of reading every task every 30 s',
      },
      bound: { atMost: 0.01 },
    }),
    compare({
      name: 'Working day: subrequests, writes among them',
      measured: { value: ours.subrequests, unit: '' },
      baseline: { value: lists.items, unit: '', what: 'of listing every plan every 30 s' },
      bound: { atMost: 0.5 },
    }),
    compare({
      name: 'Working day: HTTP requests',
      measured: { value: ours.requests, unit: '' },
      baseline: {
        value: lists.requests,
        unit: '',
        what: 'of listing every plan every 30 s, all in one batch',
      },
      bound: { informative: true },
    }),
  ];
}

function freshness({ listed, unlisted, listedAt }: DayReport): readonly Figure[] {
  const polled = listedAt.map((at) => pollMs - (at % pollMs));
  const against = (p: number) => ({
    value: seconds(polled, p),
    unit: 's',
    what: 'with listing every plan every 30 s',
  });
  return [
    compare({
      name: "Working day: a person's edit until it is seen, p50",
      measured: { value: seconds(listed, 0.5), unit: 's' },
      baseline: against(0.5),
      bound: { atMost: 1 },
    }),
    compare({
      name: "Working day: a person's edit until it is seen, p95",
      measured: { value: seconds(listed, 0.95), unit: 's' },
      baseline: against(0.95),
      bound: { informative: true },
    }),
    ...[0.5, 0.95].map((p) =>
      limit({
        name: `Working day: an edit that no list shows until it is seen, p${p * 100}`,
        measured: { value: seconds(unlisted, p) / 60, unit: 'min' },
        baseline: {
          value: 24 * 60,
          unit: 'min',
          what: 'the longest rotation; a poller never sees it',
        },
        bound: { informative: true },
      }),
    ),
  ];
}

function seconds(values: readonly number[], p: number): number {
  return percentile(values, p) / 1_000;
}

async function runDay({ stand, say }: Bench): Promise<DayReport> {
  const script = fileURLToPath(new URL('working-day-run.mjs', import.meta.url));
  const env = { ...process.env, ...stand.graphEnv, REDIS_URL: stand.redisUrl };
  const child = fork(script, { env, execArgv: [] });
  try {
    return await new Promise<DayReport>((resolve, reject) => {
      child.on('exit', () => reject(new Error('The process of the day has ended')));
      child.on('message', (message: Message) => {
        if ('ready' in message) child.send({ boardUrl: stand.graph.boardUrl, size });
        if ('say' in message) say(message.say);
        if ('report' in message) resolve(message.report);
        if ('error' in message) reject(new Error(message.error));
      });
    });
  } finally {
    child.kill();
  }
}

type Message =
  | { readonly ready: true }
  | { readonly say: string }
  | { readonly report: DayReport }
  | { readonly error: string };
