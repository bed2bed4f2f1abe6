import type { FieldConflict } from '../domain/merge/merge-types.js';
import { placeOf, type ValueChange } from '../domain/history/history-entry.js';
import type { Look } from './look.js';
import { personBehind, writeTimes } from './look.js';
import type { SyncBookkeeping } from './sync-record.js';

/** How a person's value became known: a sweep listed it, sync read it, or it came with the answer to a write of ours. */
export type SeenBy = 'sweep' | 'read' | 'answer';

/** When a person wrote a value, as far as it is known, who, and how it was seen. Kept in the state as `p:<place>`. */
export interface PersonStamp {
  /** The last time the old value was seen and the first time the new one was; equal where Graph tells (ms). */
  readonly from: number;
  readonly to: number;
  /** Object id; null where Graph does not say. */
  readonly by: string | null;
  readonly seenBy: SeenBy;
}

/** The state fields that remember who made a person's changes and when. */
export function personStamps(
  bookkeeping: SyncBookkeeping,
  look: Look,
  seen: { readonly changes: readonly ValueChange[]; readonly seenBy: SeenBy },
): Readonly<Record<string, string>> {
  const { personAt } = writeTimes(bookkeeping, look);
  return Object.fromEntries(
    seen.changes.map((change) => {
      const { from, to } = personAt(change.field, change.key);
      const by = personBehind(look, [change.field]);
      const stamp: PersonStamp = { from, to, by, seenBy: seen.seenBy };
      return [`p:${placeOf(change)}`, JSON.stringify(stamp)];
    }),
  );
}

/** A conflict with what is known of its two writers. */
export interface LoggedConflict extends FieldConflict {
  readonly agentId?: string;
  /** ms. */
  readonly agentAt?: number;
  readonly personId?: string;
  /** ms; the person wrote in between. */
  readonly personFrom?: number;
  readonly personTo?: number;
}

/** Names both writers of each conflict, where they are known. */
export function withWriters(
  bookkeeping: SyncBookkeeping,
  look: Look,
  conflicts: readonly FieldConflict[],
): readonly LoggedConflict[] {
  const times = writeTimes(bookkeeping, look);
  return conflicts.map((conflict) => {
    const { field, key } = conflict;
    if (field === 'task') return conflict;
    const agentAt = times.agentAt(field, key);
    const agentId = agentOf(bookkeeping, field, key);
    const { from, to } = times.personAt(field, key);
    const personId = personBehind(look, [field]);
    return {
      ...conflict,
      ...(agentId !== null && { agentId }),
      ...(agentAt !== null && { agentAt }),
      ...(personId !== null && { personId }),
      personFrom: from,
      personTo: to,
    };
  });
}

/** The agent that wrote a value last; null where it is not known. */
function agentOf(
  { agentNames }: SyncBookkeeping,
  field: string,
  key: string | undefined,
): string | null {
  return (
    (key === undefined ? undefined : agentNames.get(`${field}:${key}`)) ??
    agentNames.get(field) ??
    agentNames.get('*') ??
    null
  );
}
