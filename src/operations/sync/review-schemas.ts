import * as z from 'zod';

export const editorSchema = z
  .object({ kind: z.enum(['agent', 'human', 'system']), id: z.string().nullable() })
  .describe('Who; a person whom Graph does not name has id null.');

/** Where a value stands. */
export const placeShape = {
  field: z.string(),
  key: z
    .string()
    .optional()
    .describe(
      'Row of a checklist (id), reference (url), person or label; absent: the whole field.',
    ),
};

/** The values of a conflict, which people and agents wrote. */
export const textOfConflict = (at: string): readonly string[] =>
  ['base', 'agentValue', 'personValue'].map((name) => `${at}.${name}`);

export const conflictSchema = z.object({
  id: z.string(),
  taskId: z.string(),
  planId: z.string().nullable(),
  field: z.string().describe('task: the whole task, deleted on one side.'),
  key: z.string().nullable(),
  cell: z.string().nullable().describe('Property of the row, where the values are of that alone.'),
  base: z.unknown().describe('What both sides agreed on before.'),
  agentValue: z.unknown(),
  personValue: z.unknown(),
  winner: z.enum(['agent', 'person']),
  rule: z.string(),
  at: z.string(),
  agent: z.object({ id: z.string().nullable(), at: z.string().nullable() }),
  person: z
    .object({ id: z.string().nullable(), from: z.string().nullable(), to: z.string().nullable() })
    .describe('The person wrote between the two times.'),
  resolution: z
    .object({ at: z.string(), by: z.string(), take: z.enum(['agent', 'person', 'value']) })
    .nullable(),
});
