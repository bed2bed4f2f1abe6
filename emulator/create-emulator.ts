import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import { openLocalAuthority } from './certificates/local-authority.js';
import { createControlRouter } from './control/control-router.js';
import { createDirectoryControl } from './control/directory-control.js';
import { createNotificationControl } from './control/notification-control.js';
import { openEmulatorCore, type EmulatorCore } from './emulator-core.js';
import { createAccessTokens, type AccessTokens } from './entra/access-tokens.js';
import { createEntraRouter } from './entra/entra-router.js';
import { createValidationTokens, type ValidationTokens } from './entra/validation-tokens.js';
import { createFaults, type Faults } from './graph/faults.js';
import { createGraphService } from './graph/graph-service.js';
import { createRequestLog, type RequestLog } from './graph/request-log.js';
import { createThrottling, type Throttling } from './graph/throttling.js';
import { createRouter } from './graph/router.js';
import { createBoardPage } from './http/board-page.js';
import { createGraphEndpoint } from './http/graph-endpoint.js';
import { listenOnLoopback } from './http/listeners.js';
import { createOutlookRoutes } from './outlook/outlook-routes.js';
import {
  createNotificationService,
  type NotificationService,
} from './notifications/notification-service.js';
import { createPoster, type Poster } from './notifications/post.js';
import { planOfRequest } from './planner/plan-of-request.js';
import { createDirectoryActions } from './directory/directory-actions.js';
import { createDirectoryRoutes } from './directory/directory-routes.js';
import { createDeltaRoutes } from './planner/delta/delta-routes.js';
import { createPlannerRoutes } from './planner/planner-routes.js';
import { createTeamsRoutes } from './teams/teams-routes.js';
import { createTodoRoutes } from './todo/todo-routes.js';
import {
  createSettingsHolder,
  type EmulatorSettingsPatch,
  type SettingsHolder,
} from './settings.js';
import { shakeHands } from './subscriptions/handshake.js';
import { createSubscriptionRoutes } from './subscriptions/subscription-routes.js';
import type {
  SubscriptionService,
  SubscriptionViolation,
} from './subscriptions/subscription-service.js';

const PERSON_TOKEN_SECONDS = 24 * 3600;
const PERSON_SCOPES = [
  'Calendars.ReadWrite',
  'Channel.Create',
  'Channel.ReadBasic.All',
  'ChannelMessage.Read.All',
  'ChannelMessage.ReadWrite',
  'ChannelMessage.Send',
  'Chat.Create',
  'Chat.ReadWrite',
  'ChatMessage.Send',
  'Group.Read.All',
  'Mail.ReadWrite',
  'Mail.Send',
  'Tasks.ReadWrite',
  'Team.ReadBasic.All',
  'TeamMember.Read.All',
  'User.Read',
];

interface EmulatorLogger {
  error(details: { err: unknown }, message: string): void;
}

export interface EmulatorOptions {
  /** Where the state is kept; without it, it ends with the process. */
  readonly dataDir?: string;
  /** 0, the default, takes a free one. */
  readonly httpsPort?: number;
  readonly httpPort?: number;
  /** Where the local certificate authority is kept, shared by all emulators that name the same folder. */
  readonly caDir: string;
  readonly settings?: EmulatorSettingsPatch;
  /** Told about failures that are the emulator's own. */
  readonly logger?: EmulatorLogger;
}

export interface Emulator {
  /** Origin of Graph and of Entra ID. */
  readonly graphUrl: string;
  /** Origin of the board page, the control API and Graph without TLS. */
  readonly boardUrl: string;
  readonly caFile: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly defaultPlanId: string;
  close(): Promise<void>;
}

const now = (): Date => new Date();
const monotonicMs = (): number => performance.now();

/** Starts a local Microsoft Graph (Planner) with its Entra ID on both loopback addresses. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const settings = createSettingsHolder(options.settings);
  const core = await openEmulatorCore({ dataDir: options.dataDir, now, settings: settings.get });
  const authority = await openLocalAuthority(options.caDir, now);

  // The tokens' audience holds the port, which is known once the listener stands.
  const graphApp = express();
  const leaf = await authority.issueLeaf();
  const graphListener = await listenOnLoopback(options.httpsPort ?? 0, leaf, graphApp);
  const graphUrl = `https://localhost:${graphListener.port}`;
  const { tenant, app, signingKey } = core;
  const tokens = await createAccessTokens({ tenant, signingKey, audience: graphUrl, now });
  const validationTokens = await createValidationTokens({ tenant, signingKey, now });
  const poster = createPoster(await readFile(authority.caFile, 'utf8'));
  const notifications = startNotifications({ core, settings, validationTokens, poster });
  const throttling = createThrottling(monotonicMs);
  const parts: Parts = {
    core,
    settings,
    tokens,
    validationTokens,
    poster,
    notifications,
    violations: [],
    faults: createFaults({
      random: Math.random,
      throttling,
      now: monotonicMs,
      answerMs: () => settings.get().latencyMs / 2,
    }),
    throttling,
    requestLog: createRequestLog(),
  };
  const endpoint = createEndpoint(parts);
  assemble(graphApp, [endpoint, createEntra(parts, graphUrl)], options.logger);
  const boardApp = express().use('/control', createControl(parts));
  assemble(boardApp, [endpoint, createBoardPage()], options.logger);
  const boardListener = await listenOnLoopback(options.httpPort ?? 0, undefined, boardApp);

  return {
    graphUrl,
    boardUrl: `http://localhost:${boardListener.port}`,
    caFile: authority.caFile,
    tenantId: tenant.id,
    clientId: app.appId,
    clientSecret: app.secret,
    defaultPlanId: core.defaultPlanId,
    async close() {
      await Promise.all([graphListener.close(), boardListener.close()]);
      const silence = notifications.close();
      poster.close();
      await silence;
      core.store.close();
    },
  };
}

interface Parts {
  readonly core: EmulatorCore;
  readonly settings: SettingsHolder;
  readonly tokens: AccessTokens;
  readonly validationTokens: ValidationTokens;
  readonly poster: Poster;
  readonly notifications: NotificationService;
  readonly violations: SubscriptionViolation[];
  readonly faults: Faults;
  readonly throttling: Throttling;
  readonly requestLog: RequestLog;
}

function startNotifications({
  core,
  settings,
  validationTokens,
  poster,
}: Pick<Parts, 'core' | 'settings' | 'validationTokens' | 'poster'>): NotificationService {
  const notifications = createNotificationService({
    subscriptions: core.state.subscriptions,
    pending: core.state.pendingNotifications,
    tenantId: core.tenant.id,
    post: (outgoing) => poster.post(outgoing),
    issueValidationToken: (audience) => validationTokens.issue(audience),
    settings: settings.get,
    now,
    random: Math.random,
    newGuid: () => randomUUID(),
    commit: () => core.store.commit(),
  });
  core.changes.listen((change) => notifications.hear(change));
  return notifications;
}

function toSubscriptionService(parts: Parts): SubscriptionService {
  const { core, settings, poster, notifications, violations } = parts;
  return {
    subscriptions: core.state.subscriptions,
    people: core.state.people,
    groups: core.state.groups,
    settings: settings.get,
    now,
    newGuid: () => randomUUID(),
    shakeHands: (address) =>
      shakeHands(address, {
        post: (outgoing) => poster.post(outgoing),
        newGuid: () => randomUUID(),
        timeoutMs: () => settings.get().handshakeTimeoutMs,
      }),
    note: (violation) => violations.push(violation),
    changed: () => notifications.wake(),
  };
}

function createEndpoint(parts: Parts): Router {
  const { core, settings, tokens, faults, requestLog } = parts;
  return createGraphEndpoint(
    createGraphService({
      faults,
      requestLog,
      now,
      random: Math.random,
      route: createRouter([
        ...createDeltaRoutes(core.service),
        ...createPlannerRoutes(core.service),
        ...createDirectoryRoutes(core.directory),
        ...createOutlookRoutes(core.outlook),
        ...createTodoRoutes(core.todo),
        ...createTeamsRoutes(core.teams),
        ...createSubscriptionRoutes(toSubscriptionService(parts)),
      ]),
      planOf: (segments, body) => planOfRequest(core.state.planner, segments, body),
      settings: settings.get,
      verify: (token) => tokens.verify(token),
      commit: () => core.store.commit(),
    }),
  );
}

function createEntra({ core, settings, tokens }: Parts, origin: string): Router {
  return createEntraRouter({
    origin,
    tenant: core.tenant,
    tokens,
    now,
    findApp: (appId) => core.state.apps.get(appId),
    appGrant: () => {
      const { appRoles, tokenLifetimeSeconds } = settings.get();
      return { permissions: appRoles, lifetimeSeconds: tokenLifetimeSeconds };
    },
  });
}

function createControl(parts: Parts): Router {
  const { core, settings, tokens, faults, throttling, requestLog } = parts;
  return createControlRouter({
    service: core.service,
    faults,
    throttling,
    requestLog,
    settings,
    defaultGroupId: core.group.id,
    settingsChanged: () => parts.notifications.wake(),
    parts: [
      createNotificationControlFor(parts),
      createDirectoryControl(createDirectoryActions(core.directory), () => core.store.commit()),
    ],
    issueFor: (person) =>
      tokens.issueForPerson(person, {
        permissions: PERSON_SCOPES,
        lifetimeSeconds: PERSON_TOKEN_SECONDS,
      }),
    newGuid: () => randomUUID(),
    commit: () => core.store.commit(),
  });
}

function createNotificationControlFor(parts: Parts): Router {
  const { core, settings, notifications, validationTokens, poster, violations } = parts;
  return createNotificationControl({
    notifications,
    subscriptions: core.state.subscriptions,
    pending: core.state.pendingNotifications,
    settings,
    validationTokens,
    tenantId: core.tenant.id,
    post: (outgoing) => poster.post(outgoing),
    announceChange: core.changes.announceChange,
    violations: () => violations,
    newGuid: () => randomUUID(),
    now,
    commit: () => core.store.commit(),
  });
}

function assemble(app: Express, routers: readonly Router[], logger?: EmulatorLogger): void {
  app.disable('x-powered-by');
  for (const router of routers) app.use(router);
  const reportOwnFailure: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) logger?.error({ err: error }, 'the emulator failed on a request');
    response.status(status).json({ error: { code: 'UnknownError', message: String(error) } });
  };
  app.use(reportOwnFailure);
}

/** Body parsers say what was wrong with a request by a `status`. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
