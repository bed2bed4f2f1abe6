import type { ServerCompanion } from '../../../src/composition/compose-server.js';

/** A server with nothing beside it. */
export const aloneServer: ServerCompanion = {
  outage: () => null,
  findPlanRun: async () => null,
  hurry: () => undefined,
  subscriptions: { ensure: away, renewNow: away, unsubscribe: away },
  stop: async () => {},
};

async function away(): Promise<void> {
  throw new Error('There is no Temporal');
}
