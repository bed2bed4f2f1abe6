import { heartbeat } from '@temporalio/activity';

const everyMs = 3_000;

/** Keeps telling the server that this worker lives while the work goes on. */
export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => heartbeat(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
