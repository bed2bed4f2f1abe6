import { azureRules } from './azure.js';
import type { ConfigProblem } from './config-error.js';
import { isGuid } from './entra.js';
import { oauthRules } from './oauth.js';
import { isMicrosofts, toPublicBaseUrl } from './public-base-url.js';
import type { Variables } from './variables.js';

/** What was given and could be read; a variable with a problem of its own is absent. */
export type Given = Partial<Variables>;

/** Rules over several variables. Each says nothing when one that it needs is missing or already reported. */
export function checkRules(given: Given, isSet: (name: string) => boolean): ConfigProblem[] {
  return [
    ...authRules(given, isSet),
    ...mcpRules(given),
    ...entraRules(given, isSet),
    ...oauthRules(given, isSet, isProduction(given)),
    ...addressRules(given),
    ...redisRules(given, isSet),
    ...azureRules(given, isSet),
    ...vaultRules(given, isSet),
    ...temporalRules(isSet),
    ...payloadRules(given, isSet),
    ...watchRules(given),
    ...certificateRules(given),
    ...webhookRules(given),
  ];
}

function mcpRules({ MCP_OUTPUT_SCHEMAS: schemas, MCP_RESULTS: results }: Given): ConfigProblem[] {
  if (schemas !== true || results !== 'text') return [];
  const message =
    'write both: with MCP_OUTPUT_SCHEMAS hosts expect the data that the schemas describe';
  return [{ variable: 'MCP_RESULTS', message }];
}

function authRules(given: Given, isSet: (name: string) => boolean): ConfigProblem[] {
  if (given.AUTH_MODE?.has('api-key') === false && isSet('API_KEYS')) {
    return [
      {
        variable: 'AUTH_MODE',
        message: 'write api-key: API_KEYS are set, but nothing would ask for them',
      },
    ];
  }
  if (given.AUTH_MODE?.size === 0 && given.HOST !== undefined && !isLoopback(given.HOST)) {
    const message = `write api-key: with none, HOST has to be loopback, and ${given.HOST} is open to the network`;
    return [{ variable: 'AUTH_MODE', message }];
  }
  return [];
}

function entraRules(given: Given, isSet: (name: string) => boolean): ConfigProblem[] {
  const { AUTH_MODE: ways, AZURE_TENANT_ID: tenant } = given;
  if (ways === undefined) return [];
  if (!ways.has('entra')) {
    const unread = ['ENTRA_AUDIENCE', 'ENTRA_PERMISSIONS', 'ENTRA_APPS'].filter(isSet);
    if (unread.length === 0) return [];
    const message = `write entra: ${unread.join(', ')} ${unread.length === 1 ? 'is' : 'are'} set, but nothing would read it`;
    return [{ variable: 'AUTH_MODE', message }];
  }
  if (tenant === undefined || isGuid(tenant)) return appNameRules(given);
  const message = `write the directory (tenant) id, not ${tenant}: with AUTH_MODE entra tokens name their issuer by it`;
  return [{ variable: 'AZURE_TENANT_ID', message }, ...appNameRules(given)];
}

/** What is written by one must not look like written by the other. */
function appNameRules({ ENTRA_APPS: apps, API_KEYS: keys = [] }: Given): ConfigProblem[] {
  const names = [...(apps?.values() ?? [])];
  const isTaken = (name: string, at: number) =>
    names.indexOf(name) !== at || keys.some((key) => key.name === name);
  return names.filter(isTaken).map((name) => ({
    variable: 'ENTRA_APPS',
    message: `write another name than "${name}": an app or a key is called so already`,
  }));
}

/** Tokens are for an address, and the Host header of a stranger is nobody's word. */
function addressRules({
  AUTH_MODE,
  HOST,
  PUBLIC_BASE_URL,
  WEBHOOK_DOMAIN,
}: Given): ConfigProblem[] {
  const isForTokens = AUTH_MODE?.has('entra') === true && !AUTH_MODE.has('oauth');
  if (!isForTokens || HOST === undefined || isLoopback(HOST)) return [];
  if (PUBLIC_BASE_URL !== undefined || WEBHOOK_DOMAIN !== undefined) return [];
  const message =
    'is missing: write the origin at which callers reach this server; their tokens are for it';
  return [{ variable: 'PUBLIC_BASE_URL', message }];
}

export function redisRules(given: Given, isSet: (name: string) => boolean): ConfigProblem[] {
  const parts = [
    'REDIS_HOST',
    'REDIS_PORT',
    'REDIS_USERNAME',
    'REDIS_PASSWORD',
    'REDIS_TLS',
  ].filter(isSet);
  const isPlain = given.REDIS_URL === undefined ? given.REDIS_TLS !== true : !given.REDIS_URL.tls;
  if (given.REDIS_TLS_CA !== undefined && isPlain) {
    const message = 'needs TLS: write rediss:// in REDIS_URL, or REDIS_TLS=true';
    return [{ variable: 'REDIS_TLS_CA', message }];
  }
  if (!isSet('REDIS_URL') || parts.length === 0) return [];
  return [{ variable: 'REDIS_URL', message: `write either this or ${parts.join(', ')}, not both` }];
}

function vaultRules(given: Given, isSet: (name: string) => boolean): ConfigProblem[] {
  if (!isProduction(given) || isSet('TOKEN_ENCRYPTION_KEY')) return [];
  const message =
    'is missing: with NODE_ENV=production no key is made. Write id:key, for instance k1:$(openssl rand -base64 32), the same for every server and worker';
  return [{ variable: 'TOKEN_ENCRYPTION_KEY', message }];
}

function temporalRules(isSet: (name: string) => boolean): ConfigProblem[] {
  const both = ['CLIENT_CERT', 'CLIENT_KEY', 'SERVER_CA_CERT']
    .map((part) => `TEMPORAL_TLS_${part}`)
    .filter((name) => isSet(`${name}_PATH`) && isSet(`${name}_DATA`))
    .map((name) => ({
      variable: `${name}_PATH`,
      message: `write either this or ${name}_DATA, not both`,
    }));
  const hasPart = (part: string) =>
    isSet(`TEMPORAL_TLS_${part}_PATH`) || isSet(`TEMPORAL_TLS_${part}_DATA`);
  if (hasPart('CLIENT_CERT') === hasPart('CLIENT_KEY')) return both;
  const missing = hasPart('CLIENT_CERT') ? 'CLIENT_KEY' : 'CLIENT_CERT';
  const message = 'is missing: a client certificate and its key go together';
  return [...both, { variable: `TEMPORAL_TLS_${missing}_PATH`, message }];
}

function payloadRules(given: Given, isSet: (name: string) => boolean): ConfigProblem[] {
  if (given.PAYLOAD_ENCRYPTION !== 'on' || isSet('PAYLOAD_ENCRYPTION_KEY')) return [];
  if (!isProduction(given)) return [];
  const message =
    'is missing: PAYLOAD_ENCRYPTION is on, and with NODE_ENV=production no key is made. Write id:key for every server and worker alike (openssl rand -base64 32 makes a key)';
  return [{ variable: 'PAYLOAD_ENCRYPTION_KEY', message }];
}

/** Whether this is for real: then nothing is made up that has to be kept. */
export function isProduction({ NODE_ENV: environment }: Given): boolean {
  return environment === 'production';
}

function watchRules(given: Given): ConfigProblem[] {
  return [
    ...atMost(given, 'WATCH_INTERVAL_MIN_MS', 'WATCH_INTERVAL_MAX_MS'),
    ...atMost(given, 'DETAILS_ROTATION_MS', 'DETAILS_ROTATION_MAX_MS'),
  ];
}

type Duration =
  | 'WATCH_INTERVAL_MIN_MS'
  | 'WATCH_INTERVAL_MAX_MS'
  | 'DETAILS_ROTATION_MS'
  | 'DETAILS_ROTATION_MAX_MS';

function atMost(given: Given, shorter: Duration, longer: Duration): ConfigProblem[] {
  const min = given[shorter];
  const max = given[longer];
  if (min === undefined || max === undefined || min <= max) return [];
  const message = `write at most ${longer} (${max}), not ${min}`;
  return [{ variable: shorter, message }];
}

function certificateRules(given: Given): ConfigProblem[] {
  const { WEBHOOK_CERTIFICATE_PATH: certificates = [], WEBHOOK_KEY_PATH: keys = [] } = given;
  // A key may stand in the same file as its certificate.
  if (keys.length === 0 || keys.length === certificates.length) return [];
  const message = `write one key for each of the ${certificates.length} files of WEBHOOK_CERTIFICATE_PATH, not ${keys.length}`;
  return [{ variable: 'WEBHOOK_KEY_PATH', message }];
}

function webhookRules(given: Given): ConfigProblem[] {
  const { PUBLIC_BASE_URL: url, WEBHOOK_DOMAIN: domain, GRAPH_BASE_URL: graph } = given;
  if (url === undefined) return [];
  if (domain !== undefined && toPublicBaseUrl(undefined, domain) !== url) {
    const message = `write only this: WEBHOOK_DOMAIN (${domain}) names another address`;
    return [{ variable: 'PUBLIC_BASE_URL', message }];
  }
  // Hosts have a stricter rule, which knows of rehearsals: see oauthRules.
  const isForHosts = given.AUTH_MODE?.has('oauth') === true;
  if (url.startsWith('http:') && isMicrosofts(graph) && !isForHosts) {
    const message = 'write an https origin: Microsoft Graph notifies no other';
    return [{ variable: 'PUBLIC_BASE_URL', message }];
  }
  return [];
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
