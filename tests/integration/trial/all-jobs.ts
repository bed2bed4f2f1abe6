import type { Job } from './job.js';
import { boardJobs } from './jobs/board-jobs.js';
import { calendarJobs } from './jobs/calendar-jobs.js';
import { mailJobs } from './jobs/mail-jobs.js';
import { syncJobs } from './jobs/sync-jobs.js';
import { teamsJobs } from './jobs/teams-jobs.js';
import { todoJobs } from './jobs/todo-jobs.js';
import { workJobs } from './jobs/work-jobs.js';

/** In the order in which they are done: some go on where others ended. */
export const jobs: readonly Job[] = [
  ...workJobs,
  ...boardJobs,
  ...todoJobs,
  ...mailJobs,
  ...calendarJobs,
  ...teamsJobs,
  // Last: from then on plans are synced, and what is written there reaches Planner a moment later.
  ...syncJobs,
];
