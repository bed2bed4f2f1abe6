import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { createBackup } from '../../../src/backup/create-backup.js';
import { restoreBackup, type LinkModes } from '../../../src/backup/restore-backup.js';
import { createKeys } from '../../../src/tasks/keys.js';

/** A folder with backups of a test, and the two commands as functions. */
export function aBackupDesk(redis: Redis) {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-backup-'));
  const { signal } = new AbortController();
  return {
    file: (name: string) => join(folder, name),
    backUp: (
      namespace: string,
      path: string,
      options: { settleMs?: number; isReplacing?: boolean } = {},
    ) =>
      createBackup({
        redis,
        keys: createKeys(namespace),
        path,
        isReplacing: options.isReplacing ?? false,
        settleMs: options.settleMs ?? 0,
        signal,
      }),
    restore: (namespace: string, path: string, linkModes: LinkModes = 'auto') =>
      restoreBackup({ redis, keys: createKeys(namespace), path, linkModes, signal }),
    close: () => rmSync(folder, { recursive: true }),
  };
}

export type BackupDesk = ReturnType<typeof aBackupDesk>;
