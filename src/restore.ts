import { openRedis } from './backup/open-redis.js';
import { restoreBackup, type Restored } from './backup/restore-backup.js';
import { readRestoreOptions, restoreHelp } from './backup/restore-options.js';
import { count, createProgress, runCommand } from './backup/run-command.js';
import { loadRedisConfig } from './config/load-redis-config.js';
import { withRunningRedis } from './config/running-stack.js';
import { createKeys } from './tasks/keys.js';

/** `npm run restore`: a backup into an empty namespace. */
async function main(signal: AbortSignal): Promise<void> {
  const config = loadRedisConfig(withRunningRedis(process.env));
  const options = readRestoreOptions(process.argv.slice(2), config);
  if (options === null) {
    console.log(restoreHelp.trimEnd());
    return;
  }
  const { path, namespace, linkModes } = options;
  const redis = await openRedis(config);
  const progress = createProgress(console.error, Date.now);
  let hasWritten = false;
  try {
    const restored = await restoreBackup({
      redis,
      keys: createKeys(namespace),
      path,
      linkModes,
      signal,
      onProgress: (step, counts) => {
        hasWritten ||= step === 'written';
        progress(step, counts);
      },
    });
    console.log(summary(restored, namespace));
  } catch (error) {
    if (hasWritten) {
      console.error(
        `\n"${namespace}" holds a part of the backup. Empty it before you try again, and let no server use it until then.`,
      );
    }
    throw error;
  } finally {
    redis.disconnect();
  }
}

function summary(restored: Restored, namespace: string): string {
  const { header, counts, unsynced, planIds, arePlansPaused } = restored;
  const lines = [
    `Restored ${count(counts.tasks)} tasks and ${count(counts.keys)} other keys of "${header.namespace}", as of ${header.at}, into "${namespace}".`,
    ...(unsynced > 0
      ? [`${count(unsynced)} changes are not in Planner yet; sync takes them up.`]
      : []),
    ...(arePlansPaused && planIds.length > 0
      ? [
          `\nIts plans are paused: ${planIds.join(', ')}.
A plan must be synced from one namespace only. Remove them from "${header.namespace}" or stop its servers and workers first,
then resume here (operation sync_resume).`,
        ]
      : []),
    ...(namespace === header.namespace
      ? []
      : [`\nREDIS_NAMESPACE=${namespace} makes server and worker use it.`]),
  ];
  return lines.join('\n');
}

process.exitCode = await runCommand(main, console.error);
