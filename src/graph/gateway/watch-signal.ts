import type { GraphRequest } from './graph-request.js';
import { toOwnError } from './graph-failure.js';
import type { Call } from './send-queue.js';

/**
 * The call, whose caller is let go when it gives up: at once where it was not sent yet or only reads. A write that was sent
 * is waited for, because what it did has to be known.
 */
export function watchSignal(call: Call, withdraw: (call: Call) => boolean): Call {
  const { signal } = call.request;
  if (signal === undefined) return call;
  const giveUp = (): void => {
    if (withdraw(watched) || call.request.method === 'GET') watched.reject(cancelledError());
  };
  const watched: Call = {
    request: call.request,
    resolve(response) {
      signal.removeEventListener('abort', giveUp);
      call.resolve(response);
    },
    reject(error) {
      signal.removeEventListener('abort', giveUp);
      call.reject(error);
    },
  };
  signal.addEventListener('abort', giveUp, { once: true });
  return watched;
}

/** Whether nobody waits for it any more. */
export function isGivenUp({ signal }: Pick<GraphRequest, 'signal'>): boolean {
  return signal?.aborted === true;
}

export function cancelledError() {
  return toOwnError('cancelled', 'Nobody waits for the answer any more');
}
