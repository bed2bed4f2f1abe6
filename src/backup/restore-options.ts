import { parseArgs } from 'node:util';
import { BackupError } from './backup-error.js';
import type { LinkModes } from './restore-backup.js';

export const restoreHelp = `npm run restore -- --file FILE [options]

Writes a backup into an empty namespace. The file is checked to its end before anything is written.
docs/backup.md says what a restore means for sync.

  --file FILE      the backup, compressed or not
  --into NAME      the namespace to write into; default: REDIS_NAMESPACE, else annika
  --plans on       plans are synced as they were when the backup was made
  --plans paused   plans are not synced until they are resumed
                   default: paused, unless the namespace has the name of the one that the backup is of
  --help

Environment: REDIS_URL or REDIS_HOST, …, and REDIS_NAMESPACE, as everywhere; without them the Redis of the running
npm start, else redis://127.0.0.1:6379.
`;

export interface RestoreOptions {
  readonly path: string;
  readonly namespace: string;
  readonly linkModes: LinkModes;
}

const namespacePattern = /^(\{[A-Za-z0-9_.-]{1,62}\}|[A-Za-z0-9_.-]{1,64})$/;

/** Null: help is wanted. @throws BackupError usage */
export function readRestoreOptions(
  args: readonly string[],
  { namespace }: { readonly namespace: string },
): RestoreOptions | null {
  const values = parse(args);
  if (values.help === true) return null;
  if (values.file === undefined) throw usage('--file says which backup to restore');
  const into = values.into ?? namespace;
  if (!namespacePattern.test(into)) {
    throw usage('--into takes letters, digits, ".", "_" or "-", for instance annika2');
  }
  return { path: values.file, namespace: into, linkModes: toLinkModes(values.plans) };
}

function toLinkModes(plans: string | undefined): LinkModes {
  switch (plans) {
    case undefined:
      return 'auto';
    case 'on':
      return 'kept';
    case 'paused':
      return 'paused';
    default:
      throw usage('--plans takes on or paused');
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        file: { type: 'string' },
        into: { type: 'string' },
        plans: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(problem: string): BackupError {
  return new BackupError('usage', `${problem}\n\n${restoreHelp}`);
}
