import type { UndoCall } from '../define-action.js';

/** What takes something back is done in the name in which it was done; sync's own calls know no accounts. */
export function inAccount({ operation, input }: UndoCall, account: string | undefined): UndoCall {
  return account === undefined || operation.startsWith('sync_')
    ? { operation, input }
    : { operation, input: { ...input, account } };
}
