import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineOperation, type OperationDeps } from '../define-operation.js';
import { isPlannerName } from '../names/named-values.js';
import { requireBucketId } from '../names/require-id.js';
import { conflictSchema, textOfConflict } from './review-schemas.js';

export const syncResolveConflict = defineOperation({
  name: 'sync_resolve_conflict',
  title: 'Decide a conflict',
  description:
    "Lets the agent's value (take: agent), the person's (take: person) or another one (take: value, with value) stand, and closes the conflict. " +
    'Use it when the value that stands is not the wanted one. It is an ordinary write: the board follows. Refused when somebody has changed the value since, unless overwrite is true. ' +
    'Of a whole task (field "task") agent and person decide whether it exists.',
  input: z.strictObject({
    id: z.string().min(1).describe('Id of the conflict, from sync_list_conflicts.'),
    take: z.enum(['agent', 'person', 'value']).describe('Whose value is to stand.'),
    value: z
      .unknown()
      .optional()
      .describe(
        'With take: value. As the field has it, a bucket by id or name; of a row the row, or null to remove it.',
      ),
    overwrite: z
      .boolean()
      .optional()
      .describe('True: also when somebody has changed the value since.'),
  }),
  output: z.object({
    conflict: conflictSchema,
    isWritten: z.boolean().describe('False: the chosen value stood already.'),
    rev: z.number().int().nullable().describe("The task's revision; null when it is deleted."),
  }),
  outsideText: textOfConflict('conflict'),
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'tasks:write',
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/sync/conflicts/{id}/resolve', successStatus: 200 },
  handler: async (deps, { id, take, value, overwrite }, { actor }) => {
    if ((take === 'value') !== (value !== undefined)) {
      const message =
        take === 'value' ? 'is needed with take: value' : 'goes with take: value only';
      throw new ProblemError('invalid_input', `value: ${message}`, {
        errors: [{ field: 'value', message }],
      });
    }
    const choice = take === 'value' ? { take, value: await meantValue(deps, id, value) } : { take };
    const options = { actor, overwrite: overwrite ?? false };
    return { status: 200, json: JSON.stringify(await deps.resolveConflict(id, choice, options)) };
  },
});

/** A bucket may be given by name. */
async function meantValue(
  { conflicts, names }: Pick<OperationDeps, 'conflicts' | 'names'>,
  id: string,
  value: unknown,
): Promise<unknown> {
  if (!isPlannerName(value)) return value;
  const { field, planId } = await conflicts.get(id);
  if (field !== 'bucketId' || planId === null) return value;
  return requireBucketId(names, { planId, name: value }, 'value');
}
