import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { AuditLog } from '../access/audit-log.js';
import { createCurrentCaller } from '../access/current-caller.js';
import { createKeyStore } from '../access/key-store.js';
import type { Vault } from '../accounts/vault/vault.js';
import { createApprovalStore } from '../approvals/approval-store.js';
import type { ApprovalStarter } from '../approvals/approval-starter.js';
import type { ApprovalSteps } from '../approvals/approval-steps.js';
import { createApprovals, type Approvals } from '../approvals/approvals.js';
import type { Config } from '../config/config.js';
import {
  createApprovalsEndpoint,
  type ApprovalsEndpoint,
} from '../http/approvals/approvals-endpoint.js';
import { openVisitors } from '../http/approvals/open-visitors.js';
import { createSignedInVisitors } from '../http/approvals/signed-in-visitors.js';
import type { OauthEndpoint } from '../http/oauth/oauth-endpoint.js';
import { createApprovalSteps } from '../operations/approvals/approval-steps.js';
import { operations } from '../operations/registry.js';
import type { Alerts } from '../tasks/alerts.js';
import type { Keys } from '../tasks/keys.js';
import type { composeActions } from './action-parts.js';

interface ApprovalParts {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly audit: Pick<AuditLog, 'note'>;
  readonly logger: Logger;
}

/** What waits for people, in the server. */
export function composeApprovals(
  parts: ApprovalParts & {
    readonly flows: ApprovalStarter;
    /** Where this server listens, for people on the same machine. */
    readonly ownBaseUrl: () => string;
  },
): Approvals {
  const { config, flows, audit, ownBaseUrl, logger } = parts;
  const publicUrl = config.oauth?.issuer ?? config.webhook.publicBaseUrl;
  return createApprovals({
    ...parts,
    store: createApprovalStore(parts),
    flows,
    ...config.approvals,
    baseUrl: () => publicUrl ?? ownBaseUrl(),
    audit,
    onLost: (error) =>
      logger.warn({ err: error }, 'A decision is kept, and told to Temporal when it is back'),
    now: Date.now,
  });
}

/** The page for them. */
export function composeApprovalsPage(parts: {
  readonly config: Config;
  readonly approvals: Approvals;
  readonly oauth: OauthEndpoint | null;
  readonly logger: Logger;
}): ApprovalsEndpoint {
  const { config, approvals, oauth, logger } = parts;
  return createApprovalsEndpoint({
    approvals,
    visitors:
      oauth !== null && config.oauth !== null
        ? createSignedInVisitors(oauth, config.oauth)
        : config.auth.mode === 'none'
          ? openVisitors
          : null,
    publicOrigin: config.oauth?.issuer ?? config.webhook.publicBaseUrl,
    trustedProxies: config.notifications.trustedProxies,
    logger,
  });
}

/** What a worker does for approvals. */
export function approvalSteps(
  parts: ApprovalParts & {
    readonly actions: ReturnType<typeof composeActions>;
    readonly alerts: Alerts;
  },
): ApprovalSteps {
  const { config, redis, keys, audit, alerts } = parts;
  const { actions, ...actionDeps } = parts.actions;
  const { auth } = config;
  return createApprovalSteps({
    store: createApprovalStore(parts),
    actionDeps,
    findOperation: (name) => operations.find((one) => one.name === name) ?? null,
    currentCaller: createCurrentCaller({
      keys: createKeyStore({ redis, keys, auditMax: 0, now: Date.now }),
      configured: auth.mode === 'none' ? [] : auth.keys.map(({ name }) => name),
      isOpen: auth.mode === 'none',
      now: Date.now,
    }),
    rules: config.approvals.rules,
    isReadOnly: config.isReadOnly,
    actions,
    audit,
    onUnknown: (approvalId, operation) =>
      alerts.raise({
        kind: 'outcome_unknown',
        severity: 'warning',
        subject: approvalId,
        message: `Whether ${operation} was done after its approval is not known`,
        advice: 'Look at Microsoft whether it was done, and tell whoever asked.',
        at: new Date().toISOString(),
      }),
    now: Date.now,
  });
}
