import { createHash, randomUUID } from 'node:crypto';

/**
 * What Outlook knows an event to be made by: the same for one caller and idempotency key, so that a call that is repeated
 * because its answer was lost makes no second event. Without a key, of this call alone.
 */
export function transactionIdOf(
  idempotencyKey: string | undefined,
  { actor, personId }: { readonly actor: string; readonly personId: string },
): string {
  if (idempotencyKey === undefined) return randomUUID();
  const parts = ['calendar_create_event', actor, personId, idempotencyKey];
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
