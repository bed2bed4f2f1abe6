import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutEmpty } from './without-empty.js';

/** What `npm start` notes in the lock of its data folder while it runs: where things can be reached, by name. */
export function readRunningStack(dataDir: string): ReadonlyMap<string, string> {
  try {
    const lock: unknown = JSON.parse(readFileSync(join(dataDir, 'lock.json'), 'utf8'));
    const notes = typeof lock === 'object' && lock !== null && 'notes' in lock ? lock.notes : null;
    return new Map(
      Object.entries(notes ?? {}).flatMap(([name, place]) =>
        typeof place === 'string' ? [[name, place]] : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** The environment with the Redis of the running `npm start`, where no other one is configured. */
export function withRunningRedis(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const env = withoutEmpty(environment);
  const redis = readRunningStack(env['TANDEM_DATA_DIR'] ?? '.tandem').get('Redis');
  const isConfigured = env['REDIS_URL'] !== undefined || env['REDIS_HOST'] !== undefined;
  return isConfigured || redis === undefined ? env : { ...env, REDIS_URL: redis };
}
