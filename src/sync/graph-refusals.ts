import { GraphError } from '../domain/graph-error.js';

export function isNotFound(error: unknown): error is GraphError {
  return error instanceof GraphError && error.code === 'not_found';
}

/** The etag was too old for what we wanted: read again, merge again. */
export function isStale(error: unknown): error is GraphError {
  return (
    error instanceof GraphError &&
    (error.code === 'conflict' || error.code === 'precondition_failed')
  );
}

/** Waiting helps: Graph is busy or away, or an answer was lost. Everything else needs somebody to change something. */
export function isTransient(error: GraphError): boolean {
  switch (error.code) {
    case 'throttled':
    case 'unavailable':
    case 'timeout':
    case 'unreachable':
    case 'cancelled':
    case 'failed_dependency':
    case 'unauthorized':
    case 'reauth_required':
    case 'unexpected':
    case 'conflict':
    case 'precondition_failed':
      return true;
    case 'bad_request':
    case 'forbidden':
    case 'limit_reached':
    case 'not_supported':
    case 'resync_required':
    case 'not_found':
      return false;
  }
}

/** Graph as a whole refuses or is away: the batch waits together instead of task by task. */
export function isBlocked(error: GraphError): boolean {
  return (
    error.code === 'throttled' ||
    error.code === 'unavailable' ||
    error.code === 'unreachable' ||
    error.code === 'unauthorized' ||
    error.code === 'reauth_required'
  );
}
