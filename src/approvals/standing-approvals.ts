import { VaultError } from '../accounts/vault/vault-error.js';
import { approvalState } from '../domain/approvals/approval-state.js';
import type { ApprovalStarter } from './approval-starter.js';
import type { ApprovalStore } from './approval-store.js';
import { startOf, stateIn } from './approvals.js';

/**
 * Sees to it that every approval that is not over has its flow, and that the flow has heard what was decided: a server may
 * have died between keeping a decision and telling it, and Temporal may have been emptied.
 */
export function createStandingApprovals(deps: {
  readonly store: ApprovalStore;
  readonly flows: ApprovalStarter;
  readonly now: () => number;
}): () => Promise<void> {
  const { store, flows, now } = deps;
  return async () => {
    for (const id of await store.open()) {
      const record = await store.read(id).catch(unlessSealed);
      // Its key may come back; until then it must not stand in the way of the others.
      if (record === 'sealed') continue;
      const state =
        record === null
          ? null
          : approvalState({ expiresAt: record.asked.expiresAt, ...stateIn(record) }, now());
      if (
        record === null ||
        (state !== 'waiting' && state !== 'approved' && record.decision !== null)
      ) {
        await store.close(id);
      } else if (record.decision === null) await flows.start(startOf(record, now()));
      else await flows.decided(startOf(record, now()));
    }
  };
}

function unlessSealed(error: unknown): 'sealed' {
  if (error instanceof VaultError) return 'sealed';
  throw error;
}
