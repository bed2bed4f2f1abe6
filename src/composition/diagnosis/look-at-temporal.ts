import type { Config } from '../../config/config.js';
import type { TemporalFacts } from '../../diagnosis/judge-temporal.js';
import { connectTemporalClient } from '../../temporal/connect-client.js';
import { readTemporalFacts } from '../../temporal/read-temporal-facts.js';
import { lookMs } from './diagnosis-parts.js';

/** Looks with a connection of its own, which only reads and is closed again. */
export async function lookAtTemporal({
  temporal,
}: Pick<Config, 'temporal'>): Promise<TemporalFacts> {
  const { connection } = connectTemporalClient(temporal);
  try {
    return await readTemporalFacts(connection, temporal, lookMs);
  } finally {
    await connection.close();
  }
}
