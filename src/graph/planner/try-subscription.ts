import { z } from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { parseAnswer } from '../parse-answer.js';

const made = z.object({ id: z.string().min(1) });
/** Long enough to be taken, short enough to end soon should the delete be lost (ms). */
const lifeMs = 3_600_000;

/**
 * Subscribes to a resource and gives the subscription back at once. Rejects with a GraphError where Graph refuses: as it
 * does for Planner to this day (facts: https://learn.microsoft.com/graph/change-notifications-overview lists what it takes).
 */
export async function trySubscription(
  gateway: Pick<GraphGateway, 'send'>,
  wanted: {
    readonly resource: string;
    readonly notificationUrl: string;
    /** Checked where notifications arrive; nobody is to know this one. */
    readonly clientState: string;
    readonly now: number;
  },
): Promise<void> {
  const { resource, notificationUrl, clientState, now } = wanted;
  let id: string;
  try {
    const { body } = await gateway.send({
      method: 'POST',
      path: '/subscriptions',
      lane: 'sweep',
      body: {
        changeType: 'updated',
        resource,
        notificationUrl,
        clientState,
        expirationDateTime: new Date(now + lifeMs).toISOString(),
      },
    });
    ({ id } = parseAnswer(made, body, 'unknown'));
  } catch (error) {
    // There is one already: so they are taken.
    if (error instanceof GraphError && error.code === 'conflict') return;
    throw error;
  }
  try {
    await gateway.send({ method: 'DELETE', path: `/subscriptions/${encodeURIComponent(id)}` });
  } catch (error) {
    // It ends by itself.
    if (!(error instanceof GraphError)) throw error;
  }
}
