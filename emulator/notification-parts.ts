import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Router } from 'express';
import { createNotificationControl } from './control/notification-control.js';
import type { EmulatorCore } from './emulator-core.js';
import { createValidationTokens } from './entra/validation-tokens.js';
import type { GraphRoute } from './graph/route.js';
import { createNotificationService } from './notifications/notification-service.js';
import { createPoster } from './notifications/post.js';
import type { SettingsHolder } from './settings.js';
import { shakeHands } from './subscriptions/handshake.js';
import { resolveResource } from './subscriptions/resolve-resource.js';
import { createSubscriptionRoutes } from './subscriptions/subscription-routes.js';
import type {
  SubscriptionService,
  SubscriptionViolation,
} from './subscriptions/subscription-service.js';

/** Change notifications of an emulator: their part of Graph, their part of the control API, and what runs behind both. */
export interface NotificationParts {
  readonly routes: readonly GraphRoute[];
  readonly control: Router;
  /** Looks at once what is due. */
  wake(): void;
  close(): Promise<void>;
}

const newGuid = (): string => randomUUID();

/** Goes on where the stored state left off. */
export async function startNotifications(options: {
  readonly core: EmulatorCore;
  readonly settings: SettingsHolder;
  readonly caFile: string;
  readonly now: () => Date;
}): Promise<NotificationParts> {
  const { core, settings, now } = options;
  const { state, store, tenant, keys } = core;
  const commit = (): void => store.commit();
  const poster = createPoster(await readFile(options.caFile, 'utf8'));
  const validationTokens = createValidationTokens({ tenant, keys, now });
  const notifications = createNotificationService({
    subscriptions: state.subscriptions,
    pending: state.pendingNotifications,
    tenantId: tenant.id,
    post: poster.post,
    issueValidationToken: (audience) => validationTokens.issue(audience),
    settings: settings.get,
    now,
    random: Math.random,
    newGuid,
    commit,
  });
  core.changes.listen((change) => notifications.hear(change));
  const violations: SubscriptionViolation[] = [];
  const service: SubscriptionService = {
    subscriptions: state.subscriptions,
    resolve: (path) => resolveResource(state, path),
    settings: settings.get,
    now,
    newGuid,
    shakeHands: (address) =>
      shakeHands(address, {
        post: poster.post,
        newGuid,
        timeoutMs: () => settings.get().handshakeTimeoutMs,
      }),
    note: (violation) => violations.push(violation),
    changed: () => notifications.wake(),
  };
  return {
    routes: createSubscriptionRoutes(service),
    control: createNotificationControl({
      notifications,
      subscriptions: state.subscriptions,
      pending: state.pendingNotifications,
      settings,
      validationTokens,
      tenantId: tenant.id,
      post: poster.post,
      announceChange: core.changes.announceChange,
      violations: () => violations,
      newGuid,
      now,
      commit,
    }),
    wake: () => notifications.wake(),
    async close() {
      const silence = notifications.close();
      poster.close();
      await silence;
    },
  };
}
