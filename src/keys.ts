import { keysHelp, readKeyCommand, UsageError } from './access/key-options.js';
import { createKeyStore } from './access/key-store.js';
import { runKeyCommand } from './access/run-key-command.js';
import { createOwnedAccounts } from './accounts/owned-accounts.js';
import { vaultKeys } from './accounts/vault/open-vault.js';
import {
  describeRotation,
  readRotateOptions,
  rotateHelp,
} from './accounts/vault/rotate-command.js';
import { rotateKeys } from './accounts/vault/rotate-keys.js';
import { openRedis } from './backup/open-redis.js';
import { runCommand } from './backup/run-command.js';
import { loadAuditMax } from './config/load-audit-max.js';
import { loadRedisConfig } from './config/load-redis-config.js';
import { loadVaultConfig } from './config/load-vault-config.js';
import { withRunningRedis } from './config/running-stack.js';
import { createKeys } from './tasks/keys.js';
import { loadFunctions } from './tasks/load-functions.js';

/** `npm run keys:create`, `keys:list`, `keys:revoke`: keys of callers. `keys:rotate`: the keys that seal tokens. */
async function main(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2);
  await (command === 'rotate' ? rotate(rest) : manage());
}

async function manage(): Promise<void> {
  const command = readKeyCommand(process.argv.slice(2), Date.now());
  if (command.kind === 'help') {
    console.log(keysHelp.trimEnd());
    return;
  }
  const { namespace, ...endpoint } = loadRedisConfig(withRunningRedis(process.env));
  const redis = await openRedis(endpoint);
  try {
    const keys = createKeys(namespace);
    const accounts = createOwnedAccounts({ redis, keys, call: await loadFunctions(redis) });
    const store = createKeyStore({
      redis,
      keys,
      auditMax: loadAuditMax(process.env),
      now: Date.now,
    });
    const configured = (process.env['API_KEYS'] ?? '')
      .split(',')
      .map((entry) => entry.split(':', 1)[0]?.trim() ?? '');
    console.log(await runKeyCommand(command, { store, accounts, configured, now: Date.now }));
  } finally {
    redis.disconnect();
  }
}

async function rotate(args: readonly string[]): Promise<void> {
  const { isDryRun, isHelp } = optionsOf(args);
  if (isHelp) {
    console.log(rotateHelp.trimEnd());
    return;
  }
  const { keys } = vaultKeys(loadVaultConfig(process.env));
  const { namespace, ...endpoint } = loadRedisConfig(withRunningRedis(process.env));
  const redis = await openRedis(endpoint);
  try {
    const rotation = await rotateKeys({
      redis,
      call: await loadFunctions(redis),
      keys,
      namespace,
      isDryRun,
      onProgress: (looked) => tell(`\r${looked} keys of Redis looked at`),
    });
    tell('\n');
    const { text, isWhole } = describeRotation(rotation, { keys, isDryRun });
    console.log(text);
    if (!isWhole) throw new UsageError('Some values cannot be opened; see above.');
  } finally {
    redis.disconnect();
  }
}

/** Only for somebody who looks on. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(text);
}

function optionsOf(args: readonly string[]): ReturnType<typeof readRotateOptions> {
  try {
    return readRotateOptions(args);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\n\n${rotateHelp}`);
  }
}

process.exitCode = await runCommand(main, console.error);
