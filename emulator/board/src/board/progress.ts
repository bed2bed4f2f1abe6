export type Progress = 'notStarted' | 'inProgress' | 'completed';

/** The three steps of Planner's board with the percentage its own pages write. */
export const progressSteps = [
  { value: 'notStarted', percent: 0, name: 'Not started', icon: 'notStarted' },
  { value: 'inProgress', percent: 50, name: 'In progress', icon: 'inProgress' },
  { value: 'completed', percent: 100, name: 'Completed', icon: 'completed' },
] as const satisfies readonly { value: Progress; percent: number; name: string; icon: string }[];

export type ProgressStep = (typeof progressSteps)[number];

/** Any percentage between the ends counts as in progress. */
export function progressOf(percentComplete: number): ProgressStep {
  if (percentComplete <= 0) return progressSteps[0];
  return percentComplete >= 100 ? progressSteps[2] : progressSteps[1];
}
