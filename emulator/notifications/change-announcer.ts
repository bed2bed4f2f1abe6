import type { AnnounceChange, ResourceChange } from './resource-change.js';

/** Where the services of Graph tell of changes, and where the notification service hears of them. */
export interface ChangeAnnouncer {
  readonly announceChange: AnnounceChange;
  /** Returns the function that ends the listening. */
  listen(listener: (change: ResourceChange) => void): () => void;
}

export function createChangeAnnouncer(): ChangeAnnouncer {
  const listeners = new Set<(change: ResourceChange) => void>();
  return {
    announceChange: (change) => {
      for (const listener of listeners) listener(change);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
