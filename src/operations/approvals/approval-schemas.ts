import * as z from 'zod';
import { approvalStates } from '../../domain/approvals/approval-state.js';
import type { DecidingParty, Onlooker } from '../../approvals/approvals.js';
import type { OperationCall } from '../operation-call.js';

export const approvalSchema = z.object({
  id: z.string(),
  state: z
    .enum(approvalStates)
    .describe(
      'waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.',
    ),
  operation: z.string(),
  effect: z.string().describe('What would be done.'),
  details: z.record(z.string(), z.unknown()),
  askedBy: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  url: z.string().describe('Where a person decides.'),
  decidedBy: z.string().optional(),
  decidedAt: z.string().optional(),
  comment: z.string().optional(),
  result: z.record(z.string(), z.unknown()).optional().describe('What the operation answered.'),
  problem: z.record(z.string(), z.unknown()).optional(),
});

export const approvalIdInput = z.string().min(1).max(64).describe('Of the approval.');

export function onlookerOf({ caller }: Pick<OperationCall, 'caller'>): Onlooker {
  // Who sees some plans only does not see what is done in others.
  const mayDecideForOthers = caller.scopes.has('approvals:decide') && caller.plans === null;
  return { owner: caller.owner, mayDecideForOthers };
}

export function deciderOf(call: Pick<OperationCall, 'caller' | 'actor'>): DecidingParty {
  const { kind, keyId } = call.caller;
  return { ...onlookerOf(call), kind, keyId, name: call.actor, way: 'call' };
}
