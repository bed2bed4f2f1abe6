import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PacedResult {
  /** From the moment at which each was due until its answer had come (ms), in no order. */
  readonly latencies: readonly number[];
  readonly perSecond: number;
}

/**
 * Sends POSTs at an even pace, whether or not earlier ones were answered: a slow answer holds up none of those after it,
 * and counts in full. An answer that is not a 2xx would make the number worthless.
 */
export async function pacedPosts(options: {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly body: () => string;
}): Promise<PacedResult> {
  const { url, perSecond, seconds, body } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  const count = perSecond * seconds;
  for (let sent = 0; sent < count;) {
    const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1_000);
    for (; sent < Math.min(due, count); sent += 1) {
      const dueAt = startedAt + (sent * 1_000) / perSecond;
      const posted = post(url, body(), agent);
      underWay.push(posted.then(() => void latencies.push(performance.now() - dueAt)));
    }
    await sleep(1);
  }
  await Promise.all(underWay);
  const tookMs = performance.now() - startedAt;
  agent.destroy();
  return { latencies, perSecond: (count * 1_000) / tookMs };
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    };
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      const status = response.statusCode ?? 0;
      response.resume();
      response.on('end', () => {
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`${url} answered ${status}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
