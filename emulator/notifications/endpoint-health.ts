/**
 * How Graph treats an address by its answers in the last ten minutes: more than 10 % slower than 3 s make it slow (new
 * notifications wait ten minutes), more than 15 % slower than 10 s make it one whose notifications are dropped.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks#throttling
 */
export interface EndpointHealth {
  readonly mode: 'ok' | 'slow' | 'drop';
  /** When it is judged anew, in milliseconds since 1970. */
  readonly until: number;
  readonly samples: readonly AnswerTime[];
}

export interface AnswerTime {
  readonly at: number;
  readonly ms: number;
}

export interface HealthRules {
  readonly windowMs: number;
  readonly slowMs: number;
  readonly dropMs: number;
}

/** How many answers a judgement needs; not published. */
const MIN_SAMPLES = 10;
const SLOW_SHARE = 0.1;
const DROP_SHARE = 0.15;

export const healthy: EndpointHealth = { mode: 'ok', until: 0, samples: [] };

/** The health after one more answer. */
export function withAnswer(
  health: EndpointHealth,
  answer: AnswerTime,
  rules: HealthRules,
): EndpointHealth {
  const current = asOf(health, answer.at);
  const since = answer.at - rules.windowMs;
  const samples = [...current.samples.filter(({ at }) => at > since), answer];
  if (current.mode !== 'ok' || samples.length < MIN_SAMPLES) return { ...current, samples };
  const share = (limit: number): number =>
    samples.filter(({ ms }) => ms >= limit).length / samples.length;
  const until = answer.at + rules.windowMs;
  if (share(rules.dropMs) > DROP_SHARE) return { mode: 'drop', until, samples };
  if (share(rules.slowMs) > SLOW_SHARE) return { mode: 'slow', until, samples };
  return { mode: 'ok', until: 0, samples };
}

/** At the end of its window an address begins anew, with the next answers as the sample. */
export function asOf(health: EndpointHealth, now: number): EndpointHealth {
  return health.mode !== 'ok' && now >= health.until ? healthy : health;
}
