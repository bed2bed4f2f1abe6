/** What the page's address asks to show. */
export interface BoardAddress {
  readonly planId: string | undefined;
  readonly taskId: string | undefined;
}

/**
 * Reads `?plan=…&task=…` and the form `#/plans/{planId}/tasks/{taskId}` that links from other systems use.
 * The form after the hash wins.
 */
export function readAddress({ search, hash }: Pick<Location, 'search' | 'hash'>): BoardAddress {
  const path = /^#\/plans\/([^/]+)(?:\/tasks\/([^/]+))?\/?$/.exec(hash);
  const query = new URLSearchParams(search);
  return {
    planId: part(path?.[1]) ?? query.get('plan') ?? undefined,
    taskId: part(path?.[2]) ?? (path === null ? (query.get('task') ?? undefined) : undefined),
  };
}

/** The same as an address relative to the page. */
export function writeAddress({ planId, taskId }: BoardAddress): string {
  const query = new URLSearchParams();
  if (planId !== undefined) query.set('plan', planId);
  if (taskId !== undefined) query.set('task', taskId);
  return `?${query.toString()}`;
}

function part(encoded: string | undefined): string | undefined {
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
