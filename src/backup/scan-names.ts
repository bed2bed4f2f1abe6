import type { Redis } from 'ioredis';
import { asName } from './redis-reply.js';

const perStep = 1_000;

/**
 * The names of all keys of a namespace, page by page. A key that is there from the first to the last step is among
 * them; one may come twice.
 */
export async function* scanNames(
  redis: Redis,
  namespace: string,
): AsyncGenerator<readonly string[]> {
  let cursor = '0';
  do {
    const [next, names] = await redis.scanBuffer(
      cursor,
      'MATCH',
      `${namespace}:*`,
      'COUNT',
      perStep,
    );
    cursor = next.toString();
    if (names.length > 0) yield names.map(asName);
  } while (cursor !== '0');
}
