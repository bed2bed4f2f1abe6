import { randomUUID } from 'node:crypto';

/** An answer of Graph that is not a success. Planner's `code` is often empty, as on the real service. */
export class GraphFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export function badRequest(message: string): GraphFailure {
  return new GraphFailure(400, '', message);
}

export function notFound(): GraphFailure {
  return new GraphFailure(404, '', 'The requested item is not found.');
}

/** Planner's own 403, with the headers that its services add. */
export function accessDenied(): GraphFailure {
  return new GraphFailure(
    403,
    '',
    'You do not have the required permissions to access this item.',
    {
      'X-ProxyCluster': 'emulator',
      'X-OfficeCluster': 'emulator',
      'X-Tasks-CorrelationId': randomUUID(),
    },
  );
}

export function preconditionFailed(message: string): GraphFailure {
  return new GraphFailure(412, '', message);
}

export function conflict(): GraphFailure {
  return new GraphFailure(
    409,
    '',
    'The attempted changes conflicted with already accepted changes. Read the latest state and resolve differences.',
  );
}

/** A limit of the service; `code` is symbolic here, for instance MaximumTasksInProject. */
export function limitReached(code: string): GraphFailure {
  return new GraphFailure(403, code, 'You have reached the maximum number allowed by the service.');
}
