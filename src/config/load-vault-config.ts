import { ConfigError } from './config-error.js';
import type { Config } from './config.js';
import { variables } from './variables.js';
import { withoutEmpty } from './without-empty.js';

/** The part of the configuration that says with which keys things are sealed, for commands that need no more. */
export function loadVaultConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<Config, 'vault' | 'dataDir'> {
  const env = withoutEmpty(environment);
  const keys = variables.shape.TOKEN_ENCRYPTION_KEY.safeParse(env['TOKEN_ENCRYPTION_KEY']);
  if (!keys.success) {
    throw new ConfigError(
      keys.error.issues.map(({ message }) => ({ variable: 'TOKEN_ENCRYPTION_KEY', message })),
    );
  }
  return {
    vault: { keys: keys.data ?? null },
    dataDir: variables.shape.TANDEM_DATA_DIR.parse(env['TANDEM_DATA_DIR']),
  };
}
