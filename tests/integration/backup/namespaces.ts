import type { Redis } from 'ioredis';

/** Everything of a namespace by key without its name: type, bytes as Redis serializes them, and whether it ends. */
export async function dumpNamespace(
  redis: Redis,
  namespace: string,
): Promise<ReadonlyMap<string, { type: string; value: unknown; ends: number }>> {
  const found = new Map<string, { type: string; value: unknown; ends: number }>();
  for (const name of await namesIn(redis, namespace)) {
    const [type, ends] = await Promise.all([redis.type(name), redis.pexpiretime(name)]);
    found.set(name.slice(namespace.length + 1), {
      type,
      value: await valueOf(redis, name, type),
      ends,
    });
  }
  return found;
}

export async function namesIn(redis: Redis, namespace: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (let cursor = '0'; ;) {
    const [next, page] = await redis.scan(cursor, 'MATCH', `${namespace}:*`, 'COUNT', 1_000);
    names.push(...page);
    if (next === '0') return [...new Set(names)].toSorted();
    cursor = next;
  }
}

export async function emptyNamespace(redis: Redis, namespace: string): Promise<void> {
  const names = await namesIn(redis, namespace);
  for (let from = 0; from < names.length; from += 500) {
    await redis.unlink(...names.slice(from, from + 500));
  }
}

async function valueOf(redis: Redis, name: string, type: string): Promise<unknown> {
  switch (type) {
    case 'string':
      return (await redis.getBuffer(name))?.toString('latin1');
    case 'hash': {
      const flat = await redis.hgetallBuffer(name);
      return Object.entries(flat)
        .map(([field, value]) => `${field}=${value.toString('latin1')}`)
        .toSorted();
    }
    case 'set':
      return (await redis.smembers(name)).toSorted();
    case 'zset':
      return redis.zrange(name, '0', '-1', 'WITHSCORES');
    case 'list':
      return redis.lrange(name, 0, -1);
    default: {
      const facts = (await redis.call('XINFO', 'STREAM', name)) as unknown[];
      const fact = (wanted: string) => facts[facts.indexOf(wanted) + 1];
      return {
        entries: await redis.xrange(name, '-', '+'),
        last: fact('last-generated-id'),
        added: fact('entries-added'),
        deleted: fact('max-deleted-entry-id'),
      };
    }
  }
}
