/** Lets a number of tasks of one kind run at a time; the others wait for their turn, first come first served. */
export interface Turns {
  run<T>(kind: string | undefined, task: () => Promise<T>): Promise<T>;
}

/** Tasks without a kind run at once. */
export function createTurns(atATime: number): Turns {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  return {
    async run(kind, task) {
      if (kind === undefined) return await task();
      const count = running.get(kind) ?? 0;
      if (count < atATime) running.set(kind, count + 1);
      else {
        await new Promise<void>((resolve) => {
          waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]);
        });
      }
      try {
        return await task();
      } finally {
        const [next, ...others] = waiting.get(kind) ?? [];
        waiting.set(kind, others);
        // A turn is handed on, or given back.
        if (next === undefined) running.set(kind, (running.get(kind) ?? 1) - 1);
        else next();
      }
    },
  };
}
