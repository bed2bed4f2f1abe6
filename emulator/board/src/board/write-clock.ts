/** Tells whether a task was written from this page after some moment, so that an older read cannot undo what is shown. */
export interface WriteClock {
  now(): number;
  hasWrittenSince(taskId: string, moment: number): boolean;
  /** Runs the write after earlier ones of the same task: each then carries the etag that the one before brought. */
  write<Answer>(taskId: string, send: () => Promise<Answer>): Promise<Answer>;
}

export function createWriteClock(): WriteClock {
  let moment = 0;
  const writtenAt = new Map<string, number>();
  const queues = new Map<string, Promise<unknown>>();

  async function inTurn<Answer>(taskId: string, send: () => Promise<Answer>): Promise<Answer> {
    try {
      await queues.get(taskId);
    } catch {
      // The earlier write's own caller has been told.
    }
    try {
      return await send();
    } finally {
      moment += 1;
      writtenAt.set(taskId, moment);
    }
  }

  return {
    now: () => moment,
    hasWrittenSince: (taskId, since) => (writtenAt.get(taskId) ?? 0) > since,
    write(taskId, send) {
      const turn = inTurn(taskId, send);
      queues.set(taskId, turn);
      return turn;
    },
  };
}
