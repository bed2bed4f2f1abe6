import { defineQuery, defineSignal } from '@temporalio/workflow';

/** Ids and times only: who signs in, and every secret of it, is in Redis under the id. */
export interface LoginInput {
  readonly loginId: string;
  /** `code`: a browser brings the answer. `device`: Entra is asked for it. */
  readonly flow: 'code' | 'device';
  /** Until it expires (ms). */
  readonly livesMs: number;
  /** Between two questions about a device code (ms). */
  readonly intervalMs?: number;
}

/** How it ended: `completed`, or a word for why not. */
export interface LoginEnd {
  readonly ended: string;
  readonly accountId: string | null;
}

export interface LoginProgress {
  readonly state: 'waiting' | 'redeeming' | 'ended';
  readonly ended: string | null;
  /** Questions about a device code so far. */
  readonly polls: number;
}

/** A browser brought Microsoft's answer; it is in Redis. */
export const callbackArrived = defineSignal('callbackArrived');
/** Nobody wants it any more. */
export const cancelled = defineSignal('cancelled');
export const loginProgress = defineQuery<LoginProgress>('loginProgress');

export const loginWorkflow = 'login';

/** One open run per sign-in; the namespace in front lets tenants share a Temporal namespace. */
export function loginFlowId(namespace: string, loginId: string): string {
  return `${namespace}/login/${loginId}`;
}
