import { setMaxListeners } from 'node:events';
import { pause } from '../tasks/hand-over.js';
import type { InboxEntry } from './inbox-entry.js';

export type LifecycleInInbox = Extract<InboxEntry, { readonly kind: 'lifecycle' }>;

/** Hands what Graph says about subscriptions themselves to their flows, beside the changes, which do not wait for it. */
export interface LifecycleHandOver {
  /** Until it is taken; one that is under way already is not begun again. */
  begin(entry: LifecycleInInbox): void;
  /** What was not taken stays in the inbox. */
  stop(): Promise<void>;
}

export function createLifecycleHandOver(deps: {
  /** Takes it and removes it from the inbox. */
  readonly handOver: (entry: LifecycleInInbox) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}): LifecycleHandOver {
  const { handOver, onFailure } = deps;
  const stopping = new AbortController();
  // One for each entry that waits.
  setMaxListeners(0, stopping.signal);
  const underWay = new Map<string, Promise<void>>();

  const untilTaken = async (entry: LifecycleInInbox): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      try {
        await handOver(entry);
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        onFailure(error);
        await pause(failures, stopping.signal);
      }
    }
  };

  return {
    begin(entry) {
      const { entryId } = entry;
      if (underWay.has(entryId)) return;
      underWay.set(
        entryId,
        untilTaken(entry).finally(() => underWay.delete(entryId)),
      );
    },
    async stop() {
      stopping.abort();
      await Promise.all(underWay.values());
    },
  };
}
