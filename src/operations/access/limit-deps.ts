import type { Caller } from '../../domain/access/caller.js';
import { seesPlan } from '../../domain/access/caller.js';
import { refuseTaskWrite } from '../../domain/access/task-access.js';
import { ProblemError } from '../../domain/problem.js';
import type { TaskDocument } from '../../domain/task.js';
import { limitHistory } from '../../review/limit-history.js';
import type { KeptReplies, KeyedCall } from '../../tasks/kept-replies.js';
import type { TaskStore, WriteAccess } from '../../tasks/task-store.js';
import type { ActionDeps } from '../define-action.js';
import type { OperationDeps } from '../define-operation.js';
import { limitEvents, limitWait } from './limit-events.js';
import { limitMetadata, limitNames } from './limit-metadata.js';
import { limitPlans, limitPreview, limitStatus, requireSeen } from './limit-plans.js';

/**
 * What operations work with, as it is for a caller who sees only some plans or may not write to every task. What it does
 * not see is as if it were not there: 404, never 403. Writes are judged in Redis, in their own step.
 */
export function limitDeps(deps: OperationDeps, caller: Caller): OperationDeps {
  const access: WriteAccess = {
    plans: caller.plans === null ? null : [...caller.plans],
    policy: caller.policy,
  };
  const ofPlans = caller.plans === null ? {} : { plans: caller.plans };
  const store = limitStore(deps.store, caller, access);
  const history = limitHistory(deps.history, caller);
  const conflicts: OperationDeps['conflicts'] = {
    list(query) {
      if (query.planId !== undefined) requireSeen(caller, query.planId);
      return deps.conflicts.list({ ...query, ...ofPlans });
    },
    async get(id) {
      const conflict = await deps.conflicts.get(id);
      if (seesPlan(caller, conflict.planId)) return conflict;
      throw new ProblemError('not_found', 'There is no such conflict, or it is no longer kept');
    },
    note: (id, resolution) => deps.conflicts.note(id, resolution),
  };
  const mayWrite = (document: TaskDocument, actor: string): void => {
    const refusal = refuseTaskWrite(document, caller, actor);
    if (refusal !== null) throw new ProblemError('write_policy', refusal);
  };

  return {
    ...deps,
    store,
    boards: deps.boards.limitedTo(caller, store),
    history,
    conflicts,
    events: limitEvents(deps.events, caller),
    waitForChange: limitWait(deps.waitForChange, caller, store),
    syncStatus: limitStatus(deps.syncStatus, caller),
    plans: limitPlans(deps.plans, caller),
    previewPlan: limitPreview(deps.previewPlan, caller),
    names: limitNames(deps.names, caller),
    metadata: limitMetadata(deps.metadata, caller),
    health: {
      async read() {
        const report = await deps.health.read();
        const findings = report.findings.filter(
          ({ planId }) => planId === null || seesPlan(caller, planId),
        );
        return { ...report, findings };
      },
    },
    keptReplies: limitKeptReplies(deps.keptReplies, caller),
    failures: {
      list(query) {
        if (query.planId !== undefined) requireSeen(caller, query.planId);
        return deps.failures.list({ ...query, ...ofPlans });
      },
      retry(what) {
        if (what.planId !== undefined) requireSeen(caller, what.planId);
        return deps.failures.retry({ ...what, ...ofPlans });
      },
    },
    async plannerIdOf(id) {
      try {
        await history.read(id);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'not_found') return null;
        throw error;
      }
      return deps.plannerIdOf(id);
    },
    async explain(id) {
      await history.read(id);
      return deps.explain(id);
    },
    async resolveConflict(id, choice, options) {
      const { taskId } = await conflicts.get(id);
      const { document } = await history.read(taskId);
      mayWrite(document, options.actor);
      return deps.resolveConflict(id, choice, { ...options, access });
    },
    undo: {
      async operation(id, rev, options) {
        const { document } = await history.read(id);
        mayWrite(document, options.actor);
        return deps.undo.operation(id, rev, { ...options, access: undoAccess(options.actor) });
      },
      agent: (wanted, options) =>
        deps.undo.agent(wanted, { ...options, access: undoAccess(options.actor) }),
    },
  };

  function undoAccess(actor: string) {
    return {
      write: access,
      sees: ({ planId }: TaskDocument) => seesPlan(caller, planId),
      refuse: (document: TaskDocument) => refuseTaskWrite(document, caller, actor),
    };
  }
}

/** What actions work with, likewise, where they are done later. */
export function limitActionDeps(deps: ActionDeps, caller: Caller): ActionDeps {
  const { plans, policy } = caller;
  if (plans === null && policy === 'all') return deps;
  const access: WriteAccess = { plans: plans === null ? null : [...plans], policy };
  const store = limitStore(deps.store, caller, access);
  return {
    ...deps,
    store,
    boards: deps.boards.limitedTo(caller, store),
    plans: limitPlans(deps.plans, caller),
    names: limitNames(deps.names, caller),
    metadata: limitMetadata(deps.metadata, caller),
    async plannerIdOf(id) {
      if (plans === null) return deps.plannerIdOf(id);
      try {
        await store.read(id);
      } catch (error) {
        if (error instanceof ProblemError && error.status === 404) return null;
        throw error;
      }
      return deps.plannerIdOf(id);
    },
  };
}

function limitStore(store: TaskStore, { plans }: Caller, access: WriteAccess): TaskStore {
  return {
    write: (write, context) => store.write(write, { ...context, access }),
    read: (id) => store.read(id, plans ?? undefined),
    list(query) {
      if (plans === null) return store.list(query);
      if (query.planId !== undefined) {
        requireSeen({ plans }, query.planId);
        return store.list(query);
      }
      const [only] = plans;
      return plans.size === 1 && only !== undefined
        ? store.list({ ...query, planId: only })
        : store.list({ ...query, plans });
    },
  };
}

/** An answer that was kept when the key's name saw other plans is another one. */
function limitKeptReplies(kept: KeptReplies, { plans }: Caller): KeptReplies {
  if (plans === null) return kept;
  const seen = [...plans].toSorted();
  const asSeen = (call: KeyedCall): KeyedCall => ({ ...call, input: [call.input, seen] });
  return {
    find: (call) => kept.find(asSeen(call)),
    keep: (call, json) => kept.keep(asSeen(call), json),
    claim: (call, effect) => kept.claim(asSeen(call), effect),
    forgetUnknown: (call, mark) => kept.forgetUnknown(asSeen(call), mark),
    keepWaiting: (call, approvalId) => kept.keepWaiting(asSeen(call), approvalId),
    forgetWaiting: (call) => kept.forgetWaiting(asSeen(call)),
  };
}
