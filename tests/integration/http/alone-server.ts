import type { ServerCompanion } from '../../../src/composition/server-companion.js';

/** A server with nothing beside it. */
export const aloneServer: ServerCompanion = {
  outage: () => null,
  findPlanRun: async () => null,
  hurry: () => undefined,
  subscriptions: { ensure: away, renewNow: away, unsubscribe: away },
  accounts: { ensure: away, signedIn: away, refreshNow: away, refresh: away, signOut: away },
  logins: { start: away, callbackArrived: away, cancelled: away },
  approvals: { start: away, decided: away },
  stop: async () => {},
};

async function away(): Promise<never> {
  throw new Error('There is no Temporal');
}
