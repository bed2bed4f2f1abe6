import type { Job } from './job.js';
import { boardJobs } from './jobs/board-jobs.js';
import { calendarJobs } from './jobs/calendar-jobs.js';
import { mailJobs } from './jobs/mail-jobs.js';
import { teamsJobs } from './jobs/teams-jobs.js';
import { todoJobs } from './jobs/todo-jobs.js';
import { workJobs } from './jobs/work-jobs.js';

/** In the order in which they are done: some go on where others ended. */
export const jobs: readonly Job[] = [
  ...boardJobs,
  ...todoJobs,
  ...mailJobs,
  ...calendarJobs,
  ...teamsJobs,
  ...workJobs,
];
