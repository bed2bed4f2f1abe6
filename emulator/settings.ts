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
  /** Application permissions in newly issued app tokens. */
  appRoles: z.array(z.string()),
  /** An event that repeats a `transactionId`: refused with 409, or answered with the event that has it. */
  repeatedTransactionId: z.enum(['refused', 'existing']),
  /** Requests of one app to one mailbox that may run at the same time; more are 429. 0: any number. */
  mailboxConcurrency: count,
  /** Requests of one app to one mailbox in ten minutes; more are 429. 0: any number. */
  mailboxRequestsPer10Minutes: count,
  /** How many changes back a delta token is still known; older ones are 410. */
  deltaHistory: count,
  limits: limitsSchema,
});

/** How this Graph behaves where the real one is configurable, uncertain or slow. */
export type EmulatorSettings = z.infer<typeof settingsSchema>;

const patchSchema = settingsSchema.partial().extend({ limits: limitsSchema.partial().optional() });

/** Any part of the settings; `limits` are merged one by one. */
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
  appRoles: [
    'Calendars.ReadWrite',
    'Channel.Create',
    'Channel.ReadBasic.All',
    'ChannelMessage.Read.All',
    'Chat.Create',
    'Chat.ReadWrite.All',
    'Mail.ReadWrite',
    'Mail.Send',
    'Tasks.ReadWrite.All',
    'Team.ReadBasic.All',
    'TeamMember.Read.All',
    'User.ReadBasic.All',
  ],
  repeatedTransactionId: 'refused',
  mailboxConcurrency: 4,
  mailboxRequestsPer10Minutes: 10_000,
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
};

/** The settings with a patch applied; throws a `ZodError` that names every bad field. */
function mergeSettings(current: EmulatorSettings, patch: unknown): EmulatorSettings {
  const { limits, ...rest } = patchSchema.parse(patch);
  return settingsSchema.parse({ ...current, ...rest, limits: { ...current.limits, ...limits } });
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
