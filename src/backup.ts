import { statSync } from 'node:fs';
import { createBackup } from './backup/create-backup.js';
import { backupHelp, readBackupOptions } from './backup/backup-options.js';
import { openRedis } from './backup/open-redis.js';
import { count, createProgress, runCommand } from './backup/run-command.js';
import { loadRedisConfig } from './config/load-redis-config.js';
import { withRunningRedis } from './config/running-stack.js';
import { createKeys } from './tasks/keys.js';

/** `npm run backup`: a namespace into one file. */
async function main(signal: AbortSignal): Promise<void> {
  const { namespace, ...endpoint } = loadRedisConfig(withRunningRedis(process.env));
  const options = readBackupOptions(process.argv.slice(2), { namespace, now: new Date() });
  if (options === null) {
    console.log(backupHelp.trimEnd());
    return;
  }
  const redis = await openRedis(endpoint);
  const progress = createProgress(console.error, Date.now);
  const startedAt = Date.now();
  try {
    const counts = await createBackup({
      ...options,
      redis,
      keys: createKeys(namespace),
      signal,
      onProgress: (counts) => progress('written', counts),
    });
    const { size } = statSync(options.path);
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
    console.log(
      `${options.path}: ${count(counts.tasks)} tasks and ${count(counts.keys)} other keys of "${namespace}", ${count(size)} bytes, in ${seconds} s`,
    );
  } finally {
    redis.disconnect();
  }
}

process.exitCode = await runCommand(main, console.error);
