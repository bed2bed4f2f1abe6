import type { Client } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowNotFoundError } from '@temporalio/common';
import type { LoginStart, LoginStarter } from '../accounts/login/login-starter.js';
import {
  callbackArrived,
  cancelled,
  loginFlowId,
  loginWorkflow,
} from '../../workflows/login/contract.js';
import type { LoginInput } from '../../workflows/login/contract.js';
import { namespaceAttribute } from './search-attributes.js';

export interface LoginFlowsOptions {
  readonly client: Client;
  /** The Redis namespace: workflow ids begin with it. */
  readonly namespace: string;
  readonly taskQueue: string;
  /** No call waits longer for Temporal (ms). */
  readonly deadlineMs: number;
}

/** Starts and signals the durable flows of sign-ins. */
export function createLoginFlows(options: LoginFlowsOptions): LoginStarter {
  const { client, namespace, taskQueue, deadlineMs } = options;
  const timely = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + deadlineMs, call);
  const toOptions = (login: LoginStart) => {
    const args: [LoginInput] = [login];
    return {
      workflowId: loginFlowId(namespace, login.loginId),
      taskQueue,
      args,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: namespaceAttribute, value: namespace },
      ]),
      staticSummary: summaries[login.flow],
    };
  };

  return {
    async start(login) {
      await timely(() =>
        client.workflow.start(loginWorkflow, {
          ...toOptions(login),
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
    },
    async callbackArrived(login) {
      await timely(() =>
        client.workflow.signalWithStart(loginWorkflow, {
          ...toOptions(login),
          signal: callbackArrived,
        }),
      );
    },
    async cancelled(loginId) {
      try {
        await timely(() =>
          client.workflow.getHandle(loginFlowId(namespace, loginId)).signal(cancelled),
        );
      } catch (error) {
        // It is over.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };
}

const summaries = {
  code: 'Waits for a person to sign in at Microsoft in a browser',
  device: 'Waits for a person to type a device code at Microsoft',
} as const;
