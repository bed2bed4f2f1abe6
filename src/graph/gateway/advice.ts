import type { GraphErrorCode } from '../../domain/graph-error.js';

/** What is known of a failure. */
export interface FailureFacts {
  readonly code: GraphErrorCode;
  readonly status: number | null;
  /** Graph's own code; empty where it gave none. */
  readonly word: string;
  /** The token is good but not enough: https://learn.microsoft.com/entra/identity-platform/claims-challenge */
  readonly isClaimsChallenge: boolean;
  /** In the name of a person, so that it is about what they may do. */
  readonly isPerson: boolean;
}

/** What a person should do, one sentence. Limits: https://learn.microsoft.com/graph/api/resources/planner-overview */
export function adviceFor(facts: FailureFacts): string {
  const { code, status, word, isClaimsChallenge, isPerson } = facts;
  if (isClaimsChallenge) return isPerson ? personClaimsAdvice : claimsAdvice;
  if (isPerson && Object.hasOwn(byCodeOfPerson, code)) return byCodeOfPerson[code] ?? byCode[code];
  return (
    lookUp(byWord, word) ??
    (status === null ? undefined : lookUp(byStatus, String(status))) ??
    byCode[code]
  );
}

/** Of what we find out ourselves. */
export function adviceForCode(code: GraphErrorCode): string {
  return byCode[code];
}

const claimsAdvice =
  'A Conditional Access policy asks for more than the sign-in gave, or has withdrawn it: let an administrator look at the sign-in log of the app in Entra ID.';

const personClaimsAdvice =
  'A Conditional Access policy asks for more than the sign-in gave: let the person of this account sign in again (auth_start_login).';

const byCodeOfPerson: Readonly<Partial<Record<GraphErrorCode, string>>> = {
  unauthorized: 'Let the person of this account sign in again (auth_start_login).',
  forbidden:
    'The person of this account may not do that: let them sign in again with auth_start_login for a permission that is missing (auth_list_permissions), or have them made a member or given the licence that it needs.',
};

const byCode: Readonly<Record<GraphErrorCode, string>> = {
  bad_request:
    'Check the ids and values of this request against what Microsoft 365 accepts, then send it again.',
  unauthorized:
    'Check AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET against the app registration.',
  reauth_required:
    'Let the person of this account sign in again (auth_start_login); what waits for it then goes on by itself.',
  forbidden:
    'Give the app registration the application permission that this needs, with admin consent (Tasks.ReadWrite.All for Planner), or use what it may read and write already.',
  limit_reached:
    'A limit of Microsoft 365 is reached: remove something that is no longer needed, then try again.',
  not_found:
    'Check the id, and whether what it names still exists: it may have been moved or deleted meanwhile.',
  not_supported:
    'Microsoft Graph does not offer this in this way; with an app-only sign-in, or in a national cloud, some things are missing.',
  resync_required:
    'Nothing to do: what Microsoft Graph remembers is too old, so everything is read anew.',
  conflict:
    'Somebody changed the same meanwhile: look at it and repeat the change. What is synced is read again and merged by itself.',
  precondition_failed:
    'It was changed meanwhile: look at it and repeat the change. What is synced is read again and repeated by itself.',
  throttled:
    'Wait until Microsoft Graph allows it, then try again; what is synced is repeated by itself.',
  unavailable: 'Nothing to do unless it lasts: then look at the service health of Microsoft 365.',
  failed_dependency:
    'Try again once the request before it succeeds; what is synced is repeated by itself.',
  timeout:
    'Nothing to do unless it lasts: then check the network between Tandem and Microsoft Graph.',
  unreachable:
    'Check GRAPH_BASE_URL and the network; for a certificate of your own name its CA in NODE_EXTRA_CA_CERTS.',
  cancelled: 'Nothing to do: whoever asked has gone.',
  unexpected:
    'Check that GRAPH_BASE_URL names Microsoft Graph and that no proxy changes its answers.',
};

const byStatus: Readonly<Record<string, string>> = {
  '405': 'This request is not offered for what it names; with an app-only sign-in some are not.',
  '406': 'Microsoft Graph cannot answer in the form that was asked for: update Tandem.',
  '410': 'What this names is gone for good, or was read too long ago and is read anew.',
  '413': 'What was sent is too large for Microsoft Graph: shorten it.',
  '415': 'Microsoft Graph did not take the form of what was sent: update Tandem.',
  '423': 'Nothing to do unless it lasts: somebody else is working on it, and it is tried again.',
  '501':
    'Microsoft Graph does not offer this; in a national cloud some things are missing. Nothing helps but leaving it out.',
  '507': 'The storage that this goes to is full: make room, then try again.',
  '509':
    'Nothing to do: too much was sent and received, and it goes on when Microsoft Graph allows it.',
};

const appPermission =
  'Give the app registration the application permission that this needs, with admin consent: Tasks.ReadWrite.All for Planner, ' +
  'User.ReadBasic.All for names of people.';

const noMailbox =
  'This person has no mailbox in Exchange Online (no licence, or one on their own servers): ask an administrator, or name somebody else.';

const anotherId =
  'Take the id from a list or search, whole and unchanged: this one is of no message, event, folder or attachment there.';

const byWord: Readonly<Record<string, string>> = {
  Authorization_RequestDenied: appPermission,
  Authorization_IdentityNotFound:
    'The app has no identity in this tenant: give admin consent there, and check AZURE_TENANT_ID.',
  ErrorAccessDenied:
    'Give the app registration the permission for this mailbox (Mail or Calendars) with admin consent, and check the policy that limits which mailboxes it may use.',
  Forbidden:
    'Give the app registration the permission for this with admin consent, and the person a Teams licence and membership; as an app alone it may not send messages.',
  MailboxNotEnabledForRESTAPI: noMailbox,
  MailboxNotSupportedForRESTAPI: noMailbox,
  ErrorNonExistentMailbox: noMailbox,
  ErrorInvalidUser: 'Nobody in this tenant is called so: find the person with people_search.',
  ResourceNotFound:
    'Check the id. People without the licence for it have no mailbox, drive or plans of their own.',
  ErrorInvalidId: anotherId,
  ErrorInvalidIdMalformed: anotherId,
  ErrorCannotUseFolderIdForItemId: anotherId,
  ErrorCannotUseItemIdForFolderId: anotherId,
  ErrorQuotaExceeded: 'The mailbox is full: make room in it, then try again.',
  ErrorMessageSizeExceeded: 'The message is too large: send a link instead of the files.',
  ErrorSendAsDenied: 'Mail in the name of that mailbox is not allowed: send it from their own.',
  ErrorMailboxStoreUnavailable:
    'Nothing to do unless it lasts: the mailbox cannot be reached at the moment.',
  mailboxInfoStale: 'Nothing to do unless it lasts: the mailbox is being moved.',
  InvalidAuthenticationToken:
    'Check that AZURE_TENANT_ID, AZURE_CLIENT_ID and GRAPH_BASE_URL belong to the same cloud and tenant.',
  MaximumProjectsOwnedByUser:
    'The group or person owns as many plans as Planner allows: delete one or use another group.',
  MaximumProjectsSharedWithUser:
    'As many plans are shared with this person as Planner allows: take them out of one.',
  MaximumTasksCreatedByUser:
    'This app has made as many tasks as Planner allows one creator: delete some of them.',
  MaximumTasksAssignedToUser:
    'One of the assignees has as many tasks as Planner allows: assign somebody else or complete some of theirs.',
  MaximumTasksInProject:
    'The plan holds as many tasks as Planner allows: delete some or use another plan.',
  MaximumActiveTasksInProject:
    'The plan holds as many open tasks as Planner allows: complete or delete some, or use another plan.',
  MaximumBucketsInProject: 'The plan holds as many buckets as Planner allows: delete some.',
  MaximumUsersSharedWithProject:
    'The plan is shared with as many people as Planner allows: take some out.',
  MaximumReferencesOnTask: 'The task holds as many references as Planner allows: remove some.',
  MaximumChecklistItemsOnTask:
    'The task holds as many checklist rows as Planner allows: remove some.',
  MaximumAssigneesInTasks: 'The task has as many assignees as Planner allows: remove some.',
  MaximumPlannerPlans:
    'The group holds as many plans as Planner allows: delete one or use another group.',
  MaximumFavoritePlansForUser:
    'This person has as many favourite plans as Planner allows: remove one.',
  MaximumRecentPlansForUser:
    'This person has as many recent plans as Planner allows: nothing is lost but that list.',
  MaximumContextsOnPlan: 'The plan is pinned in as many places as Planner allows: remove one.',
};

function lookUp(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
