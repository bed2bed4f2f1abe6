import type { AuditEntry, AuditLog } from './audit-log.js';

/** Writes refusals down, but not so many that an attacker could push everything else out of the log. */
export type NoteRefusal = (refusal: Omit<AuditEntry, 'suppressed'>) => void;

/** Of one caller, or of all whom nobody knows together: so many at once, and so many a second. */
const burst = 20;
const perSecond = 1;
const mostCallers = 10_000;

export function createRefusalNotes(log: Pick<AuditLog, 'note'>, now: () => number): NoteRefusal {
  const buckets = new Map<string, { tokens: number; at: number; suppressed: number }>();
  return (refusal) => {
    const name = refusal.actor === null ? '' : `${refusal.actor} ${refusal.keyId ?? ''}`;
    const at = now();
    const bucket = buckets.get(name) ?? { tokens: burst, at, suppressed: 0 };
    const passed = Math.max(0, at - bucket.at);
    bucket.tokens = Math.min(burst, bucket.tokens + (passed * perSecond) / 1_000);
    bucket.at = at;
    buckets.set(name, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > mostCallers && oldest !== undefined) buckets.delete(oldest);
    if (bucket.tokens < 1) {
      bucket.suppressed += 1;
      return;
    }
    bucket.tokens -= 1;
    log.note({ ...refusal, suppressed: bucket.suppressed });
    bucket.suppressed = 0;
  };
}
