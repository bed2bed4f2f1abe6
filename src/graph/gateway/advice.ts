import type { GraphErrorCode } from '../../domain/graph-error.js';

/** What a person should do, one sentence. Limits: https://learn.microsoft.com/graph/api/resources/planner-overview */
export function adviceFor(code: GraphErrorCode, limit: string | null): string {
  return (limit === null ? undefined : limitAdvice[limit]) ?? advice[code];
}

const advice: Readonly<Record<GraphErrorCode, string>> = {
  bad_request:
    'Check the values of this change against what Planner accepts, then change the task again.',
  unauthorized:
    'Check AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET against the app registration.',
  forbidden:
    'Give the app registration the application permission Tasks.ReadWrite.All with admin consent, or use a plan that it may write.',
  limit_reached:
    'Planner has reached a limit: remove something that is no longer needed, then try again.',
  not_found: 'Check whether the task, bucket or plan still exists in Planner.',
  conflict: 'Nothing to do: the task is read again and both changes are merged.',
  precondition_failed: 'Nothing to do: the task is read again and the change is repeated.',
  throttled: 'Nothing to do: the request is repeated when Microsoft Graph allows it.',
  unavailable: 'Nothing to do unless it lasts: then look at the service health of Microsoft 365.',
  failed_dependency: 'Nothing to do: the request is repeated once the one before it succeeds.',
  timeout:
    'Nothing to do unless it lasts: then check the network between Tandem and Microsoft Graph.',
  unreachable:
    'Check GRAPH_BASE_URL and the network; for a certificate of your own name its CA in NODE_EXTRA_CA_CERTS.',
  unexpected:
    'Check that GRAPH_BASE_URL names Microsoft Graph and that no proxy changes its answers.',
};

const limitAdvice: Readonly<Record<string, string>> = {
  MaximumTasksInProject:
    'The plan holds as many tasks as Planner allows: delete some or use another plan.',
  MaximumActiveTasksInProject:
    'The plan holds as many open tasks as Planner allows: complete or delete some, or use another plan.',
  MaximumBucketsInProject: 'The plan holds as many buckets as Planner allows: delete some.',
  MaximumReferencesOnTask: 'The task holds as many references as Planner allows: remove some.',
  MaximumChecklistItemsOnTask:
    'The task holds as many checklist rows as Planner allows: remove some.',
  MaximumAssigneesInTasks: 'The task has as many assignees as Planner allows: remove some.',
  MaximumTasksAssignedToUser:
    'One of the assignees has as many tasks as Planner allows: assign somebody else or complete some of theirs.',
  MaximumTasksCreatedByUser:
    'This app has made as many tasks as Planner allows one creator: delete some of them.',
};
