import type { ToldKind } from '../domain/subscriptions/watchable-resource.js';

/**
 * Every Redis key and channel of one namespace. The only place in TypeScript that puts key names together; the Lua
 * library has its own table of the same names (functions/keys.lua), and a test compares the two.
 * On Redis Cluster the namespace carries a hash tag (`{annika}`), so that all of it lies in one slot.
 */
export function createKeys(namespace: string) {
  const ns = namespace;
  return {
    namespace: ns,
    /** String, JSON: the task document, which agents may read directly. */
    task: (taskId: string) => `${ns}:tasks:${taskId}`,
    /** List, newest first, capped: what was done to a task, JSON. */
    history: (taskId: string) => `${ns}:tasks:${taskId}:history`,
    /** Sorted set: all task ids by time of creation. */
    index: `${ns}:tasks:index`,
    /** Stream, capped: the durable copy of every update event. */
    stream: `${ns}:tasks:stream`,
    /** Channel: update events as they happen. */
    updatesChannel: `${ns}:tasks:updates`,

    /** Hash: base snapshot, stamps and attempts of a task's sync. */
    state: (taskId: string) => `${ns}:sync:state:${taskId}`,
    /** Stream: the outbox, operations not yet handed to Temporal. */
    outbox: `${ns}:sync:pending`,
    /** List, newest first, capped: the transaction log for people. */
    syncLog: `${ns}:sync:log`,
    /** Stream: every conflict with both values and the rule that decided. */
    conflicts: `${ns}:sync:conflicts`,
    /** Hash by conflict id, JSON: how somebody decided it. */
    conflictResolutions: `${ns}:sync:conflicts:resolved`,
    /** Hash by plan id, JSON: how the watch of each plan goes. */
    planTraces: `${ns}:sync:watch`,
    /** Hash by account, JSON: which sources of changes Graph offers. */
    watchSources: `${ns}:sync:sources`,
    /** Hash, two days: what was asked of Graph in an hour since the epoch. */
    graphHour: (hour: number) => `${ns}:sync:usage:${hour}`,
    /** Sorted set: workers by when they were last heard of (ms). */
    workers: `${ns}:sync:workers`,
    /** String, JSON, while everything is paused: since when and by whom. */
    paused: `${ns}:sync:paused`,
    /** Hash: subscription status by resource. */
    webhookStatus: `${ns}:sync:webhook_status`,

    /** String, both directions: task id to planner id and back. */
    idMap: (id: string) => `${ns}:planner:id_map:${id}`,
    etag: (plannerId: string) => `${ns}:planner:etag:${plannerId}`,
    detailsEtag: (plannerId: string) => `${ns}:planner:etag:${plannerId}:details`,
    /** String, JSON, TTL: what a sweep saw. */
    seen: (plannerId: string) => `${ns}:planner:seen:${plannerId}`,
    /** String, JSON: what a deleted task was. */
    tombstone: (taskId: string) => `${ns}:planner:tombstone:${taskId}`,

    /** Hash: the linked plans with account and mode, by plan id. */
    linkedPlans: `${ns}:plans:linked`,
    /** Hash by plan id, JSON: plans that are stopped because too many of their tasks are missing in Planner. */
    stoppedPlans: `${ns}:plans:stopped`,
    /** Hash by plan id, JSON: plans that Graph does not let us list, and what it said. */
    unreadablePlans: `${ns}:plans:unreadable`,
    /** Set: the task ids of a plan. */
    planTasks: (planId: string) => `${ns}:plans:${planId}:tasks`,
    /** Hash: the open create attempts of a plan, by task id. */
    planAttempts: (planId: string) => `${ns}:plans:${planId}:attempts`,
    /** Sorted set, JSON by when (ms): creates of a plan that were given up and that Graph may still apply. A day. */
    planGivenUp: (planId: string) => `${ns}:plans:${planId}:given-up`,
    /** Hash: planner id to task id, of the tasks of a plan that are on both sides. */
    planPairs: (planId: string) => `${ns}:plans:${planId}:planner`,
    /** Sorted set: tasks with changes not yet in Planner, by when that began (ms). */
    planUnsynced: (planId: string) => `${ns}:plans:${planId}:unsynced`,
    /** Hash: by task id, JSON: code, tries and next try of the tasks that cannot be synced. */
    planFailing: (planId: string) => `${ns}:plans:${planId}:failing`,
    /** Set: groups of failing tasks of which one went through, so that the others are tried too. */
    planRoom: (planId: string) => `${ns}:plans:${planId}:room`,
    /** Sorted set: planner ids of a plan by when their wait for being read again began (ms): mostly their last reading. */
    planDetails: (planId: string) => `${ns}:plans:${planId}:details`,

    /** String, JSON: title, buckets and category names of a plan as last seen. */
    planNames: (planId: string) => `${ns}:plans:${planId}:names`,

    /** String, TTL: where Planner's delta of a plan goes on. */
    planDelta: (planId: string) => `${ns}:plans:${planId}:delta`,
    /** List, newest first, capped, JSON: how long after they were made people's changes were seen. */
    planFreshness: (planId: string) => `${ns}:plans:${planId}:freshness`,

    /** Set: refs that came to sync while it did nothing for the plan. */
    planHeld: (planId: string) => `${ns}:plans:${planId}:held`,
    /** Set: planner ids that the last look at a stopped plan missed. */
    planMissing: (planId: string) => `${ns}:plans:${planId}:missing`,
    /** Set, an hour: planner ids whose deletion somebody confirmed. */
    planConfirmed: (planId: string) => `${ns}:plans:${planId}:confirmed`,
    /** Sorted set, as long as the brake looks back: planner ids that people deleted, by when the agents' copy went (ms). */
    planDeletions: (planId: string) => `${ns}:plans:${planId}:deletions`,

    /** Hash: the settings that the Lua library obeys. */
    config: `${ns}:config`,
    /** String, 24 h: the first answer to a repeated write. */
    idempotency: (actor: string, key: string) => `${ns}:idempotency:${toKeyPart(actor)}:${key}`,

    /** Stream: accepted notifications not yet handed to Temporal. */
    inbox: `${ns}:webhook:inbox`,
    /** Hash by Graph's subscription id, JSON: what it watches, whose change flow it feeds, and the hash of its clientState. */
    subscriptions: `${ns}:webhook:subscriptions`,
    /** Hash by subscription name, JSON: the hash of the clientState of a subscription that is being made. */
    subscriptionDrafts: `${ns}:webhook:drafts`,
    /** Hash by subscription name, JSON: what is to be watched, from the configuration or by an operation. */
    subscriptionsWanted: `${ns}:webhook:wanted`,
    /** Hash by subscription name, JSON: until when nothing was missed, and from where to look for what was. */
    subscriptionMarks: `${ns}:webhook:marks`,
    /** Hash by resource, JSON: what a subscription said has changed and nobody has fetched yet. */
    subscriptionChanges: (name: string) => `${ns}:webhook:changes:${name}`,
    /** Sorted set: the resources of the hash above, in the order of their coming. */
    subscriptionOrder: (name: string) => `${ns}:webhook:order:${name}`,
    /** Hash by resource, JSON, capped, TTL: what agents were told last, so that a repeated notification is known. */
    subscriptionTold: (name: string) => `${ns}:webhook:told:${name}`,
    /** Hash: how many notifications came and what became of them. */
    webhookCounters: `${ns}:webhook:counters`,
    /** Stream, capped: the durable copy of every event on the notification channels. */
    notificationStream: `${ns}:notifications:stream`,
    /** List, newest first, capped. */
    webhookLog: `${ns}:webhook:log`,
    /** Stream, capped: who did what, JSON in the field `entry`. */
    auditLog: `${ns}:audit:log`,
    /** Hash, TTL, sealed: what waits for a person, what was decided, and what became of it. */
    approval: (approvalId: string) => `${ns}:approvals:${approvalId}`,
    /** Sorted set: approvals by when they were asked for (ms). */
    approvalsByTime: `${ns}:approvals-by-time`,
    /** Sorted set: approvals that are not over, by when they expire (ms). */
    approvalsOpen: `${ns}:approvals-open`,
    /** String, minutes: what a question that a caller's program shows is about, by the hash of its id. */
    approvalQuestion: (idHash: string) => `${ns}:approvals-asked:${idHash}`,
    /** Hash, TTL, sealed: something that was done at Microsoft, and how it is taken back. */
    action: (actionId: string) => `${ns}:actions:${actionId}`,
    /** Sorted set, TTL: what an owner's callers have done, by when (ms). */
    actionsOf: (owner: string) => `${ns}:actions-of:${toKeyPart(owner)}`,
    /** Hash, two minutes: how much an actor may ask at once. */
    rateLimit: (actor: string) => `${ns}:rate:${toKeyPart(actor)}`,
    /** Hash: an API key, by its hash. */
    apiKey: (hash: string) => `${ns}:keys:${hash}`,
    /** String, JSON, TTL 24 h: the metadata cache. */
    graphMetadata: (kind: MetadataKind, id: string) => `${ns}:graph:${kind}:${id}`,
    /** String, JSON, TTL: the same beyond the life of the cache, for when Graph is away. */
    graphKept: (kind: MetadataKind, id: string) => `${ns}:graph:kept:${kind}:${id}`,
    /** String, JSON, a short TTL: why Graph did not answer. */
    graphRefusal: (kind: MetadataKind, id: string) =>
      `${ns}:graph:refused:${kind}:${toKeyPart(id)}`,
    /** String, some seconds: which of all processes is asking Graph. */
    graphAsking: (kind: MetadataKind, id: string) => `${ns}:graph:asking:${kind}:${toKeyPart(id)}`,
    /** String, TTL 24 h: the id of the person with a mail address or sign-in name. */
    graphAddress: (address: string) => `${ns}:graph:addresses:${toKeyPart(address)}`,
    /** Hash, an hour: ids of people by the names that meant them. */
    graphNames: `${ns}:graph:names`,
    /** Hash by id, JSON: the accounts that can be used, without anything of a token. */
    accounts: `${ns}:accounts`,
    /** String, 90 days, sealed: MSAL's cache of an account, its refresh token among it. */
    tokens: (account: string) => `${ns}:tokens:${account}`,
    /** String, as long as it lives, sealed: the access token of an account, for every process. */
    accessToken: (account: string) => `${ns}:tokens:${account}:access`,
    /** String, as long as it lives, sealed: an access token on behalf of a person, by the hash of what they sent. */
    onBehalfOf: (account: string, hash: string) => `${ns}:tokens:${account}:obo:${hash}`,
    /** String, JSON, 5 minutes: what Graph asks the next access token to hold, and which one it refused. */
    accountClaims: (account: string) => `${ns}:accounts:claims:${account}`,
    /** String, some seconds: which of all processes is asking Entra ID for an account. */
    accountTurn: (account: string) => `${ns}:accounts:turn:${account}`,
    /** String, a day, sealed: the password that Entra ID refused last. */
    passwordRefused: (account: string) => `${ns}:accounts:password:${account}`,
    /** String, TTL: the sign-in that waits for an answer with this state, by the state's hash. */
    oauthState: (stateHash: string) => `${ns}:oauth:state:${stateHash}`,
    /** Hash, an hour: a sign-in; its secrets are encrypted, and gone when it is over. */
    login: (loginId: string) => `${ns}:oauth:login:${loginId}`,
    /** String, TTL: the latest sign-in of a browser, by the hash of its cookie. */
    loginOfBrowser: (browserHash: string) => `${ns}:oauth:browser:${browserHash}`,
    /** String, TTL: the sign-in that a code of ours stands for, by the code's hash. */
    loginCode: (codeHash: string) => `${ns}:oauth:code:${codeHash}`,
    /** String, TTL: the account that an access handle stands for, by the handle's hash. */
    accessHandle: (handleHash: string) => `${ns}:oauth:access:${handleHash}`,
    /** String, TTL: what a person said to an address that their program showed them, by the hash of the question's id. */
    elicitation: (idHash: string) => `${ns}:oauth:elicit:${idHash}`,
    /** Set, TTL: the hashes of the access handles that an owner of an account has; without it, none of them counts. */
    accountHandles: (account: string, owner: string) =>
      `${ns}:oauth:handles:${account}:${toKeyPart(owner)}`,
    /** String, encrypted: the keys of our authorization server, for tokens and cookies. */
    oauthServerKeys: `${ns}:oauth:server:keys`,
    /** Hash, TTL, encrypted: a session, code, token or the like of our authorization server, by the hash of its id. */
    oauthModel: (kind: string, idHash: string) => `${ns}:oauth:server:${kind}:${idHash}`,
    /** String, JSON, TTL: a host that has registered itself. */
    oauthClient: (clientId: string) => `${ns}:oauth:clients:${toKeyPart(clientId)}`,
    /** Sorted set: registered hosts that nobody has let in yet, by when they came (ms). */
    oauthNewClients: `${ns}:oauth:clients-new`,
    /** Hash, TTL: a host that somebody has let in; without it none of its tokens counts. */
    oauthConnection: (grantId: string) => `${ns}:oauth:connections:${grantId}`,
    /** Set, TTL: what else is kept of it. */
    oauthConnectionParts: (grantId: string) => `${ns}:oauth:connections:${grantId}:parts`,
    /** Sorted set: a person's connections, by when they end (ms). */
    oauthConnectionsOf: (account: string) => `${ns}:oauth:people:${account}:connections`,
    /** Hash, JSON: what a person has allowed, by host and place. */
    oauthConsentsOf: (account: string) => `${ns}:oauth:people:${account}:consents`,
    /** String, seconds, encrypted: the answer to a refresh, for who asks twice. */
    oauthRefreshAnswer: (tokenHash: string) => `${ns}:oauth:refreshed:${tokenHash}`,
    /** String, TTL: the sign-in at Microsoft that an authorization request waits for. */
    oauthSignIn: (uidHash: string) => `${ns}:oauth:sign-ins:${uidHash}`,
    /** Hash, TTL: the shared throttle gate and circuit of a service. */
    gate: (service: string, tenant: string) => `${ns}:gate:${service}:${tenant}`,
    /** Hash, minutes: what was asked of Graph in one minute, by all replicas. */
    graphUsage: (tenant: string, minute: number | string) =>
      `${ns}:graph-usage:${tenant}:${minute}`,
    /** Hash: what was asked of Graph since the beginning, for metrics. */
    graphTotals: (tenant: string) => `${ns}:graph-totals:${tenant}`,

    /** String, 15 minutes, sealed: the file that an upload link is for, by the hash of the link's secret. */
    uploadLink: (tokenHash: string) => `${ns}:mail:uploads:${tokenHash}`,

    /** Channel: alerts for operators. */
    alertsChannel: `${ns}:alerts`,
    /** Hash by `kind:subject`, JSON: the alerts that last. */
    openAlerts: `${ns}:alerts:open`,
    /** Channel: Graph's notifications for agents. */
    notificationsChannel: (kind: ToldKind) => `${ns}:notifications:${kind}`,
  } as const;
}

export type MetadataKind = 'users' | 'groups' | 'plans' | 'tasks' | 'buckets';

export type Keys = ReturnType<typeof createKeys>;

/** An agent's name may hold a colon; unescaped, `a` + `b:c` and `a:b` + `c` would share one key. */
function toKeyPart(text: string): string {
  return text.replaceAll('%', '%25').replaceAll(':', '%3A');
}
