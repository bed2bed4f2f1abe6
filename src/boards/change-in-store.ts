import { contentOf } from '../domain/content.js';
import type { TaskDocument } from '../domain/task.js';
import type { BoardDeps, BoardUser } from './board-deps.js';
import { fromDocument } from './board-task.js';
import type { ChangedTask } from './change-task.js';
import { mostTries } from './stale.js';
import { toStoreUpdate } from './store-body.js';
import { codeOf, toRefusal } from './store-refusal.js';
import { applyChange, type TaskChange } from './task-change.js';

/** Changes a task of the store, as agents do; sync carries it to Planner. ProblemErrors of the store. */
export async function changeInStore(
  { store }: Pick<BoardDeps, 'store'>,
  { actor }: Pick<BoardUser, 'actor'>,
  { taskId, change }: { readonly taskId: string; readonly change: TaskChange },
): Promise<ChangedTask> {
  for (let tries = 1; ; tries += 1) {
    // Written, and checked, by this product.
    const document = JSON.parse(await store.read(taskId)) as TaskDocument;
    const before = fromDocument(document);
    const { body: fields, expectedRev } = toStoreUpdate(
      document,
      applyChange(contentOf(document), change),
    );
    const isPlaced = change.planId !== undefined && document.planId !== change.planId;
    const body = isPlaced ? { ...fields, planId: change.planId } : fields;
    if (body === null) return { before, after: before, conflicts: [], written: null };
    const reply = await store.write(
      { operation: 'update', id: taskId, body },
      { actor, ...(expectedRev !== undefined && { expectedRev }) },
    );
    if (reply.status < 400) {
      const after = JSON.parse(reply.json) as TaskDocument;
      return {
        before,
        after: fromDocument(after),
        conflicts: [],
        written: reply.rev > document.rev ? { taskId, rev: reply.rev } : null,
      };
    }
    if (codeOf(reply.json) !== 'stale_revision' || tries >= mostTries) throw toRefusal(reply.json);
  }
}
