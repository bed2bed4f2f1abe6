import type { FirstTime, GraphRecurrence } from '../../domain/recurrence/graph-recurrence.js';
import { firstDayProblem } from '../../domain/recurrence/recurrence.js';
import { readRecurrence, type RecurrenceInput } from '../inputs/recurrence.js';
import { wrongInput } from '../wrong-input.js';

/** ProblemError invalid_input also where the event would not take place on its first day. */
export function readEventRecurrence(input: RecurrenceInput, first: FirstTime): GraphRecurrence {
  const recurrence = readRecurrence(input, first);
  const problem = firstDayProblem(input, first.day);
  if (problem !== null) throw wrongInput(`recurrence.${problem.field}`, problem.message);
  return recurrence;
}
