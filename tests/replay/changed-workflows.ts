import { sleep } from '@temporalio/workflow';
import * as present from '../../workflows/index.js';

/** The present workflows, changed as nobody may change them while runs are open: each waits a moment first. */

export async function approval(
  ...args: Parameters<typeof present.approval>
): ReturnType<typeof present.approval> {
  await sleep(1);
  return present.approval(...args);
}

export async function login(
  ...args: Parameters<typeof present.login>
): ReturnType<typeof present.login> {
  await sleep(1);
  return present.login(...args);
}

export async function planSync(...args: Parameters<typeof present.planSync>): Promise<void> {
  await sleep(1);
  await present.planSync(...args);
}

export async function planWatch(...args: Parameters<typeof present.planWatch>): Promise<void> {
  await sleep(1);
  await present.planWatch(...args);
}

export async function subscription(
  ...args: Parameters<typeof present.subscription>
): Promise<void> {
  await sleep(1);
  await present.subscription(...args);
}

export async function reconcile(): Promise<number> {
  await sleep(1);
  return present.reconcile();
}

export async function account(...args: Parameters<typeof present.account>): Promise<void> {
  await sleep(1);
  await present.account(...args);
}
