/** A line of `{namespace}:sync:log`: one sync operation, for people. */
export interface SyncLogLine {
  readonly at: string;
  readonly planId: string;
  readonly taskId: string | null;
  readonly plannerId: string | null;
  readonly operation:
    | 'create'
    | 'import'
    | 'update'
    | 'delete'
    | 'adopt'
    | 'read'
    /** A create that Graph applied late had made a second Planner task; it was removed. */
    | 'remove_double'
    /** A document that had vanished was made again from what both sides agreed on last. */
    | 'restore';
  readonly direction: 'to_planner' | 'from_planner' | 'both';
  readonly status: 'ok' | 'failed' | 'retrying';
  readonly attempt: number;
  readonly error: string | null;
  readonly conflict: boolean;
  readonly workflowId: string | null;
  readonly ms: number;
}

/** Lines that are kept. */
export const logKept = 10_000;
