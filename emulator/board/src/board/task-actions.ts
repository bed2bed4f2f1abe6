import { explainFailure, GraphFailure } from '../graph/graph-failure.js';
import { hintBetween } from '../graph/order-hint.js';
import type { NewTask } from '../graph/planner-client.js';
import type { DetailsPatch, GraphTask, TaskPatch } from '../graph/shapes.js';
import type { BoardServices } from './board-store.js';
import type { PlanLoader } from './plan-loader.js';
import { columns, noBucketId, shownTask, type Place } from './select.js';
import type { WriteClock } from './write-clock.js';

/**
 * - `saved`: Graph has it
 * - `conflict`: somebody else changed the same thing; the newest version has been read and is shown
 * - `failed`: the person has been told why
 */
export type Outcome = 'saved' | 'conflict' | 'failed';

export interface TaskActions {
  create(
    task: Pick<NewTask, 'bucketId' | 'title' | 'dueDateTime' | 'assigneeIds'>,
  ): Promise<string | undefined>;
  /** `etag`: the version the person was looking at; left out, the one shown now. */
  update(taskId: string, patch: TaskPatch, etag?: string): Promise<Outcome>;
  updateDetails(taskId: string, patch: DetailsPatch, etag?: string): Promise<Outcome>;
  move(taskId: string, place: Place): Promise<Outcome>;
  delete(taskId: string): Promise<Outcome>;
  createBucket(name: string): Promise<boolean>;
}

interface Write {
  readonly entity: 'task' | 'details';
  readonly taskId: string;
  /** Sends with the newest known version and puts the answer into the state. */
  readonly send: () => Promise<void>;
}

/** What the visitor does to tasks: shown at once, sent to Graph, taken back with a word when Graph refuses. */
export function createTaskActions(
  { store, planner }: BoardServices,
  loader: PlanLoader,
  writes: WriteClock,
): TaskActions {
  let sent = 0;

  async function readAgain({ entity, taskId }: Write): Promise<void> {
    try {
      await loader.readTask(taskId);
      if (entity === 'details') await loader.readDetails(taskId);
    } catch {
      // Without connection there is nothing newer to show; the failure that led here has been told.
    }
  }

  async function run(write: Write): Promise<Outcome> {
    try {
      await writes.write(write.taskId, write.send);
      return 'saved';
    } catch (error) {
      const isConflict = error instanceof GraphFailure && error.kind === 'conflict';
      if (error instanceof GraphFailure && error.kind === 'gone') {
        store.dispatch({ type: 'taskGone', id: write.taskId });
      } else {
        await readAgain(write);
      }
      if (!isConflict) store.tell('error', explainFailure(error));
      return isConflict ? 'conflict' : 'failed';
    }
  }

  async function sendUpdate(taskId: string, patch: TaskPatch, etag?: string): Promise<Outcome> {
    sent += 1;
    const token = sent;
    store.dispatch({ type: 'changeSent', change: { token, id: taskId, entity: 'task', patch } });
    const outcome = await run({
      entity: 'task',
      taskId,
      async send() {
        const version = etag ?? store.state.tasks.get(taskId)?.['@odata.etag'] ?? '';
        const task = await planner.updateTask(taskId, version, patch);
        store.dispatch({ type: 'tasksRead', tasks: [task] });
      },
    });
    store.dispatch({ type: 'changeSettled', token });
    return outcome;
  }

  async function sendDetails(taskId: string, patch: DetailsPatch, etag?: string): Promise<Outcome> {
    sent += 1;
    const token = sent;
    store.dispatch({ type: 'changeSent', change: { token, id: taskId, entity: 'details', patch } });
    const outcome = await run({
      entity: 'details',
      taskId,
      async send() {
        const version = etag ?? store.state.details.get(taskId)?.['@odata.etag'] ?? '';
        const details = await planner.updateDetails(taskId, version, patch);
        store.dispatch({ type: 'detailsRead', details });
      },
    });
    store.dispatch({ type: 'changeSettled', token });
    return outcome;
  }

  /** A conflict over a choice, not a text, needs no question: the newest version is shown with a word about it. */
  function tellConflict(outcome: Outcome): Outcome {
    if (outcome === 'conflict') {
      store.tell('error', explainFailure(new GraphFailure('conflict', '')));
    }
    return outcome;
  }

  return {
    async create(task) {
      const planId = store.state.plan?.id;
      if (planId === undefined) return undefined;
      const first = columns({ ...store.state, filter: '' }).find(
        ({ bucket }) => bucket.id === task.bucketId,
      )?.open[0];
      try {
        const orderHint = hintBetween(undefined, first?.orderHint);
        const created = await planner.createTask({ ...task, planId, orderHint });
        store.dispatch({ type: 'tasksRead', tasks: [created] });
        return created.id;
      } catch (error) {
        store.tell('error', explainFailure(error));
        return undefined;
      }
    },

    async update(taskId, patch, etag) {
      const outcome = await sendUpdate(taskId, patch, etag);
      return etag === undefined ? tellConflict(outcome) : outcome;
    },

    async updateDetails(taskId, patch, etag) {
      const outcome = await sendDetails(taskId, patch, etag);
      return etag === undefined ? tellConflict(outcome) : outcome;
    },

    async move(taskId, place) {
      const task = shownTask(store.state, taskId);
      if (task === undefined || place.bucketId === noBucketId) return 'failed';
      const patch = movePatch(neighbours(store, taskId, place), task, place.bucketId);
      const outcome = await sendUpdate(taskId, patch);
      if (outcome !== 'conflict') return outcome;
      // A card's place is an intention, not a text: asked once more on the newest version, nothing of others is lost.
      return tellConflict(await sendUpdate(taskId, patch));
    },

    async delete(taskId) {
      const outcome = await run({
        entity: 'task',
        taskId,
        async send() {
          const etag = store.state.tasks.get(taskId)?.['@odata.etag'] ?? '';
          await planner.deleteTask(taskId, etag);
          store.dispatch({ type: 'taskGone', id: taskId });
        },
      });
      return tellConflict(outcome);
    },

    async createBucket(name) {
      const planId = store.state.plan?.id;
      if (planId === undefined) return false;
      const last = store.state.buckets.at(-1)?.orderHint;
      try {
        await planner.createBucket(planId, name, hintBetween(last, undefined));
        await loader.readBuckets();
        return true;
      } catch (error) {
        store.tell('error', explainFailure(error));
        return false;
      }
    },
  };
}

interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** The hints beside the place, as the full column has them: a filter must not tear neighbours apart. */
function neighbours(
  store: BoardServices['store'],
  taskId: string,
  { bucketId, beforeId }: Place,
): Neighbours {
  const column = columns({ ...store.state, filter: '' }).find(
    ({ bucket }) => bucket.id === bucketId,
  );
  const others = (column?.open ?? []).filter(({ id }) => id !== taskId);
  const index = beforeId === undefined ? -1 : others.findIndex(({ id }) => id === beforeId);
  const at = index < 0 ? others.length : index;
  return { previous: others[at - 1]?.orderHint, next: others[at]?.orderHint };
}

function movePatch({ previous, next }: Neighbours, task: GraphTask, bucketId: string): TaskPatch {
  const orderHint = hintBetween(previous, next);
  return task.bucketId === bucketId ? { orderHint } : { bucketId, orderHint };
}
