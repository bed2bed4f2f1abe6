import type { ApprovalActivities } from '../../../activities/approval-activities.js';
import type { ApprovalLook } from '../../../src/approvals/approval-steps.js';
import type { OutcomeState } from '../../../src/domain/approvals/approval-state.js';

type Activity = 'look' | 'perform' | 'giveUp';

/** An approval whose steps answer as the test says. */
export class FakeApproval {
  readonly calls: Activity[] = [];
  /** What looks find, one after the other; then the last again. */
  looks: readonly ApprovalLook[] = ['approved'];
  outcome: OutcomeState | 'gone' = 'done';
  /** Before a call counts; throws where it is to fail. `times`: which call of its kind it is. */
  before: (activity: Activity, times: number) => void = () => undefined;

  count(activity: Activity): number {
    return this.calls.filter((one) => one === activity).length;
  }

  note(activity: Activity): void {
    this.calls.push(activity);
    this.before(activity, this.count(activity));
  }
}

/** Activities for any number of approvals, by their id. */
export function fakeApprovalActivities(
  approvals: ReadonlyMap<string, FakeApproval>,
): ApprovalActivities {
  const of = (approvalId: string): FakeApproval => {
    const fake = approvals.get(approvalId);
    if (fake === undefined) throw new Error(`There is no approval ${approvalId}`);
    return fake;
  };
  return {
    async lookAtApproval({ approvalId }) {
      const fake = of(approvalId);
      fake.note('look');
      const at = Math.min(fake.count('look'), fake.looks.length) - 1;
      return fake.looks[at] ?? 'gone';
    },
    async performApproved({ approvalId }) {
      const fake = of(approvalId);
      fake.note('perform');
      return fake.outcome;
    },
    async giveUpApproved({ approvalId }) {
      of(approvalId).note('giveUp');
    },
  };
}
