import { GraphFailure } from '../../graph/graph-failure.js';
import { textIn, type Entity } from '../../odata/entity.js';
import { toUtc } from '../time-zones.js';
import type { FollowupFlag } from './message-record.js';
import { inUtc, type UtcTime } from '../utc-times.js';

/**
 * The flag of a request body. A due date needs the day on which to start:
 * https://learn.microsoft.com/graph/api/resources/followupflag
 */
export function readFlag(flag: Entity | null): FollowupFlag {
  const flagStatus = textIn(flag, 'flagStatus', 'notFlagged');
  const start = timeIn(flag, 'startDateTime');
  const due = timeIn(flag, 'dueDateTime');
  const completed = timeIn(flag, 'completedDateTime');
  if (due !== undefined && start === undefined) {
    throw invalidFlag("The property 'dueDateTime' needs 'startDateTime'.");
  }
  if (due !== undefined && start !== undefined && due.dateTime < start.dateTime) {
    throw invalidFlag("The property 'dueDateTime' is before 'startDateTime'.");
  }
  if (completed !== undefined && flagStatus !== 'complete') {
    throw invalidFlag("The property 'completedDateTime' needs the status 'complete'.");
  }
  if (flagStatus === 'notFlagged') return { flagStatus };
  return {
    flagStatus,
    ...(completed === undefined ? {} : { completedDateTime: completed }),
    ...(due === undefined ? {} : { dueDateTime: due }),
    ...(start === undefined ? {} : { startDateTime: start }),
  };
}

/** A time of the flag in UTC. */
function timeIn(flag: Entity | null, name: string): UtcTime | undefined {
  const value = flag?.[name] ?? null;
  if (typeof value !== 'object' || value === null) return undefined;
  const { dateTime, timeZone } = value as { dateTime?: unknown; timeZone?: unknown };
  const zone = typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'UTC';
  const utc = toUtc(typeof dateTime === 'string' ? dateTime : '', zone);
  if (utc === undefined) throw invalidFlag(`The value of '${name}' is not a valid date and time.`);
  return inUtc(utc);
}

function invalidFlag(message: string): GraphFailure {
  return new GraphFailure(400, 'ErrorInvalidArgument', message);
}
