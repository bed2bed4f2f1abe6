import type { RateStanding } from '../access/rate-limits.js';
import type { HeaderPairs } from './send.js';

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
export function rateHeaders({ perMinute, left, resetSeconds }: RateStanding): HeaderPairs {
  return [
    'RateLimit-Policy',
    `"actor";q=${perMinute};w=60`,
    'RateLimit',
    `"actor";r=${left};t=${resetSeconds}`,
  ];
}
