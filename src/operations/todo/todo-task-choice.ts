import { personInput, choosePerson, type PersonAtGraph } from '../accounts/person-choice.js';
import type { ActionDeps } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import type { OperationCall } from '../operation-call.js';
import { findTodoTask, listInput, taskIdInput, type FoundTask } from './todo-lookup.js';

/** Inputs of every action on a task. */
export const taskActionInputs = {
  id: taskIdInput,
  list: listInput,
  person: personInput,
  ...actionInputs,
};

interface TaskChoice {
  readonly id: string;
  readonly list?: string | undefined;
  readonly person?: string | undefined;
  readonly account?: string | undefined;
}

/** A task of somebody, and how to reach it. */
export interface ChosenTask extends FoundTask {
  readonly graph: PersonAtGraph['graph'];
  /** For calls that take back what was done: whose task it is, where that is not the account's own person. */
  readonly whose: { readonly person?: string; readonly account?: string };
}

/** ProblemErrors as of `choosePerson` and `findTodoTask`. */
export async function chooseTask(
  deps: ActionDeps,
  call: OperationCall,
  { id, list, person, account }: TaskChoice,
): Promise<ChosenTask> {
  const { graph, path, personId } = await choosePerson(deps, call, { person, account });
  const found = await findTodoTask(graph, path, { id, list });
  return { ...found, graph, whose: whoseOf({ person, account }, personId) };
}

/** Says the same person by id, so that a call that takes back needs no looking up. */
export function whoseOf(
  { person, account }: { readonly person?: string | undefined; account?: string | undefined },
  personId: string,
): ChosenTask['whose'] {
  return {
    ...(person !== undefined && { person: personId }),
    ...(account !== undefined && { account }),
  };
}

/** For people: `"Buy milk" (Tasks)`. */
export function nameOf({ task, list }: Pick<FoundTask, 'task' | 'list'>): string {
  return `"${task.title ?? ''}" (${list.name})`;
}
