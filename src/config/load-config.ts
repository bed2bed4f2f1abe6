import { toAzure } from './azure.js';
import type { AuthConfig, Config } from './config.js';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { toRedisEndpoint } from './redis-endpoint.js';
import { toOauth } from './oauth.js';
import { toNotifiedUrl, toPublicBaseUrl } from './public-base-url.js';
import { checkRules, isProduction, type Given } from './rules.js';
import { Secret } from './secret.js';
import { findMisspellings } from './spelling.js';
import { loadTemporalConnection } from './temporal-connection.js';
import { variables, type Variables } from './variables.js';
import { withoutEmpty } from './without-empty.js';

const longestTitle = 255;

const defaultTemporal: Omit<Config['temporal'], 'taskQueue' | 'uiUrl'> = {
  address: '127.0.0.1:7233',
  namespace: 'default',
  apiKey: null,
  tls: new Secret(false),
  metadata: {},
};

/**
 * Reads and checks the environment; composition roots pass `process.env`. An empty variable counts as unset.
 * Throws a ConfigError that lists every problem with the variable's name and what to write.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const { config, problems } = readConfig(environment);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/**
 * The same, as far as it can be read: what has a problem has its default, and is empty where there is none. Only for those
 * who tell the problems and leave alone what they touch.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
} {
  const env = withoutEmpty(environment);
  const isSet = (name: string) => env[name] !== undefined;
  const { given, problems } = readVariables(env);
  const temporal = loadTemporalConnection(env);
  return {
    problems: [
      ...problems,
      ...checkRules(given, isSet),
      ...('problems' in temporal ? temporal.problems : []),
      ...findMisspellings(Object.keys(env), Object.keys(variables.shape)).map(
        ({ written, meant }) => ({
          variable: written,
          message: `is unknown: did you mean ${meant}?`,
        }),
      ),
    ],
    config: toConfig(
      {
        ...variables.parse({}),
        ...given,
        AZURE_TENANT_ID: given.AZURE_TENANT_ID ?? '',
        AZURE_CLIENT_ID: given.AZURE_CLIENT_ID ?? '',
      },
      'problems' in temporal ? defaultTemporal : temporal.connection,
    ),
  };
}

/** Field by field, so that the rules over several variables can judge the good ones when another is bad. */
function readVariables(env: Readonly<Record<string, string>>): {
  given: Given;
  problems: ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [variable, field] of Object.entries(variables.shape)) {
    const result = field.safeParse(env[variable]);
    if (result.success) values[variable] = result.data;
    else problems.push(...result.error.issues.map(({ message }) => ({ variable, message })));
  }
  return { given: values, problems };
}

type Required = 'AZURE_TENANT_ID' | 'AZURE_CLIENT_ID';
type Complete = Omit<Variables, Required> & { [Name in Required]: NonNullable<Variables[Name]> };

function toConfig(
  given: Complete,
  temporal: Omit<Config['temporal'], 'taskQueue' | 'uiUrl'>,
): Config {
  const defaultPlanId = given.DEFAULT_PLANNER_PLAN_ID ?? null;
  const firstPlans = defaultPlanId === null ? [] : [defaultPlanId];
  return {
    http: { host: given.HOST, port: given.PORT, corsOrigins: given.CORS_ORIGINS },
    mcp: {
      profile: given.MCP_PROFILE,
      outputSchemas: given.MCP_OUTPUT_SCHEMAS,
      results: given.MCP_RESULTS,
    },
    mail: { attachmentOrigins: given.ATTACHMENT_ORIGINS },
    isReadOnly: given.READ_ONLY,
    approvals: { rules: given.APPROVALS, ttlMs: given.APPROVAL_TTL_MS },
    timeZone: given.DEFAULT_TIME_ZONE,
    agentSignature: given.AGENT_SIGNATURE === 'off' ? null : given.AGENT_SIGNATURE,
    audit: { max: given.AUDIT_LOG_MAX },
    auth: toAuth(given),
    entra: {
      appIdUris: given.ENTRA_AUDIENCE ?? [`api://${given.AZURE_CLIENT_ID}`],
      userScope: given.ENTRA_SCOPE,
      permissions: given.ENTRA_PERMISSIONS ?? new Map(),
      appNames: given.ENTRA_APPS ?? new Map(),
    },
    oauth: toOauth(given),
    redis: {
      ...toRedisEndpoint(given),
      namespace: given.REDIS_NAMESPACE,
      wait: { replicas: given.REDIS_WAIT_REPLICAS, timeoutMs: given.REDIS_WAIT_TIMEOUT_MS },
    },
    temporal: {
      ...temporal,
      taskQueue: given.TEMPORAL_TASK_QUEUE,
      uiUrl: toWorkflowsUrl(given.TEMPORAL_UI_URL, temporal.namespace),
    },
    payloadEncryption: {
      isOn: given.PAYLOAD_ENCRYPTION === 'on',
      keys: given.PAYLOAD_ENCRYPTION_KEY ?? null,
    },
    azure: toAzure(given),
    vault: { keys: given.TOKEN_ENCRYPTION_KEY ?? null },
    graph: {
      baseUrl: given.GRAPH_BASE_URL ?? 'https://graph.microsoft.com',
      boardUrl: given.PLANNER_WEB_URL ?? null,
      requestsPerMinute: given.GRAPH_REQUESTS_PER_MINUTE ?? null,
    },
    webhook: {
      publicBaseUrl: toNotifiedUrl(
        toPublicBaseUrl(given.PUBLIC_BASE_URL, given.WEBHOOK_DOMAIN),
        given.GRAPH_BASE_URL,
      ),
      subscriptions: given.SUBSCRIPTIONS,
    },
    logins: {
      permissions: given.GRAPH_SCOPES ?? null,
      callbackBaseUrls: given.CALLBACK_BASE_URLS,
      allowsLoopback: given.NODE_ENV !== 'production',
      exposesGraphTokens: given.EXPOSE_GRAPH_TOKENS,
    },
    notifications: {
      content: given.NOTIFICATIONS_CONTENT,
      ratePerSecond: given.WEBHOOK_RATE_LIMIT,
      trustedProxies: given.WEBHOOK_TRUSTED_PROXIES,
      certificates: given.WEBHOOK_CERTIFICATE_PATH.map((certificatePath, at) => ({
        certificatePath,
        keyPath: given.WEBHOOK_KEY_PATH[at] ?? certificatePath,
      })),
    },
    plans: {
      defaultPlanId,
      planIds: [...new Set([...firstPlans, ...given.PLANNER_PLAN_IDS])],
      autoLink: given.AUTO_LINK_PLANS ?? given.AUTH_MODE.size === 0,
    },
    deleteBrake: {
      percent: given.DELETE_BRAKE_PERCENT,
      tasks: given.DELETE_BRAKE_TASKS,
      windowMs: given.DELETE_BRAKE_WINDOW_MS,
    },
    watch: {
      intervalMinMs: given.WATCH_INTERVAL_MIN_MS,
      intervalMaxMs: given.WATCH_INTERVAL_MAX_MS,
      namesIntervalMs: given.WATCH_NAMES_INTERVAL_MS,
      isDeltaOn: given.PLANNER_DELTA === 'on',
      detailsRotation: {
        minMs: given.DETAILS_ROTATION_MS,
        maxMs: given.DETAILS_ROTATION_MAX_MS,
      },
    },
    limits: {
      title: longestTitle,
      description: given.MAX_DESCRIPTION,
      checklist: given.MAX_CHECKLIST_ITEMS,
      references: given.MAX_REFERENCES,
      assignees: given.MAX_ASSIGNEES,
    },
    metadata: { ttlMs: given.METADATA_TTL_MS, graceMs: given.METADATA_GRACE_MS },
    history: { perTask: given.HISTORY_PER_TASK },
    log: { level: given.LOG_LEVEL },
    dataDir: given.TANDEM_DATA_DIR,
    isProduction: isProduction(given),
  };
}

function toWorkflowsUrl(uiUrl: string | undefined, namespace: string): string | null {
  if (uiUrl === undefined) return null;
  return `${uiUrl.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows`;
}

function toAuth(given: Complete): AuthConfig {
  return given.AUTH_MODE.size === 0
    ? { mode: 'none' }
    : {
        mode: 'guarded',
        ways: given.AUTH_MODE,
        keys: given.API_KEYS ?? [],
        requestsPerMinute: given.RATE_LIMIT_PER_MINUTE,
      };
}
