import type { AuditEntry, AuditLog } from '../../access/audit-log.js';
import { RateLimitedError, type RateStanding, type TakeRequest } from '../../access/rate-limits.js';
import type { NoteRefusal } from '../../access/refusal-notes.js';
import type { Caller } from '../../domain/access/caller.js';
import { refuseOperation, type Guarded } from '../../domain/access/refuse-operation.js';
import { GraphError } from '../../domain/graph-error.js';
import {
  ProblemError,
  problemCatalogue,
  type Challenge,
  type ProblemCode,
} from '../../domain/problem.js';
import type { Operation, OperationDeps, OperationReply } from '../define-operation.js';
import type { OperationCall, RunOther } from '../operation-call.js';
import { separateParams } from '../separate-params.js';
import { toClaimsProblem } from './claims-problem.js';
import { limitDeps } from './limit-deps.js';
import { objectOf } from './object-of.js';

/** Where a call comes from. */
export interface CallOrigin {
  readonly caller: Caller;
  readonly requestId: string | null;
  readonly from: string | null;
  /** What a refusal for lack of a scope tells besides. */
  readonly challenge?: Challenge;
  /** Is told how much more the caller may ask, also when that is nothing. */
  readonly onStanding: (standing: RateStanding) => void;
}

/** What every use of an operation passes, whichever protocol it comes by. */
export interface Gate {
  /** What the caller may use; nothing else is shown to it. */
  mayUse(guarded: Guarded, caller: Caller): boolean;
  /**
   * Refuses what the caller may not do: ProblemError insufficient_scope, forbidden, read_only, write_policy,
   * too_many_requests.
   */
  enter(guarded: Guarded, origin: CallOrigin): void | Promise<void>;
  /** Runs an operation that was entered, with what there is for the caller, and writes down what it did. */
  run(operation: Operation, origin: CallOrigin, call: OperationCall): Promise<OperationReply>;
  /** What there is for the caller. */
  depsFor(caller: Caller): OperationDeps;
}

export interface GateDeps {
  readonly operations: OperationDeps;
  readonly isReadOnly: boolean;
  /** Null: no limit. */
  readonly takeRequest: TakeRequest | null;
  /** An operation by its name; null: there is none. */
  readonly findOperation: (name: string) => Operation | null;
  readonly audit: Pick<AuditLog, 'note'>;
  readonly noteRefusal: NoteRefusal;
  readonly now: () => number;
}

export function createGate(deps: GateDeps): Gate {
  const { operations, isReadOnly, takeRequest, findOperation, audit, noteRefusal, now } = deps;
  const limited = new WeakMap<Caller, OperationDeps>();

  const depsFor = (caller: Caller): OperationDeps => {
    if (caller.plans === null && caller.policy === 'all') return operations;
    const known = limited.get(caller);
    if (known !== undefined) return known;
    const made = limitDeps(operations, caller);
    limited.set(caller, made);
    return made;
  };

  const runOther =
    (origin: CallOrigin, call: OperationCall): RunOther =>
    async (name, input, options = {}) => {
      const operation = findOperation(name);
      if (operation === null) throw new ProblemError('not_found', `There is no operation ${name}`);
      await gate.enter(operation, origin);
      const { params: _params, input: _input, idempotencyKey: _key, ...how } = call;
      return gate.run(operation, origin, {
        ...how,
        ...separateParams(operation, input),
        ...options,
      });
    };

  const gate: Gate = {
    mayUse: (guarded, caller) => refuseOperation(guarded, caller, isReadOnly) === null,
    enter(guarded, origin) {
      const refusal = refuseOperation(guarded, origin.caller, isReadOnly);
      if (refusal !== null) {
        noteRefused(guarded, origin, refusal);
        throw origin.challenge === undefined ? refusal : refusal.asking(origin.challenge);
      }
      if (takeRequest !== null) return take(takeRequest, guarded, origin);
    },
    async run(operation, origin, call) {
      const withOthers = { ...call, runOther: runOther(origin, call) };
      const runs = operation.run(depsFor(origin.caller), withOthers).catch((error: unknown) => {
        throw toClaimsProblem(error);
      });
      if (operation.annotations.readOnly) return runs;
      try {
        const reply = await runs;
        // Nothing is done before the person has answered; then the call comes again.
        if (reply.elicit !== undefined) return reply;
        const object =
          reply.id !== undefined && reply.id !== '' ? reply.id : objectOf(operation, call);
        const isDone = reply.status < 400;
        const isWaiting = reply.httpStatus === 202;
        const done = isWaiting ? 202 : isDone ? operation.http.successStatus : reply.status;
        const code = isDone ? null : codeIn(reply.json);
        audit.note({
          ...entryOf(operation, origin),
          actor: call.actor,
          object,
          status: done,
          code,
          suppressed: 0,
        });
        return reply;
      } catch (error) {
        const object = objectOf(operation, call);
        audit.note({
          ...entryOf(operation, origin),
          ...failureOf(error),
          actor: call.actor,
          object,
          suppressed: 0,
        });
        throw error;
      }
    },
    depsFor,
  };
  return gate;

  function take(taker: TakeRequest, guarded: Guarded, origin: CallOrigin): void | Promise<void> {
    const refused = (error: unknown): never => {
      if (error instanceof RateLimitedError) {
        origin.onStanding(error.standing);
        noteRefused(guarded, origin, error);
      }
      throw error;
    };
    try {
      const standing = taker(bucketOf(origin.caller));
      if (standing instanceof Promise) return standing.then(origin.onStanding, refused);
      origin.onStanding(standing);
    } catch (error) {
      return refused(error);
    }
  }

  function noteRefused(guarded: Guarded, origin: CallOrigin, problem: ProblemError): void {
    noteRefusal({
      ...entryOf(guarded, origin),
      status: problem.status,
      code: problem.code,
      reason: problem.message,
      from: origin.from,
    });
  }

  function entryOf(
    { name }: Guarded,
    { caller, requestId }: CallOrigin,
  ): Omit<AuditEntry, 'suppressed'> {
    return {
      at: new Date(now()).toISOString(),
      actor: caller.actor,
      keyId: caller.keyId,
      operation: name,
      object: null,
      status: 200,
      code: null,
      reason: null,
      from: null,
      requestId,
      graphRequestId: null,
    };
  }
}

/** A key's name as it is; whoever has a name that moves on to others, by what does not. */
function bucketOf({ kind, actor, owner }: Caller): string {
  return kind === 'person' || kind === 'app' ? owner : (actor ?? 'agent');
}

function codeIn(json: string): string | null {
  const code = /"code":"([a-z_]+)"/.exec(json)?.[1];
  return code !== undefined && isCode(code) ? code : null;
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code);
}

function failureOf(error: unknown): Pick<AuditEntry, 'status' | 'code' | 'graphRequestId'> {
  const graphRequestId = graphRequestIdIn(error);
  if (error instanceof ProblemError) {
    return { status: error.status, code: error.code, graphRequestId };
  }
  return { status: 500, code: 'internal', graphRequestId };
}

function graphRequestIdIn(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof GraphError) return at.clientRequestId;
  }
  return null;
}
