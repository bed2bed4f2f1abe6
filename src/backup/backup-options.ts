import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError } from './backup-error.js';

export const backupHelp = `npm run backup [-- options]

Writes everything of one namespace (tasks, their sync with Planner, events, logs, settings) into one file, while agents
and sync go on. Nothing is changed. Keys and tokens are left out. docs/backup.md has the format.

  --file FILE      default: backups/<namespace>-<time>.ndjson.gz; a name that ends in .gz is compressed
  --force          replace the file if it exists
  --wait SECONDS   how long new tasks on their way to Planner may take to arrive there; default 10
  --help

Environment: REDIS_URL or REDIS_HOST, …, and REDIS_NAMESPACE, as everywhere; without them the Redis of the running
npm start, else redis://127.0.0.1:6379.
`;

export interface BackupOptions {
  readonly path: string;
  readonly isReplacing: boolean;
  readonly settleMs: number;
}

/** Null: help is wanted. @throws BackupError usage */
export function readBackupOptions(
  args: readonly string[],
  { namespace, now }: { readonly namespace: string; readonly now: Date },
): BackupOptions | null {
  const values = parse(args);
  if (values.help === true) return null;
  const seconds = Number(values.wait ?? 10);
  if (!Number.isFinite(seconds) || seconds < 0) {
    throw new BackupError('usage', '--wait takes a number of seconds');
  }
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return {
    path: values.file ?? join('backups', `${namespace.replace(/[{}]/g, '')}-${time}.ndjson.gz`),
    isReplacing: values.force === true,
    settleMs: seconds * 1_000,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        file: { type: 'string' },
        force: { type: 'boolean' },
        wait: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new BackupError('usage', `${problem}\n\n${backupHelp}`);
  }
}
