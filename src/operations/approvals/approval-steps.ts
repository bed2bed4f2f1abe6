import { ulid } from 'ulid';
import { blankAuditEntry, type AuditLog } from '../../access/audit-log.js';
import {
  toLaterCaller,
  type ApprovalRecord,
  type Outcome,
} from '../../approvals/approval-record.js';
import type { ApprovalLook, ApprovalSteps } from '../../approvals/approval-steps.js';
import type { ApprovalStore } from '../../approvals/approval-store.js';
import { judgeRisk, type ApprovalRule } from '../../domain/approvals/approval-policy.js';
import type { OutcomeState } from '../../domain/approvals/approval-state.js';
import type { Caller } from '../../domain/access/caller.js';
import { refuseOperation } from '../../domain/access/refuse-operation.js';
import { GraphError } from '../../domain/graph-error.js';
import { ProblemError } from '../../domain/problem.js';
import { limitActionDeps } from '../access/limit-deps.js';
import type { ActionLog } from '../actions/action-log.js';
import type { DoneAction, PreparedAction } from '../actions/action-steps.js';
import { unknownOutcome } from '../actions/run-action.js';
import { wasApplied } from '../actions/was-applied.js';
import type { ActionDeps } from '../define-action.js';
import type { Operation } from '../define-operation.js';
import { toGraphProblem } from '../graph-problem.js';
import type { OperationCall } from '../operation-call.js';

/** A yes just before the end still counts for so long (ms); later, what was approved is too old to be done. */
const graceMs = 3_600_000;

export interface ApprovalStepsDeps {
  readonly store: ApprovalStore;
  readonly actionDeps: ActionDeps;
  readonly findOperation: (name: string) => Operation | null;
  /** The caller as it may call now; ProblemError unauthorized where it may not any more. */
  readonly currentCaller: (caller: Caller) => Promise<Caller>;
  readonly rules: readonly ApprovalRule[];
  readonly isReadOnly: boolean;
  readonly actions: ActionLog;
  readonly audit: Pick<AuditLog, 'note'>;
  /** Tells operators of something whose outcome nobody knows. */
  readonly onUnknown: (approvalId: string, operation: string) => Promise<void>;
  readonly now: () => number;
}

type Kept = ApprovalRecord & { readonly decision: NonNullable<ApprovalRecord['decision']> };

/** What a worker does for approvals: with the same operations as the server, and the caller's own permissions. */
export function createApprovalSteps(deps: ApprovalStepsDeps): ApprovalSteps {
  const { store, actions, audit, onUnknown, now } = deps;

  return {
    async look(approvalId): Promise<ApprovalLook> {
      const record = await store.read(approvalId);
      if (record === null) return 'gone';
      if (record.outcome !== null) return 'over';
      const decision = record.decision ?? (await expire(record));
      if (decision === null) return 'waiting';
      if (decision.verdict !== 'approved') await store.close(approvalId);
      return decision.verdict;
    },

    async perform(approvalId) {
      const record = await store.read(approvalId);
      if (record?.decision == null) return 'gone';
      if (record.outcome !== null) return record.outcome.state;
      return settle(record, await attempt({ ...record, decision: record.decision }));
    },

    async giveUp(approvalId) {
      const record = await store.read(approvalId);
      if (record === null || record.outcome !== null) return;
      const detail = 'Microsoft or we could not do it for too long, and nothing was done';
      await settle(
        record,
        record.hasBegun
          ? toUnknown(record, null)
          : { state: 'failed', problem: new ProblemError('graph_unavailable', detail) },
      );
    },
  };

  async function expire({ id, asked }: ApprovalRecord) {
    const at = now();
    if (at < asked.expiresAt) return null;
    // Somebody may decide in this very moment: the first counts.
    return store.decide(id, { verdict: 'expired', by: null, comment: null, at });
  }

  /** Throws what is to be tried again, where nothing was done. */
  async function attempt(record: Kept): Promise<Ended> {
    const { id, asked } = record;
    const operation = deps.findOperation(asked.operation);
    const action = operation?.action;
    if (operation === null || action === undefined) {
      return failed(new ProblemError('not_found', `There is no ${asked.operation} any more`));
    }
    if (record.hasBegun && !action.isDeduplicated) return toUnknown(record, null);
    const until = Math.max(asked.expiresAt, record.decision.at + graceMs);
    if (!record.hasBegun && now() > until) {
      const detail = 'It was approved, but could not be done in time, and nothing was done';
      return failed(new ProblemError('approval_expired', detail));
    }
    let prepared: PreparedAction;
    try {
      prepared = await prepareAgain(record, operation);
    } catch (error) {
      return failedFor(error, operation);
    }
    const { effect, details } = prepared;
    if (JSON.stringify([effect, details]) !== JSON.stringify([asked.effect, asked.details])) {
      const detail = `Nothing was done: it would now be "${effect}"${effect === asked.effect ? ', with other details' : ''}`;
      return { state: 'outdated', problem: new ProblemError('approval_outdated', detail) };
    }
    if (!(await store.begin(id)) && !action.isDeduplicated) return toUnknown(record, null);
    try {
      return { state: 'done', done: await prepared.perform() };
    } catch (error) {
      if (!action.isDeduplicated && wasApplied(error) === 'unknown')
        return toUnknown(record, error);
      await store.unbegin(id);
      return failedFor(error, operation);
    }
  }

  async function prepareAgain(
    { id, asked }: ApprovalRecord,
    operation: Operation,
  ): Promise<PreparedAction> {
    const caller = await deps.currentCaller(toLaterCaller(asked.asker));
    const refusal = refuseOperation(operation, caller, deps.isReadOnly);
    if (refusal !== null) throw refusal;
    if (operation.risk !== undefined && judgeRisk(deps.rules, caller, operation.risk) === 'deny') {
      throw new ProblemError('action_denied', `${operation.name} is refused to this caller now`);
    }
    const call: OperationCall = {
      input: asked.input,
      actor: asked.asker.actor,
      caller,
      idempotencyKey: id,
    };
    if (operation.action === undefined) throw new Error('Only actions are approved');
    const found = await operation.action.prepare(limitActionDeps(deps.actionDeps, caller), call);
    // As it was kept, so that what JSON does not tell apart is no difference.
    const { effect, details } = JSON.parse(JSON.stringify(found)) as Pick<
      PreparedAction,
      'effect' | 'details'
    >;
    return { effect, details, perform: () => found.perform() };
  }

  async function settle(record: ApprovalRecord, ended: Ended): Promise<OutcomeState> {
    const { id, asked } = record;
    const at = now();
    if (ended.state !== 'done') {
      await store.finish(id, { state: ended.state, at, problem: toKept(ended.problem) });
      note(record, ended.problem.status, { code: ended.problem.code });
      if (ended.state === 'unknown') await onUnknown(id, asked.operation);
      return ended.state;
    }
    const { result, undo, id: object } = ended.done;
    const actionId = ulid();
    const told = { ...result, actionId, canUndo: undo !== undefined };
    await store.finish(id, { state: 'done', at, result: told });
    await actions.note(actionId, {
      owner: asked.asker.owner,
      actor: asked.asker.actor,
      operation: asked.operation,
      effect: asked.effect,
      approvalId: id,
      ...(undo !== undefined && { undo: { ...undo, input: { ...undo.input } } }),
    });
    note(record, 200, { ...(object !== undefined && { object }) });
    return 'done';
  }

  function note(
    { id, asked, decision }: ApprovalRecord,
    status: number,
    more: { readonly code?: ProblemError['code']; readonly object?: string },
  ): void {
    audit.note({
      ...blankAuditEntry(now()),
      actor: asked.asker.actor,
      keyId: asked.asker.keyId,
      operation: asked.operation,
      object: more.object ?? id,
      status,
      code: more.code ?? null,
      reason: `approved by ${decision?.by ?? 'nobody'} (approval ${id})`,
    });
  }
}

type Ended =
  | { readonly state: 'done'; readonly done: DoneAction }
  | { readonly state: 'failed' | 'outdated' | 'unknown'; readonly problem: ProblemError };

function failed(problem: ProblemError): Ended {
  return { state: 'failed', problem };
}

/** Throws what may pass. */
function failedFor(error: unknown, operation: Operation): Ended {
  if (mayPass(error)) throw error;
  const problem = toGraphProblem(error, operation);
  if (problem instanceof ProblemError) return failed(problem);
  throw error;
}

/** Trouble of Microsoft or of ours that time may mend, by itself. */
function mayPass(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof GraphError) return passing.has(at.code);
  }
  return error instanceof ProblemError && error.status >= 500;
}

const passing: ReadonlySet<GraphError['code']> = new Set([
  'throttled',
  'unavailable',
  'failed_dependency',
  'timeout',
  'unreachable',
  'unauthorized',
]);

function toUnknown({ asked }: ApprovalRecord, cause: unknown): Ended {
  return { state: 'unknown', problem: unknownOutcome(asked.effect, cause) };
}

function toKept(problem: ProblemError): NonNullable<Outcome['problem']> {
  return { detail: problem.message, ...problem.toProblem() };
}
