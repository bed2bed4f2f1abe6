import { BackupError } from './backup-error.js';
import type { KeyContent } from './backup-line.js';
import { asList, asPairs, asStored, asText } from './redis-reply.js';

/** Values of a key as Redis answered them (GET, HGETALL, SMEMBERS, ZRANGE WITHSCORES, LRANGE, XRANGE). */
export interface Answered {
  /** Without the namespace. */
  readonly key: string;
  readonly type: string;
  /** PEXPIRETIME: negative when the key does not end. */
  readonly endsAt: number;
  readonly reply: unknown;
}

/** @throws BackupError unsupported for types of Redis modules */
export function toKeyContent({ key, type, endsAt, reply }: Answered): KeyContent {
  const common = { key, ...(endsAt > 0 && { expiresAt: endsAt }) };
  switch (type) {
    case 'string':
      return { ...common, type, value: asStored(reply) };
    case 'hash':
      return {
        ...common,
        type,
        value: asPairs(reply).map(([field, value]) => [asStored(field), asStored(value)]),
      };
    case 'set':
    case 'list':
      return { ...common, type, value: asList(reply).map(asStored) };
    case 'zset':
      return {
        ...common,
        type,
        value: asPairs(reply).map(([member, score]) => [asStored(member), asText(score)]),
      };
    case 'stream':
      return {
        ...common,
        type,
        value: asList(reply).map((entry) => {
          const [id, fields] = asList(entry);
          return [asText(id), asList(fields).map(asStored)];
        }),
      };
    default:
      throw new BackupError(
        'unsupported',
        `The key ${key} has the type ${type}, which a backup cannot hold`,
      );
  }
}
