import type { StoredToken } from './stored-token.js';

/** A token in this process's memory. */
export interface HeldToken {
  readonly token: StoredToken;
  /** When this process first had this one, and when it last saw it in Redis. */
  readonly gotAt: number;
  readonly seenAt: number;
}

/** The tokens in this process's memory, by name; the longest unused go when there are too many. */
export interface HeldTokens {
  get(name: string): HeldToken | undefined;
  keep(name: string, token: StoredToken): void;
  drop(name: string): void;
}

export function createHeldTokens(now: () => number, most = 2_000): HeldTokens {
  const held = new Map<string, HeldToken>();
  return {
    get: (name) => held.get(name),
    keep(name, token) {
      const before = held.get(name);
      const isSame = before?.token.revision === token.revision;
      held.delete(name);
      held.set(name, { token, gotAt: isSame ? before.gotAt : now(), seenAt: now() });
      for (const [oldest] of held) {
        if (held.size <= most) break;
        held.delete(oldest);
      }
    },
    drop(name) {
      held.delete(name);
    },
  };
}

const stillGoodMs = 60_000;

/** Until when it is handed out: long enough before its end for the request that it is for. */
export function endOfUse({ issuedAt, expiresAt }: StoredToken): number {
  return expiresAt - Math.min(stillGoodMs, (expiresAt - issuedAt) / 5);
}
