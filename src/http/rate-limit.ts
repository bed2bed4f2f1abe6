import { isIPv6 } from 'node:net';

/** Whether one more request of this address is taken now. */
export type RateLimit = (address: string, nowMs: number) => boolean;

/** Beyond so many addresses the one unheard of for longest is forgotten, and begins anew. */
const mostAddresses = 10_000;

/** So many requests a second from each address, and `burst` at once after a rest. Memory is bounded. */
export function createRateLimit(perSecond: number, burst = perSecond * 2): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (address, nowMs) => {
    const key = networkOf(address);
    const bucket = buckets.get(key) ?? { tokens: burst, at: nowMs };
    const passed = Math.max(0, nowMs - bucket.at);
    bucket.tokens = Math.min(burst, bucket.tokens + (passed * perSecond) / 1_000);
    bucket.at = nowMs;
    // The newest stands last.
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > mostAddresses)
      for (const [oldest] of buckets) {
        buckets.delete(oldest);
        break;
      }
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}

/** Whoever has one address of IPv6 has 2^64 of them. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return Array.from({ length: 4 }, (_, at) => groups[at] ?? '0').join(':');
}
