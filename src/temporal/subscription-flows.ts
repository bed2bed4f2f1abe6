import type { Client } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowNotFoundError } from '@temporalio/common';
import type { LifecycleNotice, SubscriptionInput } from '../../workflows/subscription/contract.js';
import {
  changesWaiting,
  lifecycle,
  renewNow,
  subscriptionId,
  subscriptionWorkflow,
  unsubscribe,
} from '../../workflows/subscription/contract.js';
import { namespaceAttribute } from './search-attributes.js';

export interface SubscriptionFlowsOptions {
  readonly client: Client;
  /** The Redis namespace: workflow ids begin with it. */
  readonly namespace: string;
  readonly taskQueue: string;
  /** No call waits longer for Temporal (ms). */
  readonly deadlineMs: number;
}

/** Starts and signals the durable flows of subscriptions. Every call is harmless to repeat. */
export interface SubscriptionFlows {
  /** Makes sure that it runs, also after Temporal lost its data. */
  ensure(name: string): Promise<void>;
  /** False when no flow of that name runs: the changes wait in Redis until one does. */
  changesWaiting(name: string): Promise<boolean>;
  /** False when no flow of that name runs. */
  lifecycle(name: string, notice: LifecycleNotice): Promise<boolean>;
  renewNow(name: string): Promise<void>;
  unsubscribe(name: string): Promise<void>;
}

export function createSubscriptionFlows(options: SubscriptionFlowsOptions): SubscriptionFlows {
  const { client, namespace, taskQueue, deadlineMs } = options;
  const timely = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + deadlineMs, call);
  const start = (name: string) => {
    const args: [SubscriptionInput] = [{ name }];
    return {
      workflowId: subscriptionId(namespace, name),
      taskQueue,
      args,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: namespaceAttribute, value: namespace },
      ]),
      staticSummary: `Keeps the subscription ${name}`,
    };
  };
  const handle = (name: string) => client.workflow.getHandle(subscriptionId(namespace, name));

  return {
    async ensure(name) {
      await timely(() =>
        client.workflow.start(subscriptionWorkflow, {
          ...start(name),
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
    },
    changesWaiting: (name) => ifRunning(() => timely(() => handle(name).signal(changesWaiting))),
    lifecycle: (name, notice) =>
      ifRunning(() => timely(() => handle(name).signal(lifecycle, notice))),
    async renewNow(name) {
      await timely(() =>
        client.workflow.signalWithStart(subscriptionWorkflow, { ...start(name), signal: renewNow }),
      );
    },
    async unsubscribe(name) {
      await timely(() =>
        client.workflow.signalWithStart(subscriptionWorkflow, {
          ...start(name),
          signal: unsubscribe,
        }),
      );
    },
  };
}

async function ifRunning(signal: () => Promise<void>): Promise<boolean> {
  try {
    await signal();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
