import type { WaitOptions } from '../../accounts/login/logins.js';
import type { OperationCall } from '../operation-call.js';

/** Lets a caller who waits for a sign-in see that it is still waited for. */
export function tellWaiting(
  { signal, progress }: Pick<OperationCall, 'signal' | 'progress'>,
  seconds: number,
  message = 'Waiting for the person to sign in',
): Pick<WaitOptions, 'signal' | 'progress'> {
  return {
    ...(signal !== undefined && { signal: signal() }),
    ...(progress !== undefined && {
      progress: (waitedMs: number) =>
        progress({ progress: Math.round(waitedMs / 1_000), total: seconds, message }),
    }),
  };
}
