import { createHash } from 'node:crypto';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id of an approval that was asked for under an idempotency key, always the same, so that a call that comes again asks
 * for nothing new. In the form of the others: 26 digits of Crockford's base 32.
 */
export function approvalIdOf(actor: string, idempotencyKey: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(['approval', actor, idempotencyKey]))
    .digest('hex');
  let left = BigInt(`0x${hash.slice(0, 32)}`);
  let id = '';
  for (let at = 0; at < 26; at += 1) {
    id = (digits[Number(left % 32n)] ?? '') + id;
    left /= 32n;
  }
  return id;
}
