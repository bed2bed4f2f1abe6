import type { FieldExplanation, LastWrite, TaskExplanation } from './explanation.js';

/** A task's explanation in a few sentences that a person reads. Pure. */
export function summarise(explained: Omit<TaskExplanation, 'summary'>): readonly string[] {
  const { task, fields, plannerNote, next, workflow } = explained;
  const differing = fields.filter((field) => field.difference !== 'equal');
  return [
    stateSentence(explained),
    ...(task.error === null ? [] : [`${task.error.message} ${task.error.advice}`]),
    ...(plannerNote === null ? [] : [plannerNote]),
    ...(task.plannerId === null ? [] : differing.map(differenceSentence)),
    ...fields.flatMap(conflictSentences),
    next.text,
    ...(workflow === null ? [] : [`Open ${workflow.webUrl ?? workflow.workflowId} in Temporal.`]),
  ];
}

function stateSentence({ task }: Pick<TaskExplanation, 'task'>): string {
  const where = task.planTitle ?? task.planId;
  const name = `“${task.title}”`;
  switch (task.state) {
    case 'synced':
      return `${name} is on the board${where === null ? '' : ` ${where}`}; revision ${task.rev} is there.`;
    case 'pending':
      return task.syncedRev === null
        ? `${name} waits to be put on the board${where === null ? '' : ` ${where}`}.`
        : `${name} has changes that are not on the board yet: it is at revision ${task.rev}, the board at ${task.syncedRev}.`;
    case 'failed':
      return `${name} cannot be synced as it is.`;
    case 'conflict':
      return `${name} waits for somebody's choice.`;
    case 'local':
      return `${name} belongs to no plan.`;
    case 'deleted':
      return `${name} was deleted.`;
  }
}

function differenceSentence({ field, difference, lastWrite }: FieldExplanation): string {
  const who = lastWrite === null ? '' : ` Last written by ${writer(lastWrite)}.`;
  switch (difference) {
    case 'to_agents':
      return `${field}: Planner has a newer value, which the agents get with the next sync.${who}`;
    case 'both':
      return `${field}: both sides changed it, and it is merged with the next sync.${who}`;
    case 'to_planner':
    case 'equal':
      return `${field}: the agents' value is still to be written to Planner.${who}`;
  }
}

function conflictSentences({ field, conflict }: FieldExplanation): readonly string[] {
  if (conflict === null) return [];
  const decided =
    conflict.resolution === null
      ? `sync_resolve_conflict with id ${conflict.id} takes the other value.`
      : `${conflict.resolution.by} has decided it since.`;
  return [`${field}: conflict at ${conflict.at}. ${conflict.decided} ${decided}`];
}

function writer({ by, to }: LastWrite): string {
  const kind = by.kind === 'human' ? 'a person' : `an ${by.kind}`;
  return `${by.name ?? by.id ?? kind}${by.kind === 'agent' ? ' (agent)' : ''} at ${to}`;
}
