import {
  allHandlersFinished,
  condition,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type { ApprovalActivities } from '../../activities/approval-activities.js';
import { activityOptions } from '../../activities/options.js';
import { ApprovalRun } from './approval-run.js';
import { approvalProgress, decided, type ApprovalEnd, type ApprovalInput } from './contract.js';

const { lookAtApproval } = proxyActivities<ApprovalActivities>(activityOptions.lookAtApproval);
const { performApproved } = proxyActivities<ApprovalActivities>(activityOptions.performApproved);
const { giveUpApproved } = proxyActivities<ApprovalActivities>(activityOptions.giveUpApproved);

/** Something that waits for a person's yes: has it done once when they say it, and ends by itself when nobody does. */
export async function approval({ approvalId, livesMs }: ApprovalInput): Promise<ApprovalEnd> {
  const run = new ApprovalRun(livesMs, Date.now());
  setHandler(decided, () => run.noteDecided());
  setHandler(approvalProgress, () => run.progress());

  let end = run.ended();
  while (end === null) {
    setCurrentDetails(describe(run));
    const turn = run.turn(Date.now());
    switch (turn.kind) {
      case 'wait': {
        const isDue = (): boolean => run.turn(Date.now()).kind !== 'wait';
        await condition(isDue, turn.forMs, { summary: 'until nobody can decide any more' });
        break;
      }
      case 'look':
        run.beginLook();
        run.looked(await lookAtApproval({ approvalId }), Date.now());
        break;
      case 'perform':
        run.performed(await perform(approvalId));
    }
    end = run.ended();
  }
  setCurrentDetails(describe(run));
  await condition(allHandlersFinished);
  return end;
}

async function perform(approvalId: string): Promise<ApprovalEnd> {
  try {
    return await performApproved({ approvalId });
  } catch (error) {
    if (isCancellation(error)) throw error;
    await giveUpApproved({ approvalId });
    return 'failed';
  }
}

function describe(run: ApprovalRun): string {
  const { state, ended } = run.progress();
  return `State: **${ended ?? state}**`;
}
