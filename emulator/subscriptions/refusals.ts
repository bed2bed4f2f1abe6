import { GraphFailure } from '../graph/graph-failure.js';

/** What the subscription service says of a request that it does not understand. */
export function invalidRequest(message: string): GraphFailure {
  return new GraphFailure(400, 'InvalidRequest', message);
}

/** What it says when the service behind the resource refused: Outlook, Teams, the directory. */
export function refusedByWorkload(
  status: number,
  reason: string,
  operation: 'Create' | 'Update' | 'Reauthorize' = 'Create',
): GraphFailure {
  const name = { 400: 'BadRequest', 403: 'Forbidden', 404: 'NotFound' }[status] ?? String(status);
  return new GraphFailure(
    status,
    'ExtensionError',
    `Operation: ${operation}; Exception: [Status Code: ${name}; Reason: ${reason}]`,
  );
}

export function subscriptionNotFound(): GraphFailure {
  return new GraphFailure(404, 'ResourceNotFound', 'The object was not found.');
}
