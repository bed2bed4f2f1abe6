import { isAnySet } from './environment.mjs';

/** What says where this server is reached; without them it is reached on this machine alone. */
export const addressVariables = ['PUBLIC_BASE_URL', 'WEBHOOK_DOMAIN'];

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether the emulator plays Microsoft, because nothing names another Graph
 */
function usesEmulator(env) {
  return !isAnySet(env, ['AZURE_CLIENT_ID', 'GRAPH_BASE_URL']);
}

/**
 * The environment with words in the place of what the emulator will bring, so that the rest of it can be judged before
 * anything is started.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withStandIns(env) {
  if (!usesEmulator(env)) return env;
  return {
    ...env,
    AZURE_TENANT_ID: '00000000-0000-0000-0000-000000000000',
    AZURE_CLIENT_ID: 'emulator',
    AZURE_CLIENT_SECRET: '-',
    ...(!isAnySet(env, addressVariables) && { PUBLIC_BASE_URL: 'https://localhost' }),
  };
}
