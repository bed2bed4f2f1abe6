import { Connection } from '@temporalio/client';
import type { Config } from '../../config/config.js';
import type { TemporalFacts } from '../../diagnosis/judge-temporal.js';
import { connectionOptions } from '../../temporal/connect-client.js';
import { readTemporalFacts } from '../../temporal/read-temporal-facts.js';

/** Looks with a connection of its own, which only reads, repeats nothing and is closed again. */
export async function lookAtTemporal(
  { temporal }: Pick<Config, 'temporal'>,
  limitMs: number,
): Promise<TemporalFacts> {
  const connection = Connection.lazy({ ...connectionOptions(temporal), interceptors: [] });
  try {
    return await readTemporalFacts(connection, temporal, limitMs);
  } finally {
    await connection.close();
  }
}
