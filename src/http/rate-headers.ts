import type { RateStanding } from '../access/rate-limits.js';
import type { HeaderPairs } from './send.js';

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
export function rateHeaders(standing: RateStanding | null): HeaderPairs {
  if (standing === null) return [];
  const { perMinute, left, resetSeconds } = standing;
  return [
    'RateLimit-Policy',
    `"actor";q=${perMinute};w=60`,
    'RateLimit',
    `"actor";r=${left};t=${resetSeconds}`,
  ];
}
