import type { LoginRecord } from './login-record.js';

/** What the durable flow of a sign-in is told; see `workflows/login`. */
export interface LoginStart {
  readonly loginId: string;
  readonly flow: 'code' | 'device';
  /** Until it expires (ms). */
  readonly livesMs: number;
  /** Between two questions about a device code (ms). */
  readonly intervalMs?: number;
}

/** Starts and signals the durable flows of sign-ins. Every call rejects while Temporal is away, and is harmless to repeat. */
export interface LoginStarter {
  start(login: LoginStart): Promise<void>;
  /** An answer is in Redis, for whatever it is worth. Starts the flow where Temporal has lost it. */
  callbackArrived(login: LoginStart): Promise<void>;
  cancelled(loginId: string): Promise<void>;
}

export function toLoginStart(record: LoginRecord): LoginStart {
  const { loginId, kind, beganAt, expiresAt, intervalMs } = record;
  return {
    loginId,
    flow: kind === 'device' ? 'device' : 'code',
    livesMs: expiresAt - beganAt,
    ...(intervalMs !== null && { intervalMs }),
  };
}
