import { randomUUID } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Router,
} from 'express';
import { openLocalAuthority } from './certificates/local-authority.js';
import { createControlRouter } from './control/control-router.js';
import { createDirectoryControl } from './control/directory-control.js';
import { createPeopleControl } from './control/people/people-router.js';
import { openEmulatorCore, type EmulatorCore } from './emulator-core.js';
import { createEntraParts, type EntraParts } from './entra-parts.js';
import { createFaults, type Faults } from './graph/faults.js';
import { createDownloadEndpoint } from './files/download-endpoint.js';
import { createFilesRoutes } from './files/files-routes.js';
import { createGraphService } from './graph/graph-service.js';
import { createRequestLog, type RequestLog } from './graph/request-log.js';
import { createThrottling, type Throttling } from './graph/throttling.js';
import { createRouter } from './graph/router.js';
import { createBoardPage } from './http/board-page.js';
import { createGraphEndpoint } from './http/graph-endpoint.js';
import { listenOnLoopback } from './http/listeners.js';
import { createUploadEndpoint } from './outlook/mail/attachments/upload-endpoint.js';
import { createMailboxGate } from './outlook/mailbox-gate.js';
import { findPerson } from './outlook/mailbox.js';
import { createOutlookRoutes } from './outlook/outlook-routes.js';
import { startNotifications, type NotificationParts } from './notification-parts.js';
import { planOfRequest } from './planner/plan-of-request.js';
import { createConversationRoutes } from './conversations/conversation-routes.js';
import { createDirectoryActions } from './directory/directory-actions.js';
import { createDirectoryRoutes } from './directory/directory-routes.js';
import { createDeltaRoutes } from './planner/delta/delta-routes.js';
import { createPlannerRoutes } from './planner/planner-routes.js';
import { createChatMessageSource } from './search/chat-message-source.js';
import { createDriveItemSource } from './search/drive-item-source.js';
import { createEventSource } from './search/event-source.js';
import { createMailSource } from './search/mail-source.js';
import { createSearchRoutes } from './search/search-routes.js';
import { createTeamsRoutes } from './teams/teams-routes.js';
import { createTodoRoutes } from './todo/todo-routes.js';
import {
  createSettingsHolder,
  type EmulatorSettingsPatch,
  type SettingsHolder,
} from './settings.js';

const PERSON_TOKEN_SECONDS = 24 * 3600;
const PERSON_SCOPES = [
  'Calendars.Read.Shared',
  'Calendars.ReadWrite',
  'Channel.Create',
  'Channel.ReadBasic.All',
  'ChannelMessage.Read.All',
  'ChannelMessage.ReadWrite',
  'ChannelMessage.Send',
  'Chat.Create',
  'Chat.ReadWrite',
  'ChatMessage.Send',
  'Files.Read',
  'Files.Read.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.ReadWrite',
  'People.Read',
  'Presence.Read.All',
  'Tasks.ReadWrite',
  'Team.ReadBasic.All',
  'TeamMember.Read.All',
  'User.Read',
  'User.ReadBasic.All',
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

const monotonicMs = (): number => performance.now();

/** Starts a local Microsoft Graph (Planner) with its Entra ID on both loopback addresses. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const settings = createSettingsHolder(options.settings);
  const now = (): Date => new Date(Date.now() + settings.get().clockSkewSeconds * 1000);
  const core = await openEmulatorCore({ dataDir: options.dataDir, now, settings: settings.get });
  const authority = await openLocalAuthority(options.caDir, now);

  // The tokens' audience holds the port, which is known once the listener stands.
  const graphApp = express();
  const leaf = await authority.issueLeaf();
  const graphListener = await listenOnLoopback(options.httpsPort ?? 0, leaf, graphApp);
  const graphUrl = `https://localhost:${graphListener.port}`;
  const { tenant, app } = core;
  const { caFile } = authority;
  const notifications = await startNotifications({ core, settings, caFile, now });
  const throttling = createThrottling(monotonicMs);
  const faults = createFaults({
    random: Math.random,
    throttling,
    now: monotonicMs,
    answerMs: () => settings.get().latencyMs / 2,
  });
  let boardUrl = '';
  const entra = createEntraParts({
    core,
    settings,
    faults,
    origin: graphUrl,
    httpOrigin: () => boardUrl,
    now,
    monotonicMs,
  });
  const requestLog = createRequestLog();
  const parts = { core, settings, entra, notifications, faults, throttling, requestLog, now };
  const endpoint = createEndpoint(parts);
  const tellTime: RequestHandler = (_request, response, next) => {
    response.set('Date', now().toUTCString());
    next();
  };
  const uploads = createUploadEndpoint(core.outlook, () => core.store.commit());
  const downloads = createDownloadEndpoint(core.files);
  const graphParts = [tellTime, endpoint, uploads, downloads, entra.endpoints, entra.pages];
  assemble(graphApp, graphParts, options.logger);
  const boardApp = express().use('/control', createControl(parts));
  const boardParts = [tellTime, endpoint, uploads, downloads, entra.pages, createBoardPage()];
  assemble(boardApp, boardParts, options.logger);
  const boardListener = await listenOnLoopback(options.httpPort ?? 0, undefined, boardApp);
  boardUrl = `http://localhost:${boardListener.port}`;

  return {
    graphUrl,
    boardUrl,
    caFile,
    tenantId: tenant.id,
    clientId: app.appId,
    clientSecret: app.secret ?? '',
    defaultPlanId: core.defaultPlanId,
    async close() {
      await Promise.all([graphListener.close(), boardListener.close()]);
      await notifications.close();
      core.store.close();
    },
  };
}

interface Parts {
  readonly core: EmulatorCore;
  readonly settings: SettingsHolder;
  readonly entra: EntraParts;
  readonly notifications: NotificationParts;
  readonly faults: Faults;
  readonly throttling: Throttling;
  readonly requestLog: RequestLog;
  readonly now: () => Date;
}

function createEndpoint(parts: Parts): Router {
  const { core, settings, entra, faults, requestLog, notifications, now } = parts;
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
        ...createFilesRoutes(core.files),
        ...createConversationRoutes(core.conversations),
        ...createSearchRoutes({
          message: createMailSource(core.outlook),
          event: createEventSource(core.outlook),
          chatMessage: createChatMessageSource(core.teams),
          driveItem: createDriveItemSource(core.files),
        }),
        ...notifications.routes,
      ]),
      planOf: (segments, body) => planOfRequest(core.state.planner, segments, body),
      settings: settings.get,
      mailboxes: createMailboxGate({
        settings: settings.get,
        now,
        ownerOf: (name) => findPerson(core.outlook, name)?.id ?? name,
      }),
      verify: (token) => entra.verify(token),
      commit: () => core.store.commit(),
    }),
  );
}

function createControl(parts: Parts): Router {
  const { core, settings, entra, faults, throttling, requestLog } = parts;
  return createControlRouter({
    service: core.service,
    faults,
    throttling,
    requestLog,
    settings,
    defaultGroupId: core.group.id,
    settingsChanged: () => parts.notifications.wake(),
    parts: [
      entra.control,
      parts.notifications.control,
      createDirectoryControl(createDirectoryActions(core.directory), () => core.store.commit()),
      createPeopleControl({ ...core, commit: () => core.store.commit() }),
    ],
    issueFor: (person) =>
      entra.tokens.issueForPerson(person, {
        permissions: PERSON_SCOPES,
        lifetimeSeconds: PERSON_TOKEN_SECONDS,
      }),
    newGuid: () => randomUUID(),
    commit: () => core.store.commit(),
  });
}

function assemble(
  app: Express,
  handlers: readonly RequestHandler[],
  logger?: EmulatorLogger,
): void {
  app.disable('x-powered-by');
  for (const handler of handlers) app.use(handler);
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
