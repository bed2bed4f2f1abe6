import type { CallFunction } from '../tasks/load-functions.js';

/** Redis' clock as all bookkeeping has it (ms): it never goes back, also where the machine's clock does. */
export async function steadyNow(call: CallFunction, namespace: string): Promise<number> {
  return Number(await call('tandem_now_v1', namespace));
}
