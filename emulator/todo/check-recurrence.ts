import type { Recurrence, RecurrencePattern } from '../outlook/calendar/recurrence.js';
import { badTodoRequest } from './todo-service.js';

/** What a pattern of each type has to say. https://learn.microsoft.com/graph/api/resources/recurrencepattern */
const NEEDED: Readonly<Record<string, readonly (keyof RecurrencePattern)[]>> = {
  daily: [],
  weekly: ['daysOfWeek'],
  absoluteMonthly: ['dayOfMonth'],
  relativeMonthly: ['daysOfWeek'],
  absoluteYearly: ['dayOfMonth', 'month'],
  relativeYearly: ['daysOfWeek', 'month'],
};

/** Throws where a recurrence does not say when it comes again. */
export function checkRecurrence({ pattern, range }: Recurrence): void {
  if (!isGiven(pattern) || !isGiven(range)) lacks('it needs a pattern and a range');
  if (!(pattern.interval >= 1)) lacks('the interval must be at least 1');
  const needed = NEEDED[pattern.type] ?? lacks('the pattern has no type');
  for (const name of needed) {
    const value = pattern[name];
    const isEmpty =
      value === undefined || value === 0 || (Array.isArray(value) && value.length === 0);
    if (isEmpty) lacks(`a pattern of type ${pattern.type} needs ${name}`);
  }
  if (range.type === 'endDate' && !isGiven(range.endDate)) lacks('the range needs an endDate');
  if (range.type === 'numbered' && !(Number(range.numberOfOccurrences) >= 1)) {
    lacks('the range needs numberOfOccurrences');
  }
}

/** Types say what a service stores; a body may say less. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function lacks(what: string): never {
  throw badTodoRequest(`The recurrence is not valid: ${what}.`);
}
