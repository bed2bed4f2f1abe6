import { GraphFailure } from '../graph/graph-failure.js';

/** Exchange's own errors, with its codes and words. */
export function itemNotFound(): GraphFailure {
  return new GraphFailure(
    404,
    'ErrorItemNotFound',
    'The specified object was not found in the store.',
  );
}

export function malformedId(): GraphFailure {
  return new GraphFailure(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
}

export function invalidUser(name: string): GraphFailure {
  return new GraphFailure(404, 'ErrorInvalidUser', `The requested user '${name}' is invalid.`);
}

export function accessDenied(): GraphFailure {
  return new GraphFailure(
    403,
    'ErrorAccessDenied',
    'Access is denied. Check credentials and try again.',
  );
}

/** A query that Exchange cannot read. */
export function badOutlookQuery(message: string): GraphFailure {
  return new GraphFailure(400, 'RequestBroker--ParseUri', message);
}

export function badOutlookBody(message: string): GraphFailure {
  return new GraphFailure(400, 'RequestBodyRead', message);
}

export function changedMeanwhile(): GraphFailure {
  return new GraphFailure(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}
