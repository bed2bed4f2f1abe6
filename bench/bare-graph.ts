import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sampleTask, type Shape } from './sample-tasks.js';
import type { Stand } from './stand/stand.js';

/** A script that posts tasks straight to Graph, in a process of its own, as a baseline. */
export interface BareGraph {
  /** Posts the tasks in batches of 20, four at a time. Answers how long it took (ms). */
  post(work: { planId: string; count: number; shape: Shape }): Promise<number>;
  stop(): void;
}

export async function startBareGraph({ graphEnv }: Stand): Promise<BareGraph> {
  const script = fileURLToPath(new URL('bare-graph.mjs', import.meta.url));
  const child = fork(script, { env: { ...process.env, ...graphEnv }, execArgv: [] });
  await once(child, 'message');
  return {
    async post({ planId, count, shape }) {
      const tasks = Array.from({ length: count }, (_, index) => sampleTask(index, shape));
      const answer = once(child, 'message') as Promise<[{ ms: number } | { error: string }]>;
      child.send({ planId, tasks });
      const [result] = await answer;
      if ('error' in result) throw new Error(`The bare script failed: ${result.error}`);
      return result.ms;
    },
    stop: () => child.kill(),
  };
}
