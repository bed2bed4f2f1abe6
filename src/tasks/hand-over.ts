import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OutboxEntry } from './outbox-entry.js';

/** Where the relay hands changes to; rejects while that is away. */
export interface ChangeSink {
  /** Rejects with ChangesRefusedError when these changes are not taken although it is there. */
  tasksChanged(
    planId: string,
    taskIds: readonly string[],
    source: OutboxEntry['source'],
  ): Promise<void>;
  /** Agents wrote into these plans. */
  plansTouched(planIds: readonly string[]): Promise<void>;
  /** The plan is to be looked at now, and what sleeps there after trouble to be tried. */
  lookNow(planId: string): Promise<void>;
}

/** Changes that are refused as they are: the same again will be refused again. */
export class ChangesRefusedError extends Error {
  override readonly name = 'ChangesRefusedError';
}

export interface Changes {
  readonly planId: string;
  readonly taskIds: readonly string[];
  readonly source: OutboxEntry['source'];
  /** The plan is to be looked at now. */
  readonly look: boolean;
}

/** Hands changes over, until they are taken or set aside. */
export interface HandOver {
  /** Rejects only when it is told to stop. */
  untilDone(changes: Changes): Promise<void>;
  outage(): string | null;
}

const longestPauseMs = 5_000;
/** So often refused changes are offered: a Temporal that was just made anew may not know our search attributes yet. */
const mostRefusals = 6;
/** Ids in one signal: some 150 kB, where Temporal takes two megabytes. */
const perSignal = 5_000;

export function createHandOver(deps: {
  readonly sink: ChangeSink;
  readonly stopping: AbortSignal;
  readonly logger: Logger;
  /** Hears of changes that were refused for good. They stay in Redis as unsynced, and reconcile comes back to them. */
  readonly setAside: (changes: Changes) => Promise<void>;
}): HandOver {
  const { sink, stopping, logger, setAside } = deps;
  let outage: string | null = null;

  const noteBack = (): void => {
    if (outage !== null) logger.info('Temporal is back, changes are handed over again');
    outage = null;
  };
  const noteAway = (error: unknown): void => {
    if (outage === null) {
      logger.warn({ err: error }, 'Temporal is away, changes wait in the outbox');
    }
    outage = 'Temporal is away: changes wait in Redis and travel when it is back.';
  };

  const untilTaken = async (changes: Changes): Promise<void> => {
    const { planId, taskIds, source } = changes;
    let refusals = 0;
    for (let failures = 0; ; failures += 1) {
      try {
        await sink.tasksChanged(planId, taskIds, source);
        noteBack();
        return;
      } catch (error) {
        if (stopping.aborted) throw error;
        if (error instanceof ChangesRefusedError) {
          refusals += 1;
          if (taskIds.length > 1 && (await isPlanTaken(planId, source))) return halves(changes);
          if (refusals >= mostRefusals) return setAside(changes);
        } else {
          noteAway(error);
        }
        await pause(failures, stopping);
      }
    }
  };

  const untilLooked = async (planId: string): Promise<void> => {
    for (let failures = 0; ; failures += 1) {
      try {
        await sink.lookNow(planId);
        noteBack();
        return;
      } catch (error) {
        if (stopping.aborted) throw error;
        // A look is a wish; the rhythm of the watch brings the next one.
        if (error instanceof ChangesRefusedError) return;
        noteAway(error);
        await pause(failures, stopping);
      }
    }
  };

  /** Whether the plan itself is taken, so that it must be one of the tasks. */
  const isPlanTaken = async (planId: string, source: Changes['source']): Promise<boolean> => {
    try {
      await sink.tasksChanged(planId, [], source);
      return true;
    } catch {
      return false;
    }
  };

  const halves = async ({ taskIds, ...rest }: Changes): Promise<void> => {
    const middle = Math.ceil(taskIds.length / 2);
    await untilTaken({ ...rest, taskIds: taskIds.slice(0, middle) });
    await untilTaken({ ...rest, taskIds: taskIds.slice(middle) });
  };

  return {
    outage: () => outage,
    async untilDone({ taskIds, ...rest }) {
      // First: who sleeps is woken, and takes what follows as something new.
      if (rest.look) await untilLooked(rest.planId);
      for (let from = 0; (from === 0 && !rest.look) || from < taskIds.length; from += perSignal) {
        await untilTaken({ ...rest, taskIds: taskIds.slice(from, from + perSignal) });
      }
    },
  };
}

/** 100 ms doubling to 5 s, or until it is to stop. */
export async function pause(failures: number, stopping: AbortSignal): Promise<void> {
  const ms = Math.min(100 * 2 ** Math.min(failures, 10), longestPauseMs);
  await sleep(ms, undefined, { signal: stopping }).catch(() => undefined);
}
