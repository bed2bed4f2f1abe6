import type { Redis } from 'ioredis';
import type { KeyLine } from './backup-line.js';
import { toKeyContent } from './key-content.js';
import { nameInBackup } from './key-treatment.js';
import { asList, asText } from './redis-reply.js';

const elementsPerPart = 500;
/** Entries of streams carry whole documents. */
const entriesPerPart = 200;
/** Lists are capped; one up to this long is read in one step, so that a push meanwhile repeats no element. */
const listElementsPerPart = 10_000;

interface Found {
  readonly key: string;
  readonly type: string;
  readonly endsAt: number;
}

/**
 * A key of any type in parts, each small, so that nothing large is ever in memory. What is in it from the beginning to
 * the end of the reading is complete; entries that come to a stream meanwhile are left out.
 */
export async function* readKey(
  redis: Redis,
  fullName: string,
  namespace: string,
): AsyncGenerator<KeyLine> {
  const [type, endsAt] = await Promise.all([redis.type(fullName), redis.pexpiretime(fullName)]);
  const found = { key: nameInBackup(fullName, namespace), type, endsAt };
  let part = 0;
  for await (const content of contentsOf(redis, fullName, found)) {
    yield { kind: 'key', part, content };
    part += 1;
  }
}

async function* contentsOf(
  redis: Redis,
  name: string,
  found: Found,
): AsyncGenerator<KeyLine['content']> {
  switch (found.type) {
    case 'none':
      return;
    case 'hash':
      yield* scanned(found, (cursor) => redis.hscanBuffer(name, cursor, 'COUNT', elementsPerPart));
      return;
    case 'set':
      yield* scanned(found, (cursor) => redis.sscanBuffer(name, cursor, 'COUNT', elementsPerPart));
      return;
    case 'zset':
      yield* scanned(found, (cursor) => redis.zscanBuffer(name, cursor, 'COUNT', elementsPerPart));
      return;
    case 'list':
      yield* listParts(redis, name, found);
      return;
    case 'stream':
      yield* streamParts(redis, name, found);
      return;
    case 'string': {
      const reply = await redis.getBuffer(name);
      if (reply !== null) yield toKeyContent({ ...found, reply });
      return;
    }
    default:
      yield toKeyContent({ ...found, reply: null });
  }
}

async function* scanned(
  found: Found,
  scan: (cursor: string) => Promise<[Buffer, Buffer[]]>,
): AsyncGenerator<KeyLine['content']> {
  let cursor = '0';
  do {
    const [next, reply] = await scan(cursor);
    cursor = next.toString();
    if (reply.length > 0) yield toKeyContent({ ...found, reply });
  } while (cursor !== '0');
}

async function* listParts(
  redis: Redis,
  name: string,
  found: Found,
): AsyncGenerator<KeyLine['content']> {
  for (let from = 0; ; from += listElementsPerPart) {
    const reply = await redis.lrangeBuffer(name, from, from + listElementsPerPart - 1);
    if (reply.length > 0) yield toKeyContent({ ...found, reply });
    if (reply.length < listElementsPerPart) return;
  }
}

async function* streamParts(
  redis: Redis,
  name: string,
  found: Found,
): AsyncGenerator<KeyLine['content']> {
  const facts = await streamFacts(redis, name);
  const until = facts('last-generated-id');
  const meta = {
    lastId: until,
    added: Number(facts('entries-added')),
    maxDeletedId: facts('max-deleted-entry-id'),
  };
  let after = '-';
  for (;;) {
    const reply = await redis.xrangeBuffer(name, after, until, 'COUNT', entriesPerPart);
    const isLast = reply.length < entriesPerPart;
    const content = toKeyContent({ ...found, reply });
    yield content.type === 'stream' && isLast ? { ...content, meta } : content;
    const last = reply.at(-1);
    if (isLast || last === undefined) return;
    after = `(${asText(last[0])}`;
  }
}

async function streamFacts(redis: Redis, name: string): Promise<(fact: string) => string> {
  const flat = asList(await redis.xinfo('STREAM', name));
  return (fact) => String(flat[flat.indexOf(fact) + 1]);
}
