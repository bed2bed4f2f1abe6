/** Why Graph did not do what the person asked, by what the page can do about it. */
export type GraphFailureKind =
  | 'conflict'
  | 'gone'
  | 'denied'
  | 'limit'
  | 'invalid'
  | 'throttled'
  | 'unauthenticated'
  | 'unreachable'
  | 'server';

/** Any request to Graph that did not succeed. `message` is Graph's own text, in English. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  constructor(
    readonly kind: GraphFailureKind,
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

/** The kind of a failed answer. Planner's code is often empty; only limits carry one. */
export function kindOfFailure(status: number, code: string): GraphFailureKind {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return code.startsWith('Maximum') ? 'limit' : 'denied';
  if (status === 404 || status === 410) return 'gone';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429 || status === 503) return 'throttled';
  return status >= 500 ? 'server' : 'invalid';
}

/** What the person reads. Says what happened to their change and what they can do. */
export function explainFailure(failure: unknown): string {
  if (!(failure instanceof GraphFailure))
    return 'Something went wrong on this page. Reload it and try again.';
  switch (failure.kind) {
    case 'conflict':
      return 'Somebody changed this at the same moment. Here is the newest version; please try again.';
    case 'gone':
      return 'This task is no longer there. Somebody else has deleted it.';
    case 'denied':
      return 'The person you act as may not change this plan.';
    case 'limit':
      return `Planner's limit is reached: ${failure.message}`;
    case 'throttled':
      return 'Planner asks to slow down. Try again in a moment.';
    case 'unreachable':
      return 'No connection to Planner. Your change was not saved.';
    case 'unauthenticated':
      return 'The sign-in has run out. Choose the person again or reload the page.';
    case 'server':
      return 'Planner could not do this just now. Your change was not saved.';
    case 'invalid':
      return `Planner did not accept this: ${failure.message}`;
  }
}
