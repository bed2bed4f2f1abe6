import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import { writeLines } from './backup-file.js';
import { BackupError } from './backup-error.js';
import {
  backupFormat,
  backupVersion,
  type Counts,
  type DataLine,
  type Header,
} from './backup-line.js';
import { countLine, encodeBackup, noLines } from './encode-backup.js';
import { redisNow } from './redis-now.js';
import { readNamespace } from './read-namespace.js';

export interface BackupRequest {
  readonly redis: Redis;
  readonly keys: Keys;
  /** Ends in `.gz`: compressed. */
  readonly path: string;
  readonly isReplacing: boolean;
  /** How long creates under way may take to end (ms). */
  readonly settleMs: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (counts: Counts) => void;
}

/**
 * Writes a namespace into one file while everything runs. Nothing is changed in Redis.
 * @throws BackupError; Redis' own errors pass through
 */
export async function createBackup(request: BackupRequest): Promise<Counts> {
  const { redis, keys, path, isReplacing, signal } = request;
  const header: Header = {
    format: backupFormat,
    version: backupVersion,
    namespace: keys.namespace,
    at: new Date(await redisNow(redis)).toISOString(),
  };
  let counts: Counts = noLines;
  const counted = async function* (): AsyncGenerator<DataLine> {
    for await (const line of readNamespace(request)) {
      counts = countLine(counts, line);
      request.onProgress?.(counts);
      yield line;
    }
    if (counts.lines > 0) return;
    throw new BackupError(
      'namespace_empty',
      `The namespace "${keys.namespace}" holds nothing. Is it the right Redis, and the right REDIS_NAMESPACE?`,
    );
  };
  await writeLines(path, encodeBackup(header, counted()), { isReplacing, signal });
  return counts;
}
