import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/domain/problem.js';
import { withRedis } from '../../../src/tasks/redis-problem.js';

describe('trouble with Redis', () => {
  it.each([
    "Stream isn't writeable and enableOfflineQueue options is false",
    'Connection is closed.',
    'Command aborted due to connection close',
    'Reached the max retries per request limit (which is 0). Refer to "maxRetriesPerRequest" option for details.',
    "Socket timeout. Expecting data, but didn't receive any in 5000ms.",
    'connect ECONNREFUSED 127.0.0.1:6379',
    'read ECONNRESET',
    'LOADING Redis is loading the dataset in memory',
    "OOM command not allowed when used memory > 'maxmemory'.",
    "READONLY You can't write against a read only replica.",
    'MISCONF Redis is configured to save RDB snapshots',
  ])('is redis_unavailable when it says: %s', async (message) => {
    const cause = new Error(message);
    await expect(withRedis(() => Promise.reject(cause))).rejects.toMatchObject({
      code: 'redis_unavailable',
      status: 503,
      cause,
    });
  });

  it.each(['WRONGTYPE Operation against a key', 'ERR Error running script', 'NOPERM no rights'])(
    'stays what it is when it says: %s',
    async (message) => {
      const error = new Error(message);
      await expect(withRedis(() => Promise.reject(error))).rejects.toBe(error);
    },
  );

  it('is not seen in what Graph says, which has connections too', async () => {
    const problem = new ProblemError('graph_unavailable', 'The connection broke (ECONNRESET)');
    await expect(withRedis(() => Promise.reject(problem))).rejects.toBe(problem);
  });

  it('shows a caller neither address nor command', async () => {
    const problem = await withRedis(() =>
      Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:6379')),
    ).catch((error: unknown) => error);
    expect(String(problem)).not.toContain('10.0.0.7');
  });
});
