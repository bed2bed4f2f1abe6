import type { Client } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { ApprovalStart, ApprovalStarter } from '../approvals/approval-starter.js';
import {
  approvalFlowId,
  approvalWorkflow,
  decided,
  type ApprovalInput,
} from '../../workflows/approval/contract.js';
import { namespaceAttribute } from './search-attributes.js';

export interface ApprovalFlowsOptions {
  readonly client: Client;
  /** The Redis namespace: workflow ids begin with it. */
  readonly namespace: string;
  readonly taskQueue: string;
  /** No call waits longer for Temporal (ms). */
  readonly deadlineMs: number;
}

/** Starts and signals the durable flows of approvals. */
export function createApprovalFlows(options: ApprovalFlowsOptions): ApprovalStarter {
  const { client, namespace, taskQueue, deadlineMs } = options;
  const timely = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + deadlineMs, call);
  const toOptions = ({ approvalId, livesMs, operation }: ApprovalStart) => {
    const args: [ApprovalInput] = [{ approvalId, livesMs }];
    return {
      workflowId: approvalFlowId(namespace, approvalId),
      taskQueue,
      args,
      // What is over is not done again, although its history may still be kept.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: namespaceAttribute, value: namespace },
      ]),
      memo: { operation },
      staticSummary: `Waits for a person to approve ${operation}`,
    };
  };

  return {
    async start(approval) {
      await unlessOver(() =>
        timely(() =>
          client.workflow.start(approvalWorkflow, {
            ...toOptions(approval),
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        ),
      );
    },
    async decided(approval) {
      await unlessOver(() =>
        timely(() =>
          client.workflow.signalWithStart(approvalWorkflow, {
            ...toOptions(approval),
            signal: decided,
          }),
        ),
      );
    },
  };
}

async function unlessOver(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
