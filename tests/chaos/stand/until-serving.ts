import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 60_000;

/** A server that was started may need a moment before it takes requests. */
export async function untilServing(serverUrl: string): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answer = await fetch(`${serverUrl}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    if (Date.now() > until) throw new Error('The server does not become ready');
    await sleep(100);
  }
}
