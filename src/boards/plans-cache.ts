import { accountKey, type GraphAccount } from '../graph/gateway/graph-account.js';
import type { PlansFound } from './reachable-plans.js';

/** The plans that accounts can reach, for some seconds: names are looked up in them with nearly every call. */
export interface PlansCache {
  /** `youngerMs`: what was read longer ago is read anew. Several who ask at once share one reading. */
  get(
    account: GraphAccount,
    youngerMs: number,
    read: () => Promise<PlansFound>,
  ): Promise<PlansFound>;
  forget(account: GraphAccount): void;
}

/** Names of accounts that come and go must not fill the memory. */
const mostAccounts = 200;

export function createPlansCache(now: () => number): PlansCache {
  const held = new Map<string, { readonly at: number; readonly found: Promise<PlansFound> }>();
  return {
    get(account, youngerMs, read) {
      const key = accountKey(account);
      const kept = held.get(key);
      if (kept !== undefined && now() - kept.at <= youngerMs) return kept.found;
      const [oldest] = held.keys();
      if (held.size >= mostAccounts && oldest !== undefined) held.delete(oldest);
      const reading = { at: now(), found: read() };
      held.delete(key);
      held.set(key, reading);
      // A failure is nobody's answer but that of who asked.
      reading.found.catch(() => {
        if (held.get(key) === reading) held.delete(key);
      });
      return reading.found;
    },
    forget: (account) => void held.delete(accountKey(account)),
  };
}
