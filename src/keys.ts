import { keysHelp, readKeyCommand } from './access/key-options.js';
import { createKeyStore } from './access/key-store.js';
import { runKeyCommand } from './access/run-key-command.js';
import { openRedis } from './backup/open-redis.js';
import { runCommand } from './backup/run-command.js';
import { loadAuditMax } from './config/load-audit-max.js';
import { loadRedisConfig } from './config/load-redis-config.js';
import { withRunningRedis } from './config/running-stack.js';
import { createKeys } from './tasks/keys.js';

/** `npm run keys:create`, `keys:list`, `keys:revoke`: keys of callers. */
async function main(): Promise<void> {
  const command = readKeyCommand(process.argv.slice(2), Date.now());
  if (command.kind === 'help') {
    console.log(keysHelp.trimEnd());
    return;
  }
  const { namespace, ...endpoint } = loadRedisConfig(withRunningRedis(process.env));
  const redis = await openRedis(endpoint);
  try {
    const store = createKeyStore({
      redis,
      keys: createKeys(namespace),
      auditMax: loadAuditMax(process.env),
      now: Date.now,
    });
    const configured = (process.env['API_KEYS'] ?? '')
      .split(',')
      .map((entry) => entry.split(':', 1)[0]?.trim() ?? '');
    console.log(await runKeyCommand(command, { store, configured, now: Date.now }));
  } finally {
    redis.disconnect();
  }
}

process.exitCode = await runCommand(main, console.error);
