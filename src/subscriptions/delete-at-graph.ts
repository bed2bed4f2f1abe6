import { GraphError, type GraphErrorCode } from '../domain/graph-error.js';
import type { SubscriptionDeps } from './subscription-deps.js';

const shutOut: readonly GraphErrorCode[] = ['forbidden', 'bad_request', 'reauth_required'];

/**
 * In the name of the account that made it. Where that may not delete it any more it ends by itself, and its notifications
 * are those of a stranger.
 */
export async function deleteAtGraph(
  { clientOf }: Pick<SubscriptionDeps, 'clientOf'>,
  id: string,
  accountId: string,
): Promise<void> {
  try {
    await clientOf(accountId).delete(id);
  } catch (error) {
    if (!(error instanceof GraphError && shutOut.includes(error.code))) throw error;
  }
}
