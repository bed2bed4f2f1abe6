import { formatEtag, parseEtagPayload, type EtagType } from '../etags.js';
import type { IdentitySet } from '../identity-sets.js';
import type { TaskDetailsRecord, TaskRecord } from '../records.js';
import { taskDetailsToWire, taskToWire } from '../wire/entities.js';

const OWN_TYPES = '#microsoft.taskServices';

/**
 * A task as delta shows it, which is not as v1.0 does: people are bare ids with their identity sets beside them, a
 * version, details inline, types of Planner's own service.
 * https://learn.microsoft.com/graph/api/plannertask-delta?view=graph-rest-beta
 */
export function taskToDelta(
  task: TaskRecord,
  details: TaskDetailsRecord | undefined,
): Record<string, unknown> {
  const { createdBy, completedBy, assignments, ...plain } = taskToWire(task);
  void [createdBy, completedBy, assignments];
  return {
    ...plain,
    ...person('createdBy', task.createdBy),
    ...person('completedBy', task.completedBy),
    assignments: assignmentsToDelta(task),
    creationSource: creationSource(),
    creationSourceInfo: null,
    version: version('Task', task.version),
    ...(details !== undefined && {
      details: {
        ...taskDetailsToWire(details),
        notes: null,
        version: version('TaskDetails', details.version),
      },
    }),
  };
}

/** What an app with application permissions may see of a task. */
export function taskForApps(task: TaskRecord): Record<string, unknown> {
  return {
    '@odata.etag': formatEtag('Task', task.version),
    percentComplete: task.percentComplete,
    assignments: assignmentsToDelta(task),
    creationSource: creationSource(),
    id: task.id,
  };
}

export function removed(id: string, type?: string): Record<string, unknown> {
  return {
    ...(type !== undefined && { '@odata.type': type }),
    '@removed': { reason: 'deleted' },
    id,
  };
}

function creationSource(): Record<string, null> {
  return { publication: null, externalSource: null };
}

function assignmentsToDelta(task: TaskRecord): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(task.assignments).map(([id, { assignedBy, assignedDateTime, orderHint }]) => [
      id,
      {
        '@odata.type': `${OWN_TYPES}.assignment`,
        ...person('assignedBy', assignedBy),
        assignedDateTime,
        orderHint,
      },
    ]),
  );
}

function person(name: string, identity: IdentitySet | null): Record<string, unknown> {
  return {
    [name]: identity?.user?.id ?? null,
    [`${name}App`]: identity?.application?.id ?? null,
    [`${name}AsIdentitySet`]:
      identity === null
        ? null
        : Object.fromEntries(
            Object.entries(identity).map(([kind, one]) => [
              kind,
              { '@odata.type': `${OWN_TYPES}.identity`, ...one },
            ]),
          ),
  };
}

function version(type: EtagType, number: number): string {
  return parseEtagPayload(formatEtag(type, number));
}
