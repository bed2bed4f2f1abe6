import type * as z from 'zod';
import type { Board } from '../../boards/boards.js';
import type { BoardTask } from '../../boards/board-task.js';
import type { TaskChange } from '../../boards/task-change.js';
import type { Operation, OperationDescription } from '../define-operation.js';
import { defineAction, type UndoCall } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { chooseZone } from '../inputs/time-zone.js';
import { inAccount } from './in-account.js';
import { openBoard } from './open-board.js';
import { taskIdInput } from './planner-inputs.js';
import {
  performChange,
  previewChange,
  taskWriteOutput,
  taskWriteText,
  type PerformedChange,
} from './task-writes.js';

/** What every change of one task takes. */
export const taskChangeInputs = { id: taskIdInput, ...actionInputs };

type ChangeInput = z.ZodObject<typeof taskChangeInputs>;

/** Only where times are written. */
interface TimeZone {
  readonly timeZone?: string | undefined;
}

/** What a call is to do to the task that was found. */
export interface ReadChange {
  readonly change: TaskChange;
  /** `Complete`: the title of the task follows. */
  readonly effect: string;
  /** Of a task that is not synced: what takes it back; absent: the fields' earlier values. */
  readonly undo?: UndoCall;
}

/** An action that changes one task. */
export function defineTaskChange<Input extends ChangeInput>(
  definition: Pick<
    OperationDescription,
    'name' | 'title' | 'description' | 'isCore' | 'graphCalls' | 'http'
  > & {
    readonly input: Input;
    /** What there is now is lost with it. */
    readonly isDestructive?: true;
    /** Once more is once too often. */
    readonly isRepeatable?: false;
    /** Its checklist or links are needed to understand the call. */
    readonly withDetails?: true;
    readonly read: (
      found: { readonly board: Board; readonly task: BoardTask; readonly zone: string },
      input: z.output<Input>,
    ) => Promise<ReadChange> | ReadChange;
  },
): Operation {
  const { read, isDestructive, isRepeatable, withDetails = false, ...description } = definition;
  return defineAction({
    ...description,
    output: taskWriteOutput,
    outsideText: taskWriteText,
    restBody: null,
    area: 'tasks',
    features: ['planner', 'people', 'groups'],
    scope: 'tasks:write',
    annotations: {
      destructive: isDestructive ?? false,
      idempotent: isRepeatable ?? true,
    },
    prepare: async (deps, input, call) => {
      // As the schema that was given says; TypeScript cannot follow it through the generic.
      const { id, account, timeZone } = input as z.output<ChangeInput> & TimeZone;
      const zone = chooseZone(deps, timeZone);
      const board = await openBoard(deps, call, account);
      const task = await board.findTask(id, { withDetails });
      board.requireWrite(task);
      const { change, effect, undo } = await read({ board, task, zone }, input);
      const prepared = { board, task, change, zone, undo, account };
      return {
        effect: `${effect} "${task.fields.title}"`,
        details: await previewChange(prepared),
        prepared,
      };
    },
    perform: async (_deps, { undo: own, account, ...prepared }) => {
      const performed = await performChange(prepared);
      const undo = own === undefined || isSynced(performed) ? performed.undo : own;
      return {
        result: performed.result,
        id: performed.changed.after.id,
        ...(undo !== undefined && { undo: inAccount(undo, account) }),
      };
    },
  });
}

function isSynced({ changed }: PerformedChange): boolean {
  return changed.after.place.kind === 'store';
}
