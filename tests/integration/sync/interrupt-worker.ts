import type { LabWorker } from './sync-lab.js';

/** A worker that is interrupted once, at the given moment of all that it says to Redis and Graph; `moments` counts them. */
export function interruptWorker(deps: LabWorker, act: () => Promise<void>) {
  const life = { moments: 0, actsAt: 0 };
  /** Before a request, and after it when nobody knows the answer yet. */
  const step = async (): Promise<void> => {
    life.moments += 1;
    if (life.moments === life.actsAt) await act();
  };
  const around = <Args extends readonly unknown[], Answer>(
    call: (...args: Args) => Promise<Answer>,
  ) => {
    return async (...args: Args): Promise<Answer> => {
      await step();
      const answer = await call(...args);
      await step();
      return answer;
    };
  };
  const { planner, store } = deps;
  return {
    life,
    planner: {
      ...planner,
      createTask: around(planner.createTask),
      updateTask: around(planner.updateTask),
      updateDetails: around(planner.updateDetails),
      deleteTask: around(planner.deleteTask),
      getDetails: around(planner.getDetails),
    },
    store: { ...store, commit: around(store.commit) },
  };
}
