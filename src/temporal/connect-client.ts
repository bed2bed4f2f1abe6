import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { TemporalConfig } from '../config/config.js';

export interface TemporalClient {
  readonly client: Client;
  readonly connection: Connection;
}

/**
 * A client that connects at its first call and again by itself; never fails at boot because Temporal is away. What it
 * sends and reads passes the converter, which worker and clients must have alike.
 */
export function connectTemporalClient(
  config: TemporalConfig,
  dataConverter: DataConverter,
): TemporalClient {
  const connection = Connection.lazy(connectionOptions(config));
  const { namespace } = config;
  return { connection, client: new Client({ connection, namespace, dataConverter }) };
}

/** What `Connection` and `NativeConnection` take. */
export function connectionOptions(config: TemporalConfig) {
  const tls = config.tls.reveal();
  return {
    address: config.address,
    ...(tls !== false && { tls }),
    ...(config.apiKey !== null && { apiKey: config.apiKey.reveal() }),
    metadata: { ...config.metadata },
  };
}
