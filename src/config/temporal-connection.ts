import { readFileSync } from 'node:fs';
import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig';
import type { TemporalConfig } from './config.js';
import type { ConfigProblem } from './config-error.js';
import { Secret } from './secret.js';

type Connection = Omit<TemporalConfig, 'taskQueue' | 'uiUrl'>;

const fileVariables = [
  'TEMPORAL_CONFIG_FILE',
  'TEMPORAL_TLS_CLIENT_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_KEY_PATH',
  'TEMPORAL_TLS_SERVER_CA_CERT_PATH',
] as const;

/**
 * Temporal's own way to name a connection (`@temporalio/envconfig`): variables over the profile of a `temporal.toml`.
 * Reads the files that they name.
 */
export function loadTemporalConnection(
  env: Readonly<Record<string, string>>,
): { readonly connection: Connection } | { readonly problems: readonly ConfigProblem[] } {
  const problems = fileVariables.flatMap((variable) => unreadable(variable, env[variable]));
  if (problems.length > 0) return { problems };
  try {
    // envconfig knows only '1' and 'true' as yes.
    const tls =
      env['TEMPORAL_TLS'] === undefined ? {} : { TEMPORAL_TLS: env['TEMPORAL_TLS'].toLowerCase() };
    return {
      connection: toConnection(loadClientConnectConfig({ overrideEnvVars: { ...env, ...tls } })),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const variable =
      env['TEMPORAL_PROFILE'] === undefined ? 'TEMPORAL_CONFIG_FILE' : 'TEMPORAL_PROFILE';
    return {
      problems: [{ variable, message: `Temporal's configuration cannot be used: ${message}` }],
    };
  }
}

function toConnection({ namespace, connectionOptions: options }: ClientConnectConfig): Connection {
  return {
    address: options.address ?? '127.0.0.1:7233',
    namespace: namespace ?? 'default',
    apiKey: typeof options.apiKey === 'string' ? new Secret(options.apiKey) : null,
    tls: new Secret(options.tls ?? false),
    metadata: toTextRecord(options.metadata ?? {}),
  };
}

function toTextRecord(metadata: object): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)]));
}

function unreadable(variable: string, path: string | undefined): ConfigProblem[] {
  if (path === undefined) return [];
  try {
    readFileSync(path);
    return [];
  } catch {
    return [{ variable, message: `write the path of a file that can be read, not "${path}"` }];
  }
}
