import { isAnySet } from './environment.mjs';
import { readLock } from './lock.mjs';

/** What is configured for one of them leaves out what was started for all of them. */
const alternatives = [
  { configured: ['REDIS_URL', 'REDIS_HOST'], started: ['REDIS_URL'] },
  {
    configured: ['TEMPORAL_ADDRESS', 'TEMPORAL_PROFILE', 'TEMPORAL_CONFIG_FILE'],
    started: ['TEMPORAL_ADDRESS', 'TEMPORAL_UI_URL'],
  },
  {
    configured: ['AZURE_CLIENT_ID', 'GRAPH_BASE_URL'],
    started: [
      'GRAPH_BASE_URL',
      'PLANNER_WEB_URL',
      'AZURE_AUTHORITY_HOST',
      'AZURE_TENANT_ID',
      'AZURE_CLIENT_ID',
      'AZURE_CLIENT_SECRET',
      'DEFAULT_PLANNER_PLAN_ID',
    ],
  },
  { configured: ['PUBLIC_BASE_URL', 'WEBHOOK_DOMAIN'], started: ['PUBLIC_BASE_URL'] },
];

/**
 * The environment that server and worker of the running `npm start` have; what it did not bring up itself is configured.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} dataDir
 * @returns {NodeJS.ProcessEnv}
 */
export function withRunningStack(env, dataDir) {
  const brought = { ...readLock(dataDir)?.environment };
  for (const { configured, started } of alternatives) {
    if (!isAnySet(env, configured)) continue;
    for (const name of started) delete brought[name];
  }
  return { ...env, ...brought };
}
