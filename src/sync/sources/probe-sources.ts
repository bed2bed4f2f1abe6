import { GraphError } from '../../domain/graph-error.js';
import type { PlannerDelta } from '../../domain/planner-delta.js';
import type { ProbeAnswer, SourceCapabilities } from '../../domain/watch-source.js';
import type { LinkedPlans } from '../../tasks/linked-plans.js';
import { isTransient } from '../graph-refusals.js';
import type { SourceStore } from './source-store.js';

/** Tries whether Graph would notify of the changes in a plan; leaves nothing behind. Rejects with a GraphError. */
export type TryPlanSubscription = (planId: string) => Promise<void>;

export interface ProbeDeps {
  readonly linked: LinkedPlans;
  readonly store: Pick<SourceStore, 'read' | 'write'>;
  /** Null: Graph could not reach this server. */
  readonly trySubscription: TryPlanSubscription | null;
  /** Null: not wanted. */
  readonly delta: Pick<PlannerDelta, 'begin'> | null;
  readonly now: () => number;
}

export interface ProbeOutcome {
  readonly notification: ProbeAnswer['answer'];
  readonly delta: ProbeAnswer['answer'];
  /** When to try again (ms from now): daily, hourly where a permission is missing, sooner where something kept us from trying. */
  readonly againMs: number;
}

const dailyMs = 86_400_000;
/** A permission may be given any time. */
const hourlyMs = 3_600_000;
const soonMs = 600_000;

/**
 * Asks Graph which sources of changes it offers to an account, and keeps the answer. What is accepted today may be refused
 * tomorrow and the other way round, so it is asked daily.
 */
export async function probeSources(deps: ProbeDeps, accountId: string): Promise<ProbeOutcome> {
  const { linked, store, trySubscription, delta, now } = deps;
  const [own, readable] = await Promise.all([linked.ofAccount(accountId), linked.all()]);
  const planId = own.find((id) => readable.includes(id));
  const before = await store.read(accountId);
  const notification = await answerOf(planId, before?.notification, {
    attempt: trySubscription,
    whyNot:
      'PUBLIC_BASE_URL is not set, so Microsoft Graph could not reach this server; it has no change notifications for Planner anyway.',
    yes: 'Microsoft Graph takes subscriptions for plans: changes are told.',
    no: 'It has no change notifications for Planner; plans are looked at instead.',
  });
  const deltaAnswer = await answerOf(planId, before?.delta, {
    attempt: delta && ((plan) => delta.begin(plan)),
    whyNot: 'PLANNER_DELTA is off; it is a beta of Microsoft Graph.',
    yes: 'Microsoft Graph answers delta queries (beta). With application permissions they tell of progress and assignments only; complete looks show the rest.',
    no: 'Delta queries need the application permission Tasks.Read.All, or Tasks.Read of the person of the account; plans are looked at instead.',
  });
  const capabilities: SourceCapabilities = {
    probedAt: new Date(now()).toISOString(),
    notification: notification.told,
    delta: deltaAnswer.told,
  };
  await store.write(accountId, capabilities);
  const isUntried = planId === undefined && (trySubscription !== null || delta !== null);
  return {
    notification: capabilities.notification.answer,
    delta: capabilities.delta.answer,
    againMs: Math.min(isUntried ? soonMs : dailyMs, notification.againMs, deltaAnswer.againMs),
  };
}

function notTried(reason: string) {
  return { told: { answer: 'not_tried', reason }, againMs: dailyMs } as const;
}

async function answerOf(
  planId: string | undefined,
  before: ProbeAnswer | undefined,
  source: {
    readonly attempt: ((planId: string) => Promise<unknown>) | null;
    readonly whyNot: string;
    readonly yes: string;
    /** After what Graph said when it refused: what that means. */
    readonly no: string;
  },
): Promise<{ readonly told: ProbeAnswer; readonly againMs: number }> {
  if (source.attempt === null) return notTried(source.whyNot);
  if (planId === undefined) return notTried('No plan is linked that it could be tried with.');
  try {
    await source.attempt(planId);
    return { told: { answer: 'accepted', reason: source.yes }, againMs: dailyMs };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const said = `${error.message}.`;
    if (!isTransient(error)) {
      const told = { answer: 'refused', reason: `${said} ${source.no}` } as const;
      return { told, againMs: error.code === 'forbidden' ? hourlyMs : dailyMs };
    }
    // What worked goes on being used; whether it still does shows where it is used.
    if (before?.answer === 'accepted') return { told: before, againMs: dailyMs };
    return { told: { answer: 'failed', reason: said }, againMs: soonMs };
  }
}
