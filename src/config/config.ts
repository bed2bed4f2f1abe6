import type { TLSConfig } from '@temporalio/client';
import type { ApprovalRule } from '../domain/approvals/approval-policy.js';
import type { Profile } from '../domain/tools/profile.js';
import type { WatchRequest } from '../domain/subscriptions/watch-request.js';
import type { ApiKey } from './api-keys.js';
import type { AzureConfig } from './azure.js';
import type { EntraConfig } from './entra.js';
import type { KeyRing } from './key-ring.js';
import type { OauthConfig } from './oauth.js';
import type { RedisEndpoint } from './redis-url.js';
import type { Secret } from './secret.js';
import type { Variables } from './variables.js';

/** `api-key`: a key of ours. `entra`: a token of the tenant's Entra ID for us. `oauth`: a token of ours, after a sign-in. */
export type AuthWay = 'api-key' | 'entra' | 'oauth';

export type AuthConfig =
  | { readonly mode: 'none' }
  | {
      readonly mode: 'guarded';
      /** Every way of proving who calls that is accepted. */
      readonly ways: ReadonlySet<AuthWay>;
      /** Those of the configuration; others are made and kept in Redis. */
      readonly keys: readonly ApiKey[];
      /** Requests of one actor; 0: no limit. */
      readonly requestsPerMinute: number;
    };

export interface TemporalConfig {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** Where the Web UI shows the workflows of the namespace. */
  readonly uiUrl: string | null;
  readonly apiKey: Secret | null;
  /** What `Connection.connect` takes as `tls`; secret because it may hold a client's private key. */
  readonly tls: Secret<TLSConfig | boolean>;
  /** Extra gRPC headers (`TEMPORAL_GRPC_META_…`). */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Everything a process is told from outside, checked. Built once by `loadConfig`, handed on in parts. */
export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Pages of these origins may call. */
    readonly corsOrigins: readonly string[];
  };
  readonly mcp: {
    /** Of tools, where a host names none. */
    readonly profile: Profile;
    /** Lists of tools say what each answers. */
    readonly outputSchemas: boolean;
    /** What a result holds: text and data, or the text alone. */
    readonly results: 'both' | 'text';
  };
  readonly mail: {
    /** https origins whose files may be attached by their address; none: no file is. */
    readonly attachmentOrigins: readonly string[];
  };
  /** No operation writes; sync goes on. */
  readonly isReadOnly: boolean;
  readonly approvals: {
    /** Who is asked before what; where none fits, agents on their own are asked. */
    readonly rules: readonly ApprovalRule[];
    /** So long a person has to decide. */
    readonly ttlMs: number;
  };
  /** Of times where a call names no zone; IANA name. */
  readonly timeZone: string;
  /** Under what is posted in Teams; null: nothing. */
  readonly agentSignature: string | null;
  /** Entries kept in the audit log; 0: none. */
  readonly audit: { readonly max: number };
  readonly auth: AuthConfig;
  readonly entra: EntraConfig;
  /** Our authorization server; null: there is none. */
  readonly oauth: OauthConfig | null;
  readonly redis: RedisEndpoint & {
    readonly namespace: string;
    /** How many replicas must have a task write before it is answered; 0: none. */
    readonly wait: { readonly replicas: number; readonly timeoutMs: number };
  };
  readonly temporal: TemporalConfig;
  readonly payloadEncryption: {
    /** What goes to Temporal is encrypted; what comes from it is decrypted in any case. */
    readonly isOn: boolean;
    /** Null: a key of the data folder is used. */
    readonly keys: KeyRing | null;
  };
  readonly azure: AzureConfig;
  /** Seal what Redis must not hold in the clear; null: a key is made in the data folder. */
  readonly vault: { readonly keys: KeyRing | null };
  readonly graph: {
    /** An origin, without version. */
    readonly baseUrl: string;
    /** Where people open tasks of a Graph that is not Microsoft's. */
    readonly boardUrl: string | null;
    /** What all replicas together may ask of Graph; null: no limit. */
    readonly requestsPerMinute: number | null;
  };
  readonly logins: {
    /** What people are asked to allow; null: what Tandem needs. */
    readonly permissions: readonly string[] | null;
    /** Origins besides the public one at which Microsoft may send a browser back. */
    readonly callbackBaseUrls: readonly string[];
    /** Microsoft may send a browser back to this machine, whatever the port. */
    readonly allowsLoopback: boolean;
    /** Callers may be given Microsoft's own codes and tokens. */
    readonly exposesGraphTokens: boolean;
  };
  readonly notifications: {
    /** Whether agents get the changed resource or only its id. */
    readonly content: Variables['NOTIFICATIONS_CONTENT'];
    /** POSTs of notifications a second from one address. */
    readonly ratePerSecond: number;
    /** Proxies in front of the server whose `X-Forwarded-For` is believed. */
    readonly trustedProxies: number;
    /** Certificates for encrypted content, the current one first; none: one is made in the data folder. */
    readonly certificates: readonly {
      readonly certificatePath: string;
      readonly keyPath: string;
    }[];
  };
  readonly webhook: {
    /** Origin at which Graph reaches this server, without a trailing slash; null: it cannot notify us. */
    readonly publicBaseUrl: string | null;
    /** What Graph is to notify about from the start. */
    readonly subscriptions: readonly WatchRequest[];
  };
  readonly plans: {
    readonly defaultPlanId: string | null;
    /** Plans linked from the start, the default one among them. */
    readonly planIds: readonly string[];
    readonly autoLink: boolean;
  };
  /** When deletions by people stop their plan: above both limits within the window. */
  readonly deleteBrake: {
    readonly percent: number;
    readonly tasks: number;
    readonly windowMs: number;
  };
  readonly watch: {
    readonly intervalMinMs: number;
    readonly intervalMaxMs: number;
    /** While people work in a plan, the names of it, its buckets and labels are read again after this time. */
    readonly namesIntervalMs: number;
    /** Planner's delta queries are to be used where Graph answers them; they are a beta. */
    readonly isDeltaOn: boolean;
    /** A task's details are read again after as long as it has not changed, within these bounds. */
    readonly detailsRotation: { readonly minMs: number; readonly maxMs: number };
  };
  readonly limits: {
    readonly title: number;
    readonly description: number;
    readonly checklist: number;
    readonly references: number;
    readonly assignees: number;
  };
  /** How long what Graph says of people, groups and plans is kept, and how much longer for when Graph is away. */
  readonly metadata: { readonly ttlMs: number; readonly graceMs: number };
  /** Operations kept per task. */
  readonly history: { readonly perTask: number };
  readonly log: { readonly level: Variables['LOG_LEVEL'] };
  readonly dataDir: string;
  /** `NODE_ENV=production`: keys are given, never made. */
  readonly isProduction: boolean;
}
