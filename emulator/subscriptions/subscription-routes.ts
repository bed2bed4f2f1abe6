import type { GraphRoute } from '../graph/route.js';
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  reauthorizeSubscription,
  updateSubscription,
} from './subscription-operations.js';
import type { SubscriptionService } from './subscription-service.js';

/** Subscriptions in Graph v1.0. */
export function createSubscriptionRoutes(service: SubscriptionService): readonly GraphRoute[] {
  const reauthorize: GraphRoute['methods'] = {
    POST: (call, id) => reauthorizeSubscription(service, call, id),
  };
  return [
    {
      path: ['subscriptions'],
      methods: {
        GET: (call) => listSubscriptions(service, call),
        POST: (call) => createSubscription(service, call),
      },
    },
    {
      path: ['subscriptions', '*'],
      methods: {
        GET: (call, id) => getSubscription(service, call, id),
        PATCH: (call, id) => updateSubscription(service, call, id),
        DELETE: (call, id) => deleteSubscription(service, call, id),
      },
    },
    { path: ['subscriptions', '*', 'reauthorize'], methods: reauthorize },
    { path: ['subscriptions', '*', 'microsoft.graph.reauthorize'], methods: reauthorize },
  ];
}
