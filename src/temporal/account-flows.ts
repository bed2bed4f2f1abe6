import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import { TypedSearchAttributes, type SignalDefinition } from '@temporalio/common';
import type { AccountInput, RefreshAnswer } from '../../workflows/account/contract.js';
import {
  accountWorkflow,
  accountWorkflowId,
  refresh,
  refreshNow,
  signedIn,
  signOut,
} from '../../workflows/account/contract.js';
import { namespaceAttribute } from './search-attributes.js';

export interface AccountFlowsOptions {
  readonly client: Client;
  /** The Redis namespace: workflow ids begin with it. */
  readonly namespace: string;
  readonly taskQueue: string;
  /** No call waits longer for Temporal (ms). */
  readonly deadlineMs: number;
}

/** Starts and tells the durable flows of accounts. Every call is harmless to repeat, and rejects while Temporal is away. */
export interface AccountFlows {
  /** Makes sure that it runs, also after Temporal lost its data. */
  ensure(id: string): Promise<void>;
  /** Somebody signed it in, or its configuration changed: it looks at what there is now. */
  signedIn(id: string): Promise<void>;
  /** A token now, by hand: whatever the reason why there is none. */
  refreshNow(id: string): Promise<void>;
  /** Answers once there is a token after the given revision, or when an attempt to get one has failed. */
  refresh(id: string, after: number): Promise<RefreshAnswer>;
  /** Its tokens are forgotten, and the flow ends. */
  signOut(id: string): Promise<void>;
}

export function createAccountFlows(options: AccountFlowsOptions): AccountFlows {
  const { client, namespace, taskQueue, deadlineMs } = options;
  const timely = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + deadlineMs, call);
  const start = (accountId: string) => {
    const args: [AccountInput] = [{ accountId }];
    return {
      workflowId: accountWorkflowId(namespace, accountId),
      taskQueue,
      args,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: namespaceAttribute, value: namespace },
      ]),
      staticSummary: `Keeps account ${accountId} signed in`,
    };
  };
  const tell = async (id: string, signal: SignalDefinition): Promise<void> => {
    await timely(() => client.workflow.signalWithStart(accountWorkflow, { ...start(id), signal }));
  };

  return {
    async ensure(id) {
      await timely(() =>
        client.workflow.start(accountWorkflow, {
          ...start(id),
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
    },
    signedIn: (id) => tell(id, signedIn),
    refreshNow: (id) => tell(id, refreshNow),
    refresh: (id, after) =>
      timely(() =>
        client.workflow.executeUpdateWithStart(refresh, {
          args: [{ after }],
          startWorkflowOperation: new WithStartWorkflowOperation(accountWorkflow, {
            ...start(id),
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        }),
      ),
    async signOut(id) {
      // Whoever signs in before the flow comes to it is not meant.
      const signalArgs: [{ readonly at: number }] = [{ at: Date.now() }];
      await timely(() =>
        client.workflow.signalWithStart(accountWorkflow, {
          ...start(id),
          signal: signOut,
          signalArgs,
        }),
      );
    },
  };
}
