import * as z from 'zod';

const time = 'UTC, ISO 8601, for instance 2026-12-01T10:00:00Z';
const timeIn = 'ISO 8601 with zone; a date alone: midnight UTC; null clears.';

const editor = z.object({
  kind: z.enum(['agent', 'human', 'system']),
  id: z
    .string()
    .nullable()
    .describe("The agent's name or the person's object id; null when Planner does not say."),
});

const checklistRow = z.object({
  id: z.string(),
  title: z.string(),
  isChecked: z.boolean(),
});

const reference = z.object({
  url: z.string(),
  alias: z.string().nullable().describe('The text shown for the link.'),
  type: z.string().nullable().describe('PowerPoint, Word, Excel or Other.'),
});

/** The public task document, as answered. Inputs are described below; the Redis function checks them. */
export const taskDocumentSchema = z.object({
  id: z.string().describe('Use it in task_get, task_update and task_delete.'),
  planId: z.string().nullable().describe('Planner plan; null while the task is local.'),
  bucketId: z.string().nullable().describe('Column of the board.'),
  title: z.string(),
  description: z.string().describe('With the section of agentNotes, if there is one.'),
  percentComplete: z.number().int().describe('0 not started, 50 in progress, 100 done.'),
  priority: z.number().int().describe('0 to 10: 1 urgent, 3 important, 5 medium, 9 low.'),
  startDateTime: z.string().nullable().describe(time),
  dueDateTime: z.string().nullable().describe(time),
  assigneeIds: z.array(z.string()).describe('Object ids of people.'),
  appliedCategories: z.array(z.string()).describe('Labels: category1 to category25.'),
  checklist: z.array(checklistRow).describe('In board order.'),
  references: z.array(reference),
  createdAt: z.string().describe(time),
  createdBy: editor,
  updatedAt: z.string().describe(time),
  updatedBy: editor,
  rev: z.number().int().describe('Grows by one with every change, from either side.'),
  sync: z.object({
    state: z
      .enum(['pending', 'synced', 'conflict', 'failed', 'local'])
      .describe(
        'pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.',
      ),
    plannerId: z.string().nullable(),
    syncedRev: z.number().int().nullable().describe('The rev that Planner has.'),
    syncedAt: z.string().nullable().describe(time),
    webUrl: z.string().nullable().describe('Where a person sees the task.'),
    error: z
      .object({ code: z.string(), message: z.string(), advice: z.string(), at: z.string() })
      .nullable(),
  }),
});

/** Where the texts stand that people and other agents wrote into a task. */
export function taskTexts(path: string): readonly string[] {
  return ['title', 'description', 'checklist[].title', 'references[].alias'].map(
    (name) => `${path}.${name}`,
  );
}

export const taskResultSchema = z.object({ task: taskDocumentSchema });

export const taskIdInput = z.string().min(1).max(128).describe("The task's id.");

export const writeOptionInputs = {
  expectedRev: z
    .int()
    .min(1)
    .optional()
    .describe('The rev you last saw: refused where there is a newer one (stale_revision).'),
  idempotencyKey: z.string().min(1).max(255).optional().describe('Same key: done once (24 h).'),
};

const idList = (of: string): z.ZodType =>
  z
    .union([
      z.array(z.string()),
      z.strictObject({
        add: z.array(z.string()).optional(),
        remove: z.array(z.string()).optional(),
      }),
    ])
    .nullable()
    .optional()
    .describe(
      `${of} A list adds (replaces with expectedRev); {add, remove} does both; null empties.`,
    );

const checklistInput = z
  .array(
    z.strictObject({
      id: z.string().optional(),
      title: z.string().min(1).max(100).optional(),
      isChecked: z.boolean().optional(),
      remove: z.literal(true).optional(),
    }),
  )
  .nullable()
  .optional()
  .describe(
    'Rows to add, or by id to change; others stay. With expectedRev it replaces, in this order; null empties.',
  );

const referencesInput = z
  .array(
    z.strictObject({
      url: z.string(),
      alias: z.string().nullable().optional(),
      type: z.string().nullable().optional(),
      remove: z.literal(true).optional(),
    }),
  )
  .nullable()
  .optional()
  .describe(
    'Links to add or change, by url; others stay. With expectedRev it replaces; null empties.',
  );

/** The fields that a caller may write, for create and update alike. */
export const taskFieldInputs = {
  bucketId: z.string().nullable().optional().describe('Column of the board, by id or name.'),
  description: z
    .string()
    .nullable()
    .optional()
    .describe("Plain text: replaces all, people's words too. To add yours use agentNotes."),
  agentNotes: z
    .string()
    .nullable()
    .optional()
    .describe(
      "Your own section of the description ('--- agent notes ---'); people's words stay. null removes it.",
    ),
  percentComplete: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe('0 not started, 1 to 99 in progress, 100 done.'),
  priority: z.int().min(0).max(10).optional().describe('1 urgent, 3 important, 5 medium, 9 low.'),
  startDateTime: z.string().nullable().optional().describe(timeIn),
  dueDateTime: z.string().nullable().optional().describe(timeIn),
  assigneeIds: idList('People, by id, full name or address.'),
  appliedCategories: idList('Labels: category1 to category25, or their names.'),
  checklist: checklistInput,
  references: referencesInput,
};
