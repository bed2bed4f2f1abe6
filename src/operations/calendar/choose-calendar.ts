import * as z from 'zod';
import { readCalendars } from '../../graph/calendar/calendars.js';
import { graphSegment } from '../../graph/graph-segment.js';
import type { PersonAtGraph } from '../accounts/person-choice.js';
import { requireOne } from '../names/require-one.js';

export const calendarInput = z
  .string()
  .min(1)
  .max(400)
  .optional()
  .describe('Name or id; left out: the main one.');

/** The path of the calendar, which ends before `/events`. ProblemError invalid_input with those that there are. */
export async function chooseCalendar(
  { graph, path }: Pick<PersonAtGraph, 'graph' | 'path'>,
  wanted: string | undefined,
): Promise<string> {
  if (wanted === undefined) return path;
  const { rows } = await readCalendars(graph, path, { limit: 200 });
  const named = rows.map(({ id, name }) => ({ id, name: name ?? '' }));
  const { id } = requireOne(named, wanted, { field: 'calendar', thing: 'calendar' });
  return `${path}/calendars/${graphSegment(id)}`;
}
