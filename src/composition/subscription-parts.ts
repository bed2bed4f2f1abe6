import type { Redis } from 'ioredis';
import { createResyncMarks } from '../subscriptions/resync-marks.js';
import { createSubscriptionRows } from '../subscriptions/subscription-rows.js';
import { createSubscriptionStatuses } from '../subscriptions/subscription-status.js';
import { createWantedSubscriptions } from '../subscriptions/wanted-subscriptions.js';
import type { Alerts } from '../tasks/alerts.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';

/** What is kept of subscriptions in Redis; server and worker share it. */
export function composeSubscriptions(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly alerts: Pick<Alerts, 'raise' | 'resolve'>;
}) {
  return {
    wanted: createWantedSubscriptions(deps),
    rows: createSubscriptionRows(deps),
    statuses: createSubscriptionStatuses({ ...deps, now: Date.now }),
    marks: createResyncMarks(deps),
  };
}
