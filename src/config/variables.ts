import { z } from 'zod';
import { apiKeys } from './api-keys.js';
import { usualRules } from '../domain/approvals/approval-policy.js';
import { approvalRules } from './approvals.js';
import { authMode } from './auth-mode.js';
import { appIdUris, entraApps, entraPermissions } from './entra.js';
import {
  boolean,
  certificateFile,
  httpsOrigin,
  httpsOriginList,
  integer,
  listOf,
  oneOf,
  originList,
  secret,
  textWith,
  timeZone,
  toolProfile,
  webOrigin,
} from './fields.js';
import { keyRing } from './key-ring.js';
import { scopeList } from './oauth.js';
import { redisUrl } from './redis-url.js';
import { subscriptions } from './subscriptions.js';

const anyText = () => z.string();
const planId = /^[A-Za-z0-9_-]{1,64}$/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const oneDayMs = 86_400_000;

/**
 * Every environment variable that Tandem reads; `.env.example` explains each. Optional ones have their default in
 * `loadConfig`, where it may depend on others.
 */
export const variables = z.object({
  PORT: integer({ min: 0, max: 65_535 }).default(8000),
  HOST: textWith(/^[A-Za-z0-9.:_-]+$/, 'a host name or address, for instance 127.0.0.1').default(
    '127.0.0.1',
  ),
  AUTH_MODE: authMode().default(new Set()),
  API_KEYS: apiKeys().optional(),
  ENTRA_AUDIENCE: appIdUris().optional(),
  ENTRA_SCOPE: textWith(
    /^[A-Za-z0-9._-]{1,120}$/,
    "a scope's name, for instance access_as_user",
  ).default('access_as_user'),
  ENTRA_PERMISSIONS: entraPermissions().optional(),
  ENTRA_APPS: entraApps().optional(),
  OAUTH_PERSON_SCOPES: scopeList().optional(),
  OAUTH_OPERATORS: listOf(/^[^\s"]{1,256}$/, "people's sign-in names or object ids").default([]),
  OAUTH_TENANTS: listOf(guid, 'directory (tenant) ids').optional(),
  OAUTH_LOOPBACK_DOCUMENTS: boolean().default(false),
  MCP_PROFILE: toolProfile().prefault('core'),
  MCP_OUTPUT_SCHEMAS: boolean().default(false),
  MCP_RESULTS: oneOf(['both', 'text']).default('both'),
  READ_ONLY: boolean().default(false),
  APPROVALS: approvalRules().default(usualRules),
  APPROVAL_TTL_MS: integer({ min: 1_000, max: 7 * oneDayMs }).default(oneDayMs),
  RATE_LIMIT_PER_MINUTE: integer({ min: 0, max: 10_000_000 }).default(6000),
  CORS_ORIGINS: originList('https://app.example.com').default([]),
  ATTACHMENT_ORIGINS: httpsOriginList('https://files.example.com').default([]),
  AUDIT_LOG_MAX: integer({ min: 0, max: 10_000_000 }).default(100_000),

  REDIS_URL: redisUrl().optional(),
  REDIS_HOST: textWith(/^[^\s/@]+$/, 'a host name or address without scheme and port').optional(),
  REDIS_PORT: integer({ min: 1, max: 65_535 }).optional(),
  REDIS_USERNAME: anyText().optional(),
  REDIS_PASSWORD: secret().optional(),
  REDIS_TLS: boolean().optional(),
  REDIS_TLS_CA: certificateFile().optional(),
  REDIS_NAMESPACE: textWith(
    /^(\{[A-Za-z0-9_.-]{1,62}\}|[A-Za-z0-9_.-]{1,64})$/,
    'letters, digits, ".", "_" or "-", for instance annika, or {annika} on a Redis Cluster',
  ).default('annika'),

  REDIS_WAIT_REPLICAS: integer({ min: 0, max: 100 }).default(0),
  REDIS_WAIT_TIMEOUT_MS: integer({ min: 1, max: 4_000 }).default(1_000),

  TEMPORAL_ADDRESS: textWith(
    /^[^\s/@]+:\d{1,5}$/,
    'host:port, for instance 127.0.0.1:7233',
  ).optional(),
  TEMPORAL_NAMESPACE: textWith(/^\S{2,}$/, "a Temporal namespace's name").optional(),
  TEMPORAL_TASK_QUEUE: textWith(/^\S{1,200}$/, "a task queue's name").default('tandem'),
  TEMPORAL_UI_URL: textWith(
    /^https?:\/\/[^\s?#]+$/,
    'the address of the Web UI, for instance http://localhost:8233',
  ).optional(),
  TEMPORAL_CLI_PATH: anyText().optional(),
  TEMPORAL_API_KEY: secret().optional(),
  TEMPORAL_PROFILE: anyText().optional(),
  TEMPORAL_CONFIG_FILE: anyText().optional(),
  TEMPORAL_TLS: boolean().optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: anyText().optional(),
  TEMPORAL_TLS_CLIENT_CERT_DATA: anyText().optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: anyText().optional(),
  TEMPORAL_TLS_CLIENT_KEY_DATA: secret().optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: anyText().optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: anyText().optional(),
  TEMPORAL_TLS_SERVER_NAME: anyText().optional(),
  PAYLOAD_ENCRYPTION: oneOf(['on', 'off']).default('off'),
  PAYLOAD_ENCRYPTION_KEY: keyRing().optional(),

  AZURE_TENANT_ID: textWith(
    /^[A-Za-z0-9.-]+$/,
    'the directory (tenant) id of the app registration, or a domain of the tenant',
  ).optional(),
  AZURE_CLIENT_ID: textWith(
    /^[A-Za-z0-9-]+$/,
    'the application (client) id of the app registration',
  ).optional(),
  AZURE_CLIENT_SECRET: secret().optional(),
  AZURE_CLIENT_CERTIFICATE_PATH: anyText().optional(),
  AZURE_CLIENT_CERTIFICATE_KEY_PATH: anyText().optional(),
  AZURE_CLIENT_CERTIFICATE_PASSWORD: secret().optional(),
  AZURE_FEDERATED_TOKEN_FILE: anyText().optional(),
  AZURE_AUTHORITY_HOST: httpsOrigin('https://login.microsoftonline.us').default(
    'https://login.microsoftonline.com',
  ),
  GRAPH_BASE_URL: httpsOrigin('https://graph.microsoft.us').optional(),
  PLANNER_WEB_URL: textWith(
    /^https?:\/\/[^\s?#]+$/,
    'the address of a board, for instance http://localhost:8444',
  ).optional(),

  TOKEN_ENCRYPTION_KEY: keyRing().optional(),
  ALLOW_PASSWORD_FLOW: boolean().default(false),
  AGENT_USER_NAME: textWith(/^[^\s@]+@[^\s@]+$/, "the person's sign-in name").optional(),
  AGENT_PASSWORD: secret().optional(),
  AGENT_USER_ID: textWith(
    /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
    "the person's object id",
  ).optional(),

  GRAPH_SCOPES: listOf(
    /^[A-Za-z][\w.-]*$/,
    'names of delegated permissions, for instance Tasks.ReadWrite',
  ).optional(),
  CALLBACK_BASE_URLS: originList('https://tandem.example.com').default([]),
  EXPOSE_GRAPH_TOKENS: boolean().default(false),
  PUBLIC_BASE_URL: webOrigin('https://tandem.example.com').optional(),
  WEBHOOK_DOMAIN: textWith(
    /^[A-Za-z0-9.-]+(:\d{1,5})?$/,
    'a bare host, for instance tandem.example.com',
  ).optional(),

  SUBSCRIPTIONS: subscriptions().default([]),
  GRAPH_REQUESTS_PER_MINUTE: integer({ min: 20, max: 10_000_000 }).optional(),

  DEFAULT_PLANNER_PLAN_ID: textWith(
    planId,
    "a plan's id as in the address of its board",
  ).optional(),
  PLANNER_PLAN_IDS: listOf(planId, "plans' ids as in the addresses of their boards").default([]),
  AUTO_LINK_PLANS: boolean().optional(),
  WATCH_INTERVAL_MIN_MS: integer({ min: 50, max: oneDayMs }).default(2000),
  WATCH_INTERVAL_MAX_MS: integer({ min: 50, max: oneDayMs }).default(300_000),
  WATCH_NAMES_INTERVAL_MS: integer({ min: 1000, max: oneDayMs }).default(600_000),
  PLANNER_DELTA: oneOf(['on', 'off']).default('off'),
  DETAILS_ROTATION_MS: integer({ min: 1000, max: oneDayMs }).default(600_000),
  DETAILS_ROTATION_MAX_MS: integer({ min: 1000, max: 7 * oneDayMs }).default(oneDayMs),

  DELETE_BRAKE_PERCENT: integer({ min: 0, max: 100 }).default(20),
  DELETE_BRAKE_TASKS: integer({ min: 0, max: 1_000_000 }).default(10),
  DELETE_BRAKE_WINDOW_MS: integer({ min: 1_000, max: oneDayMs }).default(600_000),

  MAX_DESCRIPTION: integer({ min: 100, max: 1_000_000 }).default(32_768),
  MAX_CHECKLIST_ITEMS: integer({ min: 1, max: 100 }).default(20),
  MAX_REFERENCES: integer({ min: 1, max: 100 }).default(10),
  MAX_ASSIGNEES: integer({ min: 1, max: 100 }).default(20),

  DEFAULT_TIME_ZONE: timeZone().default('Etc/UTC'),
  AGENT_SIGNATURE: textWith(/^.{1,200}$/, 'one line of at most 200 characters, or off').default(
    'Sent by an agent through Tandem',
  ),
  METADATA_TTL_MS: integer({ min: 100, max: 7 * oneDayMs }).default(oneDayMs),
  METADATA_GRACE_MS: integer({ min: 0, max: 30 * oneDayMs }).default(oneDayMs),
  NOTIFICATIONS_CONTENT: oneOf(['resource', 'ids']).default('resource'),
  WEBHOOK_RATE_LIMIT: integer({ min: 1, max: 1_000_000 }).default(1000),
  WEBHOOK_TRUSTED_PROXIES: integer({ min: 0, max: 10 }).default(0),
  WEBHOOK_CERTIFICATE_PATH: listOf(/\S/, "certificates' PEM files, the current one first").default(
    [],
  ),
  WEBHOOK_KEY_PATH: listOf(/\S/, "PEM files of the certificates' keys, in the same order").default(
    [],
  ),

  HISTORY_PER_TASK: integer({ min: 1, max: 1000 }).default(50),

  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TANDEM_DATA_DIR: anyText().default('.tandem'),
  NODE_ENV: anyText().optional(),
});

export type Variables = z.infer<typeof variables>;
