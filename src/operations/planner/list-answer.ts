import * as z from 'zod';
import type { Board } from '../../boards/boards.js';
import type { BoardTask } from '../../boards/board-task.js';
import { readThrough, type Source } from '../../boards/read-through.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { timeZoneInput } from '../inputs/time-zone.js';
import { accountInput } from '../accounts/account-choice.js';
import { taskRowSchema, toTaskRows } from './task-view.js';

/** What every list of tasks takes besides its own. */
export const taskListInputs = {
  ...pageInputs(200, 50),
  timeZone: timeZoneInput,
  account: accountInput,
};

export const taskListOutput = z.object({
  tasks: z.array(taskRowSchema),
  ...pageOutputs,
});

export const taskListText = [
  'tasks[].title',
  'tasks[].plan.name',
  'tasks[].bucket.name',
  'tasks[].labels[]',
];

/** A page of tasks, as JSON. */
export async function listAnswer(
  board: Board,
  sources: readonly Source<BoardTask>[],
  options: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly zone: string;
    readonly onSource?: (done: number, total: number) => void;
  },
): Promise<string> {
  const { rows, nextCursor } = await readThrough(sources, options);
  const tasks = await toTaskRows(board, rows, options.zone);
  return JSON.stringify({ tasks, nextCursor });
}
