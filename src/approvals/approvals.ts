import { setTimeout as pause } from 'node:timers/promises';
import { blankAuditEntry, type AuditLog } from '../access/audit-log.js';
import { approvalState, isOver, type Verdict } from '../domain/approvals/approval-state.js';
import {
  judgeRisk,
  type ApprovalAnswer,
  type ApprovalRule,
} from '../domain/approvals/approval-policy.js';
import { refuseDecider, seesApproval, type Decider } from '../domain/approvals/may-decide.js';
import type { Risk } from '../domain/approvals/risk.js';
import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import { toAsker, type ApprovalRecord, type Asked } from './approval-record.js';
import type { ApprovalStore } from './approval-store.js';
import type { ApprovalStarter } from './approval-starter.js';
import { createApprovalQuestions, type ApprovalQuestions } from './approval-questions.js';
import { toApprovalView, type ApprovalView } from './approval-view.js';

/** What is asked for. */
export interface Wanted extends Pick<
  Asked,
  'operation' | 'input' | 'fingerprint' | 'effect' | 'details'
> {
  readonly caller: Caller;
  readonly actor: string;
  /** Where it comes again under the same id, it is the same. */
  readonly id: string;
}

/** Who decides, as it is written down. */
export interface DecidingParty extends Decider {
  /** For people. */
  readonly name: string;
  readonly keyId: string | null;
}

export interface DecisionOptions {
  readonly verdict: Exclude<Verdict, 'expired'>;
  readonly comment: string | null;
}

/** Who looks. */
export type Onlooker = Pick<Decider, 'owner' | 'mayDecideForOthers'>;

export interface WaitOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: ((waitedMs: number) => void) | undefined;
}

export interface ListOptions {
  readonly limit: number;
  /** Only what may still change. */
  readonly isOpenOnly: boolean;
}

/** What waits for people. ProblemError approval_not_found for what is not there for who looks. */
export interface Approvals {
  judge(caller: Caller, risk: Risk): ApprovalAnswer;
  readonly questions: ApprovalQuestions;
  /** ProblemError temporal_unavailable: then nothing waits. too_many_requests where too much waits already. */
  ask(wanted: Wanted): Promise<ApprovalView>;
  read(id: string, onlooker: Onlooker): Promise<ApprovalView>;
  /** Answers as soon as it is over, or as it is when the time is. */
  wait(id: string, onlooker: Onlooker, options: WaitOptions): Promise<ApprovalView>;
  /** What is there for who looks, the newest first. */
  list(onlooker: Onlooker, options: ListOptions): Promise<readonly ApprovalView[]>;
  /** ProblemError forbidden, approval_decided, approval_expired. */
  decide(id: string, decider: DecidingParty, options: DecisionOptions): Promise<ApprovalView>;
  /** Writes down what a person said in the caller's own program. */
  noteInHost(
    call: { readonly actor: string; readonly keyId: string | null },
    wasAccepted: boolean,
  ): void;
}

const lookMs = 300;
const mostListed = 500;
const mostOpen = 500;
/** One caller gone wild must not keep others from asking. */
const mostOpenOfOne = 100;

export function createApprovals(deps: {
  readonly store: ApprovalStore;
  readonly redis: Parameters<typeof createApprovalQuestions>[0]['redis'];
  readonly keys: Parameters<typeof createApprovalQuestions>[0]['keys'];
  readonly flows: ApprovalStarter;
  readonly rules: readonly ApprovalRule[];
  readonly ttlMs: number;
  /** Where people reach us. */
  readonly baseUrl: () => string;
  readonly audit: Pick<AuditLog, 'note'>;
  readonly onLost: (error: unknown) => void;
  readonly now: () => number;
}): Approvals {
  const { store, flows, rules, ttlMs, baseUrl, audit, onLost, now } = deps;
  const view = (record: ApprovalRecord): ApprovalView => toApprovalView(record, baseUrl(), now());

  const find = async (id: string, onlooker: Onlooker): Promise<ApprovalRecord> => {
    const record = await store.read(id);
    if (record !== null && seesApproval(record.asked.asker, onlooker)) return record;
    throw new ProblemError(
      'approval_not_found',
      'There is no such approval, or it is no longer kept',
    );
  };

  function noteDecision(id: string, { name, keyId }: DecidingParty, verdict: Verdict): void {
    audit.note({
      ...blankAuditEntry(now()),
      actor: name,
      keyId,
      operation: 'approvals_decide',
      object: id,
      reason: `${verdict} on the page`,
    });
  }

  return {
    judge: (caller, risk) => judgeRisk(rules, caller, risk),
    questions: createApprovalQuestions(deps),

    async ask({ caller, actor, id, ...what }) {
      const open = (await store.open()).length;
      const ofOne = open < mostOpenOfOne ? open : await store.countOpen(caller.owner);
      if (open >= mostOpen || ofOne >= mostOpenOfOne) {
        const many = ofOne >= mostOpenOfOne ? `${String(ofOne)} of your` : String(open);
        const detail = `${many} calls wait for a person already: see approvals_list`;
        throw new ProblemError('too_many_requests', detail);
      }
      const askedAt = now();
      const expiresAt = askedAt + ttlMs;
      const asked: Asked = { ...what, asker: toAsker(caller, actor), askedAt, expiresAt };
      const isNew = await store.create(id, asked);
      const record = await store.read(id);
      if (record === null) throw new Error('An approval that was just kept is gone');
      if (record.asked.fingerprint !== what.fingerprint) {
        throw new ProblemError(
          'idempotency_key_reused',
          'The key has been used for another request that waits for a person',
        );
      }
      try {
        await flows.start(startOf(record, now()));
      } catch (error) {
        if (isNew) await store.remove(id);
        throw temporalAway(error);
      }
      return view(record);
    },

    async read(id, onlooker) {
      return view(await find(id, onlooker));
    },

    async wait(id, onlooker, { timeoutMs, signal, onWait }) {
      const beganAt = performance.now();
      for (;;) {
        const seen = view(await find(id, onlooker));
        const waited = performance.now() - beganAt;
        if (isOver(seen.state) || waited >= timeoutMs || signal?.aborted === true) return seen;
        onWait?.(waited);
        await pause(Math.min(lookMs, timeoutMs - waited), null, {
          ...(signal && { signal }),
        }).catch(() => undefined);
      }
    },

    async list(onlooker, { limit, isOpenOnly }) {
      const records = await store.newest(mostListed);
      return records
        .filter(({ asked }) => seesApproval(asked.asker, onlooker))
        .map(view)
        .filter(({ state }) => !isOpenOnly || !isOver(state))
        .slice(0, limit);
    },

    async decide(id, decider, { verdict, comment }) {
      const record = await find(id, decider);
      const refusal = refuseDecider(record.asked.asker, decider);
      if (refusal !== null) throw new ProblemError('forbidden', refusal);
      const at = now();
      const { expiresAt } = record.asked;
      const state = approvalState({ expiresAt, ...stateIn(record) }, at);
      if (state === 'expired') {
        throw new ProblemError('approval_expired', 'Its time is over, and nothing was done');
      }
      const mine = { verdict, by: decider.name, comment, at };
      const counts = await store.decide(id, mine);
      if (counts === null) throw new ProblemError('approval_not_found', 'It is no longer kept');
      // The same again is what comes of a lost answer, or of two clicks.
      if (counts.verdict !== verdict || counts.by !== decider.name) {
        const who = counts.by ?? 'Nobody in time';
        throw new ProblemError('approval_decided', `${who} has ${counts.verdict} it already`);
      }
      // Where Temporal is away it is told when it is back: what counts is kept here.
      await flows.decided(startOf(record, now())).catch(onLost);
      // What comes by an operation is written down as every operation is.
      if (decider.way === 'page') noteDecision(id, decider, verdict);
      return view({ ...record, decision: counts });
    },

    noteInHost({ actor, keyId }, wasAccepted) {
      audit.note({
        ...blankAuditEntry(now()),
        actor,
        keyId,
        operation: 'approvals_decide',
        status: wasAccepted ? 200 : 403,
        code: wasAccepted ? null : 'approval_refused',
        reason: "in the caller's own program",
      });
    },
  };
}

/** For the flow of a record. */
export function startOf({ id, asked }: ApprovalRecord, now: number) {
  const { operation, expiresAt } = asked;
  return { approvalId: id, operation, livesMs: Math.max(0, expiresAt - now) };
}

export function stateIn({ decision, outcome }: ApprovalRecord) {
  return { verdict: decision?.verdict ?? null, outcome: outcome?.state ?? null };
}

function temporalAway(error: unknown): ProblemError {
  const problem = new ProblemError(
    'temporal_unavailable',
    'What waits for a person is kept by Temporal, which is away; nothing was done',
  );
  problem.cause = error;
  return problem;
}
