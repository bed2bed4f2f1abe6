import { readFileSync } from 'node:fs';
import { startServer } from './composition/compose-server.js';
import { startSyncHandover } from './composition/sync-handover.js';
import { CredentialError } from './accounts/msal/credential-error.js';
import { ConfigError } from './config/config-error.js';
import { DevelopmentKeyError } from './config/development-key.js';
import { loadConfig } from './config/load-config.js';
import { createLogger } from './observability/create-logger.js';

/** The server process: REST, MCP and health on one port; the relay beside them. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(config.log.level, 'server');
  const server = await startServer({
    config,
    logger,
    version: readVersion(),
    join: startSyncHandover,
    onRefused: (error) => {
      logger.fatal({ err: error }, error.message);
      process.exit(1);
    },
  });
  logger.info({ host: config.http.host, port: server.port }, 'Server listens');

  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'Server stops');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Server did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** The package's version; this file runs from `dist/src`, or from `src` in tests. */
function readVersion(): string {
  for (const path of ['../../package.json', '../package.json']) {
    try {
      const { version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
        version: string;
      };
      return version;
    } catch {
      continue;
    }
  }
  return '0.0.0';
}

try {
  await main();
} catch (error) {
  // Before there is a configuration there is no logger.
  const isTold =
    error instanceof ConfigError ||
    error instanceof CredentialError ||
    error instanceof DevelopmentKeyError;
  const text = error instanceof Error ? (isTold ? error.message : error.stack) : error;
  process.stderr.write(`${String(text)}\n`);
  process.exitCode = 1;
  process.exit();
}
