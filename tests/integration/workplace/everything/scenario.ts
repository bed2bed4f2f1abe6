import { accountSteps } from './steps/account-steps.js';
import { agentSteps } from './steps/agent-steps.js';
import { calendarSteps } from './steps/calendar-steps.js';
import { directorySteps } from './steps/directory-steps.js';
import { mailSteps } from './steps/mail-steps.js';
import { plannerSteps } from './steps/planner-steps.js';
import { planSteps } from './steps/plan-steps.js';
import { teamsSteps } from './steps/teams-steps.js';
import { todoSteps } from './steps/todo-steps.js';
import type { Step } from './step.js';

/** Every operation at least once, each step after those whose answers it needs. */
export const scenario: readonly Step[] = [
  ...plannerSteps,
  ...agentSteps,
  ...todoSteps,
  ...mailSteps,
  ...calendarSteps,
  ...teamsSteps,
  ...directorySteps,
  ...planSteps,
  ...accountSteps,
];
