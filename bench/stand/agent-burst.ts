import autocannon from 'autocannon';
import { sampleTask, type Shape } from '../sample-tasks.js';

const connections = 32;

/**
 * Agents that write new tasks as fast as the server takes them.
 * @returns when the first request was made (ms since the epoch), and how long the server took to accept all (ms)
 */
export async function writeTasks(
  serverUrl: string,
  work: { readonly planId: string; readonly count: number; readonly shape: Shape },
): Promise<{ readonly startedAt: number; readonly acceptedMs: number }> {
  const { planId, count, shape } = work;
  let index = 0;
  const startedAt = Date.now();
  const { endedAt, accepted } = await finish({
    url: `${serverUrl}/api/agent/tasks`,
    connections,
    amount: count,
    requests: [
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        setupRequest: (request) => {
          const body = JSON.stringify({ planId, ...sampleTask(index, shape) });
          index += 1;
          return { ...request, body };
        },
      },
    ],
  });
  if (accepted !== count) throw new Error(`The server accepted ${accepted} of ${count} tasks`);
  return { startedAt, acceptedMs: endedAt - startedAt };
}

/** Autocannon reports its end only at the next full second; the last response says when it was. */
function finish(
  options: autocannon.Options,
): Promise<{ readonly endedAt: number; readonly accepted: number }> {
  return new Promise((resolve, reject) => {
    let endedAt = Date.now();
    let accepted = 0;
    const load = autocannon(options, (error: Error | null) => {
      if (error === null) resolve({ endedAt, accepted });
      else reject(error);
    });
    load.on('response', (_client, statusCode) => {
      endedAt = Date.now();
      if (statusCode === 201) accepted += 1;
    });
  });
}
