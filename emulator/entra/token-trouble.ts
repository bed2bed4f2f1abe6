import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from '../graph/faults.js';
import { toFailure } from '../graph/operation.js';
import { EntraFailure } from './entra-failure.js';

/** Faults that are meant for Entra ID; only those with a `path` are. */
export interface TokenTrouble {
  /**
   * Waits, and answers how the request ends besides being carried out; throws `EntraFailure` with a status that was asked
   * for. The path is `/oauth2/v2.0/token` or `/oauth2/v2.0/devicecode`, without the tenant.
   */
  meet(
    endpoint: 'token' | 'devicecode',
    clientId: string,
  ): Promise<'broken' | 'dropAnswer' | 'duplicate' | null>;
}

export function createTokenTrouble(
  faults: Faults,
  clocks: { readonly now: () => Date; readonly monotonicMs: () => number },
): TokenTrouble {
  return {
    async meet(endpoint, clientId) {
      const trouble = faults.meet({
        method: 'POST',
        path: `/oauth2/v2.0/${endpoint}`,
        query: '',
        planId: undefined,
        callerId: clientId,
        arrivedAt: clocks.monotonicMs(),
      });
      if (trouble.latencyMs > 0) await wait(trouble.latencyMs);
      const { ending } = trouble;
      if (ending === undefined) return null;
      if (ending.kind === 'close') return 'broken';
      if (ending.kind !== 'status') return ending.kind;
      const [number, text] = saidBy(ending.status, ending.message);
      throw new EntraFailure(
        ending.status,
        ending.code ?? 'temporarily_unavailable',
        number,
        text,
      ).with({ headers: toFailure(ending, clocks.now()).headers });
    },
  };
}

/** A message that begins with `AADSTS50196: ` is one of that number. */
function saidBy(status: number, message: string | undefined): readonly [number, string] {
  const [, number, text] = /^AADSTS(\d{4,8}): (.+)$/s.exec(message ?? '') ?? [];
  if (number !== undefined && text !== undefined) return [Number(number), text];
  return status === 429
    ? [90055, message ?? 'Tenant is throttled: too many requests. Please try again later.']
    : [90033, message ?? 'A transient error has occurred. Please try again.'];
}
