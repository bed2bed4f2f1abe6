/**
 * Keeps a task's writes and reads of this page from overtaking each other: an older answer must not undo what is shown.
 */
export interface WriteClock {
  /** Runs the write after earlier ones of the same task: each then carries the etag that the one before brought. */
  write<Answer>(taskId: string, send: () => Promise<Answer>): Promise<Answer>;
  /** Reads when no write of the task is under way, and again when one began meanwhile. */
  read<Answer>(taskId: string, send: () => Promise<Answer>): Promise<Answer>;
  now(): number;
  /** Whether a write of the task has ended since, or is under way. */
  hasWrittenSince(taskId: string, moment: number): boolean;
}

interface Writes {
  readonly underWay: number;
  readonly endedAt: number;
  readonly last: Promise<unknown>;
}

const none: Writes = { underWay: 0, endedAt: 0, last: Promise.resolve() };

export function createWriteClock(): WriteClock {
  let moment = 0;
  const writes = new Map<string, Writes>();
  const of = (taskId: string) => writes.get(taskId) ?? none;

  function hasWrittenSince(taskId: string, since: number): boolean {
    const { underWay, endedAt } = of(taskId);
    return underWay > 0 || endedAt > since;
  }

  async function settled(taskId: string): Promise<void> {
    try {
      await of(taskId).last;
    } catch {
      // The writer has been told.
    }
  }

  return {
    now: () => moment,
    hasWrittenSince,

    write(taskId, send) {
      const turn = settled(taskId)
        .then(send)
        .finally(() => {
          moment += 1;
          const now = of(taskId);
          writes.set(taskId, { ...now, underWay: now.underWay - 1, endedAt: moment });
        });
      const before = of(taskId);
      writes.set(taskId, { ...before, underWay: before.underWay + 1, last: turn });
      return turn;
    },

    async read(taskId, send) {
      for (;;) {
        await settled(taskId);
        const startedAt = moment;
        const answer = await send();
        if (!hasWrittenSince(taskId, startedAt)) return answer;
      }
    },
  };
}
