import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SignalSoon {
  /** Something waits for this one: signalled at once, but not again within `gapMs`. */
  want(name: string, gapMs: number): void;
  /** Resolves when nothing is under way any more; what was not signalled is left to the flows' own timers. */
  stop(): Promise<void>;
}

const longestPauseMs = 5_000;

interface Wish {
  /** When the next signal is to go; null: nothing is wanted. */
  dueAt: number | null;
  lastAt: number;
  running: Promise<void> | null;
}

/**
 * Signals each name soon and not too often: a signal stands in its workflow's history for ever. One that fails is sent
 * again, ever more slowly, until it is taken; what comes meanwhile needs no further one.
 */
export function createSignalSoon(deps: {
  readonly signal: (name: string) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}): SignalSoon {
  const { signal, onFailure } = deps;
  const stopping = new AbortController();
  // One for each name that waits.
  setMaxListeners(0, stopping.signal);
  const wishes = new Map<string, Wish>();
  const pauseFor = async (ms: number): Promise<void> => {
    await sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  };

  const run = async (name: string, wish: Wish): Promise<void> => {
    for (let failures = 0; wish.dueAt !== null && !stopping.signal.aborted;) {
      const waitMs = wish.dueAt - performance.now();
      if (waitMs > 0) {
        // In short steps: it may be wanted sooner meanwhile.
        await pauseFor(Math.min(waitMs, 50));
        continue;
      }
      // What comes from here on may be too late for this signal.
      wish.dueAt = null;
      wish.lastAt = performance.now();
      try {
        await signal(name);
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        onFailure(error);
        wish.dueAt = performance.now() + Math.min(100 * 2 ** failures, longestPauseMs);
        failures = Math.min(failures + 1, 10);
      }
    }
  };

  return {
    want(name, gapMs) {
      const wish = wishes.get(name) ?? {
        dueAt: null,
        lastAt: Number.NEGATIVE_INFINITY,
        running: null,
      };
      wishes.set(name, wish);
      wish.dueAt = Math.min(wish.dueAt ?? Number.POSITIVE_INFINITY, wish.lastAt + gapMs);
      wish.running ??= run(name, wish).finally(() => {
        wish.running = null;
      });
    },
    async stop() {
      stopping.abort();
      await Promise.all([...wishes.values()].flatMap(({ running }) => running ?? []));
    },
  };
}
