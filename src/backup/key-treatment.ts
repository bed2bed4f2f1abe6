import { createKeys, type Keys } from '../tasks/keys.js';

/**
 * `task`: in the task's own line. `planner`: in the line of the task that holds the planner id. `tasks`: says something
 * about many tasks; every task's line carries its share. `plain`: a line of its own. `answer`: kept where its task is.
 * `secret`, `running`, `hint`: not in a backup.
 */
type Treatment = 'task' | 'planner' | 'tasks' | 'plain' | 'answer' | 'secret' | 'running' | 'hint';

type KeyName = Exclude<keyof Keys, 'namespace' | `${string}Channel`>;

const task = '<task>';
const planner = '<planner>';
const plan = '<plan>';
const any = '<any>';
const keys = createKeys('');

/** Every kind of key, so that whoever adds one has to decide. A key that none of them describes is `plain`. */
const treatments: Record<KeyName, readonly [template: string, treatment: Treatment]> = {
  task: [keys.task(task), 'task'],
  state: [keys.state(task), 'task'],
  tombstone: [keys.tombstone(task), 'task'],
  history: [keys.history(task), 'task'],
  idMap: [keys.idMap(any), 'planner'],
  etag: [keys.etag(planner), 'planner'],
  detailsEtag: [keys.detailsEtag(planner), 'planner'],

  index: [keys.index, 'tasks'],
  planTasks: [keys.planTasks(plan), 'tasks'],
  planAttempts: [keys.planAttempts(plan), 'tasks'],
  planPairs: [keys.planPairs(plan), 'tasks'],
  planUnsynced: [keys.planUnsynced(plan), 'tasks'],
  planFailing: [keys.planFailing(plan), 'tasks'],
  planDetails: [keys.planDetails(plan), 'tasks'],

  idempotency: [keys.idempotency(any, any), 'answer'],

  stream: [keys.stream, 'plain'],
  outbox: [keys.outbox, 'plain'],
  inbox: [keys.inbox, 'plain'],
  syncLog: [keys.syncLog, 'plain'],
  conflicts: [keys.conflicts, 'plain'],
  conflictResolutions: [keys.conflictResolutions, 'plain'],
  openAlerts: [keys.openAlerts, 'plain'],
  planGivenUp: [keys.planGivenUp(plan), 'plain'],
  linkedPlans: [keys.linkedPlans, 'plain'],
  paused: [keys.paused, 'plain'],
  stoppedPlans: [keys.stoppedPlans, 'plain'],
  unreadablePlans: [keys.unreadablePlans, 'plain'],
  planHeld: [keys.planHeld(plan), 'plain'],
  planMissing: [keys.planMissing(plan), 'plain'],
  config: [keys.config, 'plain'],
  webhookLog: [keys.webhookLog, 'plain'],
  subscriptionsWanted: [keys.subscriptionsWanted, 'plain'],
  subscriptionMarks: [keys.subscriptionMarks, 'plain'],
  subscriptionChanges: [keys.subscriptionChanges(any), 'plain'],
  subscriptionOrder: [keys.subscriptionOrder(any), 'plain'],
  subscriptionTold: [keys.subscriptionTold(any), 'plain'],
  webhookCounters: [keys.webhookCounters, 'plain'],
  notificationStream: [keys.notificationStream, 'plain'],
  auditLog: [keys.auditLog, 'plain'],

  // What waits would be asked for again, or done long after; what is sealed opens only where its key is.
  approval: [keys.approval(any), 'secret'],
  approvalsByTime: [keys.approvalsByTime, 'running'],
  approvalsOpen: [keys.approvalsOpen, 'running'],
  approvalQuestion: [keys.approvalQuestion(any), 'secret'],
  action: [keys.action(any), 'secret'],
  actionsOf: [keys.actionsOf(any), 'running'],

  rateLimit: [keys.rateLimit(any), 'running'],
  apiKey: [keys.apiKey(any), 'secret'],
  // Without their tokens they are nothing; whoever signs in again is there again.
  accounts: [keys.accounts, 'secret'],
  tokens: [keys.tokens(any), 'secret'],
  accessToken: [keys.accessToken(any), 'secret'],
  onBehalfOf: [keys.onBehalfOf(any, any), 'secret'],
  passwordRefused: [keys.passwordRefused(any), 'secret'],
  accountClaims: [keys.accountClaims(any), 'running'],
  accountTurn: [keys.accountTurn(any), 'running'],
  oauthState: [keys.oauthState(any), 'secret'],
  login: [keys.login(any), 'secret'],
  loginOfBrowser: [keys.loginOfBrowser(any), 'secret'],
  loginCode: [keys.loginCode(any), 'secret'],
  accessHandle: [keys.accessHandle(any), 'secret'],
  accountHandles: [keys.accountHandles(any, any), 'secret'],
  oauthServerKeys: [keys.oauthServerKeys, 'secret'],
  oauthModel: [keys.oauthModel(any, any), 'secret'],
  oauthClient: [keys.oauthClient(any), 'secret'],
  oauthNewClients: [keys.oauthNewClients, 'secret'],
  oauthConnection: [keys.oauthConnection(any), 'secret'],
  oauthConnectionParts: [keys.oauthConnectionParts(any), 'secret'],
  oauthConnectionsOf: [keys.oauthConnectionsOf(any), 'secret'],
  oauthConsentsOf: [keys.oauthConsentsOf(any), 'secret'],
  oauthRefreshAnswer: [keys.oauthRefreshAnswer(any), 'secret'],
  oauthSignIn: [keys.oauthSignIn(any), 'secret'],
  elicitation: [keys.elicitation(any), 'secret'],
  uploadLink: [keys.uploadLink(any), 'secret'],

  planTraces: [keys.planTraces, 'running'],
  planDelta: [keys.planDelta(plan), 'running'],
  planFreshness: [keys.planFreshness(plan), 'running'],
  watchSources: [keys.watchSources, 'running'],
  graphHour: [keys.graphHour(0).replace(/0$/, any), 'running'],
  planRoom: [keys.planRoom(plan), 'running'],
  planDeletions: [keys.planDeletions(plan), 'running'],
  planConfirmed: [keys.planConfirmed(plan), 'running'],
  workers: [keys.workers, 'running'],
  webhookStatus: [keys.webhookStatus, 'running'],
  subscriptions: [keys.subscriptions, 'running'],
  subscriptionDrafts: [keys.subscriptionDrafts, 'running'],
  gate: [keys.gate(any, any), 'running'],
  graphUsage: [keys.graphUsage(any, any), 'running'],
  graphTotals: [keys.graphTotals(any), 'running'],

  seen: [keys.seen(planner), 'hint'],
  planNames: [keys.planNames(plan), 'hint'],
  graphMetadata: [keys.graphMetadata('users', any).replace('users', any), 'hint'],
  graphKept: [keys.graphKept('users', any).replace('users', any), 'hint'],
  graphRefusal: [keys.graphRefusal('users', any).replace('users', any), 'hint'],
  graphAsking: [keys.graphAsking('users', any).replace('users', any), 'hint'],
  graphAddress: [keys.graphAddress(any), 'hint'],
  graphNames: [keys.graphNames, 'hint'],
};

const taskId = '([0-9A-HJKMNP-TV-Z]{26})';
const patterns = Object.values(treatments).map(
  ([template, treatment]) => [toPattern(template), treatment] as const,
);

/** How a key goes into a backup; `name` is without the namespace. */
export function treatmentOf(name: string): Treatment {
  return patterns.find(([pattern]) => pattern.test(`:${name}`))?.[1] ?? 'plain';
}

const ownedByTask = [
  keys.task(task),
  keys.state(task),
  keys.tombstone(task),
  keys.history(task),
  keys.idMap(task),
].map(toPattern);

/** The task that a key belongs to; null when its name holds no task's id. */
export function taskIdIn(name: string): string | null {
  for (const pattern of ownedByTask) {
    const [, id] = pattern.exec(`:${name}`) ?? [];
    if (id !== undefined) return id;
  }
  return null;
}

/** What one task is made of, as names with placeholders for the script that reads it in one step. */
export function taskTemplates(of: Keys) {
  return {
    keysOfTask: [
      of.task(task),
      of.state(task),
      of.tombstone(task),
      of.history(task),
      of.idMap(task),
    ],
    keysOfPlanner: [of.idMap(planner), of.etag(planner), of.detailsEtag(planner)],
    plannerIdIn: of.idMap(task),
    planIdIn: [of.task(task), of.tombstone(task)],
    byTask: [of.index],
    byTaskInPlan: [
      of.planTasks(plan),
      of.planAttempts(plan),
      of.planUnsynced(plan),
      of.planFailing(plan),
    ],
    byPlannerInPlan: [of.planPairs(plan), of.planDetails(plan)],
    linkedPlans: of.linkedPlans,
  };
}

/** A key's name in a backup: without the namespace and the colon behind it. */
export function nameInBackup(fullName: string, namespace: string): string {
  return fullName.slice(namespace.length + 1);
}

function toPattern(template: string): RegExp {
  const parts = template.split(/(<\w+>)/).map((part) => {
    if (part === task) return taskId;
    if (part === any) return '.+';
    // The rest is letters, underscores and colons.
    return part === plan || part === planner ? '[^:]+' : part;
  });
  return new RegExp(`^${parts.join('')}$`);
}
