import { z } from 'zod';

const count = z.int().min(0);

const limitsSchema = z.strictObject({
  activeTasksInPlan: count,
  tasksInPlan: count,
  bucketsInPlan: count,
  plansInGroup: count,
  assigneesPerTask: count,
  checklistItemsPerTask: count,
  tasksAssignedToUser: count,
  tasksCreatedByUser: count,
  usersSharedWithPlan: count,
  /** Characters of a title; longer ones are refused with 400. */
  titleLength: count,
});

const subscriptionLimitsSchema = z.strictObject({
  /** Users and groups. */
  directoryPerAppAndTenant: count,
  directoryPerTenant: count,
  outlookPerMailbox: count,
  teamsPerOrganization: count,
});

const settingsSchema = z.strictObject({
  /** Reports differ on `If-Match: *`: refused or taken as the current version. */
  ifMatchStar: z.enum(['error', 'accept']),
  /** A stale write that touches nothing changed since: documented as merged, reported as 409 by some. */
  staleEtag: z.enum(['merge', 'conflict']),
  /** How many versions back an etag is still known; older ones are 412. */
  etagHistory: count,
  /** Published copies say 10 or 15. */
  referencesMax: count,
  /** Whether an edit of checklist or description that leaves all derived fields alone moves the task's etag too. */
  checklistEditMovesTaskEtag: z.boolean(),
  /** Whether `$expand=details` works on task lists; ignored otherwise. */
  expandDetails: z.boolean(),
  /** Rows in a page of a Planner list. */
  pageSize: z.int().min(1),
  /** Added to every HTTP request to Graph, half of it before and half after the work. */
  latencyMs: z.number().min(0).max(60_000),
  /** Graph promises no order of the answers in a batch. */
  batchOrder: z.enum(['shuffled', 'request']),
  tokenLifetimeSeconds: z.int().min(1),
  /** Life of access tokens of clients that understand claims challenges (`cp1`); the real ones live 20 to 28 hours. */
  challengeableTokenSeconds: z.int().min(1),
  authorizationCodeSeconds: z.int().min(1),
  /** Unused for so long, a refresh token ends. */
  refreshTokenDays: z.number().min(0),
  /** A refresh token that was replaced by a newer one: goes on working, as Entra's do, or ends with all of its sign-in. */
  refreshReuse: z.enum(['allow', 'revoke']),
  deviceCodeSeconds: z.int().min(1),
  /** How often clients may poll. */
  deviceCodeIntervalSeconds: z.int().min(0),
  /** Conditional access: a sign-in counts for so long; 0: for ever. */
  signInFrequencySeconds: count,
  /** A client assertion sent twice: MSAL repeats them, and Entra takes them; or refused by its `jti`. */
  assertionReplay: z.enum(['allow', 'refuse']),
  /** Where people sign in: beside the token endpoint, or over plain http on this machine, which no browser warns of. */
  signInPages: z.enum(['https', 'http']),
  /** How far this Microsoft's clock is before the machine's own, or behind it when negative. */
  clockSkewSeconds: z.int().min(-86_400).max(86_400),
  /** Application permissions in newly issued app tokens. */
  appRoles: z.array(z.string()),
  /** An event that repeats a `transactionId`: refused with 409, or answered with the event that has it. */
  repeatedTransactionId: z.enum(['refused', 'existing']),
  /** Requests of one app to one mailbox that may run at the same time; more are 429. 0: any number. */
  mailboxConcurrency: count,
  /** Requests of one app to one mailbox in ten minutes; more are 429. 0: any number. */
  mailboxRequestsPer10Minutes: count,
  /** Most that a message may hold with its attachments; Exchange Online's own default is 35. */
  messageMegabytesMax: z.int().min(1),
  /** Life of an upload session without a piece; the service does not say. */
  uploadSessionMinutes: z.number().min(0),
  /** How many changes back a delta token is still known; older ones are 410. */
  deltaHistory: count,
  limits: limitsSchema,
  /** Whether notifications may go to plain http on this machine; Graph takes https only. */
  allowHttpNotificationUrl: z.boolean(),
  /** How many times faster the notification service's long times pass: retries, windows, reminders. Its deadlines stay. */
  notificationTimeScale: z.number().min(1).max(1_000_000),
  /** Between a change and its first delivery. */
  notificationDelayMs: z.number().min(0).max(600_000),
  /** How many of all deliveries come twice, 0 to 1. */
  notificationDuplicates: z.number().min(0).max(1),
  /** Graph promises no order of notifications. */
  notificationOrder: z.enum(['shuffled', 'queued']),
  /** Keeps everything back; switched off again, all of it goes out as a burst. */
  notificationsHeld: z.boolean(),
  /** Most notifications in one POST. */
  notificationsPerPost: z.int().min(1).max(1000),
  /** A first attempt that takes longer failed, and is slow. */
  firstDeliveryTimeoutMs: z.int().min(1),
  /** A repeated attempt that takes longer failed, and counts towards dropping. */
  retryDeliveryTimeoutMs: z.int().min(1),
  handshakeTimeoutMs: z.int().min(1),
  /** A shorter life is silently made this long. */
  subscriptionMinutesMin: z.number().min(0),
  /** Longest life of a plain Outlook subscription: documented as 10080, refused beyond 10070 by the service itself. */
  outlookSubscriptionMinutes: z.int().min(1),
  /** Whether delivery stops when the token that a subscription was authorised with has ended. */
  pauseAtTokenExpiry: z.boolean(),
  subscriptionLimits: subscriptionLimitsSchema,
  /** Life of a delta token of the directory. */
  deltaTokenDays: z.number().min(0),
  /** Life of a delta token of Planner; the service does not say. */
  plannerDeltaMinutes: z.number().min(0),
  /** Whether Planner's delta says a changed task once more in the next round, though only its order hints moved. */
  plannerDeltaNoise: z.boolean(),
  /**
   * NOT Microsoft Graph: takes subscriptions on the tasks of a plan, which Graph refuses, so that a client can be rehearsed
   * for the day on which it does not.
   */
  plannerSubscriptions: z.boolean(),
  /** Subscriptions in a page of their list. */
  subscriptionPageSize: z.int().min(1),
});

/** How this Graph behaves where the real one is configurable, uncertain or slow. */
export type EmulatorSettings = z.infer<typeof settingsSchema>;

const patchSchema = settingsSchema.partial().extend({
  limits: limitsSchema.partial().optional(),
  subscriptionLimits: subscriptionLimitsSchema.partial().optional(),
});

/** Any part of the settings; limits are merged one by one. */
export type EmulatorSettingsPatch = z.input<typeof patchSchema>;

const defaultSettings: EmulatorSettings = {
  ifMatchStar: 'error',
  staleEtag: 'merge',
  etagHistory: 1000,
  referencesMax: 10,
  checklistEditMovesTaskEtag: false,
  expandDetails: false,
  pageSize: 400,
  latencyMs: 0,
  batchOrder: 'shuffled',
  tokenLifetimeSeconds: 3599,
  challengeableTokenSeconds: 86_399,
  authorizationCodeSeconds: 60,
  refreshTokenDays: 90,
  refreshReuse: 'allow',
  deviceCodeSeconds: 900,
  deviceCodeIntervalSeconds: 5,
  signInFrequencySeconds: 0,
  assertionReplay: 'allow',
  signInPages: 'https',
  clockSkewSeconds: 0,
  appRoles: [
    'Calendars.Read',
    'Calendars.ReadWrite',
    'Channel.Create',
    'Channel.ReadBasic.All',
    'ChannelMessage.Read.All',
    'Chat.Create',
    'Chat.Read.All',
    'Chat.ReadWrite.All',
    'Files.Read.All',
    'Group.Read.All',
    'Group.ReadBasic.All',
    'GroupMember.Read.All',
    'Mail.Read',
    'Mail.ReadWrite',
    'Mail.Send',
    'MailboxSettings.Read',
    'MailboxSettings.ReadWrite',
    'People.Read.All',
    'Presence.Read.All',
    'Tasks.ReadWrite.All',
    'Team.ReadBasic.All',
    'TeamMember.Read.All',
    'User.Read.All',
    'User.ReadBasic.All',
  ],
  repeatedTransactionId: 'refused',
  mailboxConcurrency: 4,
  mailboxRequestsPer10Minutes: 10_000,
  messageMegabytesMax: 150,
  uploadSessionMinutes: 60,
  deltaHistory: 100_000,
  limits: {
    activeTasksInPlan: 3000,
    tasksInPlan: 9000,
    bucketsInPlan: 200,
    plansInGroup: 400,
    assigneesPerTask: 20,
    checklistItemsPerTask: 20,
    tasksAssignedToUser: 9000,
    tasksCreatedByUser: 20_000,
    usersSharedWithPlan: 100,
    titleLength: 255,
  },
  allowHttpNotificationUrl: false,
  notificationTimeScale: 1,
  notificationDelayMs: 0,
  notificationDuplicates: 0,
  notificationOrder: 'shuffled',
  notificationsHeld: false,
  notificationsPerPost: 50,
  firstDeliveryTimeoutMs: 3000,
  retryDeliveryTimeoutMs: 10_000,
  handshakeTimeoutMs: 10_000,
  subscriptionMinutesMin: 45,
  outlookSubscriptionMinutes: 10_070,
  pauseAtTokenExpiry: true,
  subscriptionLimits: {
    directoryPerAppAndTenant: 100,
    directoryPerTenant: 1000,
    outlookPerMailbox: 1000,
    teamsPerOrganization: 10_000,
  },
  deltaTokenDays: 7,
  plannerDeltaMinutes: 10_080,
  plannerDeltaNoise: true,
  plannerSubscriptions: false,
  subscriptionPageSize: 100,
};

/** The settings with a patch applied; throws a `ZodError` that names every bad field. */
function mergeSettings(current: EmulatorSettings, patch: unknown): EmulatorSettings {
  const { limits, subscriptionLimits, ...rest } = patchSchema.parse(patch);
  return settingsSchema.parse({
    ...current,
    ...rest,
    limits: { ...current.limits, ...limits },
    subscriptionLimits: { ...current.subscriptionLimits, ...subscriptionLimits },
  });
}

export interface SettingsHolder {
  readonly get: () => EmulatorSettings;
  /** Throws a `ZodError`. */
  change(patch: unknown): EmulatorSettings;
}

export function createSettingsHolder(patch: EmulatorSettingsPatch = {}): SettingsHolder {
  let current = mergeSettings(defaultSettings, patch);
  return {
    get: () => current,
    change(next) {
      current = mergeSettings(current, next);
      return current;
    },
  };
}
