import * as z from 'zod';
import type { FullEvent } from '../../graph/calendar/calendar-schemas.js';
import { readEvent } from '../../graph/calendar/events.js';
import type { PersonAtGraph } from '../accounts/person-choice.js';
import { isHidden, type EventView } from './calendar-schemas.js';

export const eventIdInput = z.string().min(1).max(1_000).describe('Id of the event.');

export const seriesInput = z
  .boolean()
  .optional()
  .describe('True: the whole series, not this one time.');

/** The event that a call is about: the one of the id, or the series that it is of. */
export interface ChosenEvent {
  readonly named: FullEvent;
  readonly target: FullEvent;
}

export async function chooseEvent(
  { graph, path }: Pick<PersonAtGraph, 'graph' | 'path'>,
  { id, series }: { readonly id: string; readonly series?: boolean | undefined },
): Promise<ChosenEvent> {
  const named = await readEvent(graph, path, id);
  const masterId = named.seriesMasterId ?? null;
  if (series !== true || masterId === null) return { named, target: named };
  return { named, target: await readEvent(graph, path, masterId) };
}

/** For people who are asked whether it may be done. */
export function titleOf(event: FullEvent, view: Pick<EventView, 'isSelf'>): string {
  if (isHidden(event, { ...view, zone: 'UTC' })) return 'a private event';
  return `"${event.subject ?? ''}"`;
}

export function attendeesOf({ attendees }: FullEvent): readonly string[] {
  return (attendees ?? []).flatMap(
    ({ emailAddress }) => emailAddress.name ?? emailAddress.address ?? [],
  );
}
