/**
 * Calls of the older era that are under way here, by the session and id of their client, so that it can take one back.
 * Only sessions that we gave are believed: ids alone are small numbers that every client uses. Another replica does not
 * know of them; there the client's closing of the request counts.
 * https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/cancellation
 */
export interface LegacyCalls {
  /** Answers how to forget it. */
  open(call: LegacyCall, cancel: () => void): () => void;
  /** Ends the call that a message takes back, where it is one of these. */
  take(session: string | null, owner: string, message: unknown): void;
}

export interface LegacyCall {
  /** Null: the client has none, and cannot take back. */
  readonly session: string | null;
  readonly owner: string;
  readonly id: string | number;
}

export function createLegacyCalls(): LegacyCalls {
  const open = new Map<string, () => void>();
  return {
    open({ session, owner, id }, cancel) {
      if (session === null) return () => undefined;
      const key = keyOf(session, owner, id);
      open.set(key, cancel);
      return () => {
        if (open.get(key) === cancel) open.delete(key);
      };
    },
    take(session, owner, message) {
      const id = cancelledId(message);
      if (session === null || id === null) return;
      open.get(keyOf(session, owner, id))?.();
    },
  };
}

function keyOf(session: string, owner: string, id: string | number): string {
  return JSON.stringify([session, owner, id]);
}

function cancelledId(message: unknown): string | number | null {
  if (!isRecord(message) || message['method'] !== 'notifications/cancelled') return null;
  const params = message['params'];
  const id = isRecord(params) ? params['requestId'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
