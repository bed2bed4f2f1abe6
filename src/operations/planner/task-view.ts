import * as z from 'zod';
import type { Board } from '../../boards/boards.js';
import type { BoardTask, Maker } from '../../boards/board-task.js';
import type { Words } from '../../boards/plan-words.js';
import { toZonedInstant } from '../../domain/time/graph-date-time.js';
import { toPriorityWord } from './planner-inputs.js';

const named = z.object({ id: z.string(), name: z.string().optional() });
const time = z.string().optional();

const rowShape = {
  id: z.string(),
  title: z.string(),
  plan: named.optional(),
  bucket: named.optional(),
  percentComplete: z.number(),
  priority: z.string(),
  startAt: time,
  dueAt: time,
  assignees: z.array(named).optional(),
  labels: z.array(z.string()).optional(),
  checklistDone: z.string().optional().describe('Done of all: 2/5.'),
  syncState: z.string().optional().describe('Of tasks that Tandem syncs; pending: on its way.'),
};

/** A task in a list. */
export const taskRowSchema = z.object(rowShape);
export type TaskRow = z.infer<typeof taskRowSchema>;

const maker = z.object({ kind: z.string(), id: z.string(), name: z.string().optional() });

/** A task with everything. */
export const taskViewSchema = z.object({
  ...rowShape,
  description: z.string().optional(),
  checklist: z
    .array(z.object({ id: z.string(), title: z.string(), checked: z.boolean() }))
    .optional(),
  references: z
    .array(z.object({ url: z.string(), title: z.string().optional(), type: z.string().optional() }))
    .optional(),
  createdAt: time,
  createdBy: maker.optional(),
  completedAt: time,
  completedBy: maker.optional(),
  webUrl: z.string().optional(),
});
export type TaskView = z.infer<typeof taskViewSchema>;

/** Tasks as callers see them: with the names of people, buckets and labels as far as the account can have them. */
export async function toTaskRows(
  board: Board,
  tasks: readonly BoardTask[],
  zone: string,
): Promise<readonly TaskRow[]> {
  const planIds = [...new Set(tasks.flatMap(({ planId }) => planId ?? []))];
  const [words, people] = await Promise.all([
    Promise.all(planIds.map(async (id) => [id, await board.words.ifKnown(id)] as const)),
    board.people.namesOf(tasks.flatMap(({ fields }) => fields.assigneeIds)),
  ]);
  const byPlan = new Map(words);
  return tasks.map((task) => {
    const known = task.planId === null ? null : (byPlan.get(task.planId) ?? null);
    return toRow(task, { words: known, people, zone });
  });
}

/** With description, checklist and references where they were read. */
export async function toTaskView(
  board: Board,
  task: BoardTask,
  { zone, isWhole }: { readonly zone: string; readonly isWhole: boolean },
): Promise<TaskView> {
  const [[row], completion] = await Promise.all([
    toTaskRows(board, [task], zone),
    board.completion(task),
  ]);
  if (row === undefined) throw new TypeError('One task has one row');
  const { details } = task;
  const makers = [completion?.by ?? null, isWhole ? task.createdBy : null];
  const names = await board.people.namesOf(
    makers.flatMap((one) => (one?.kind === 'person' ? [one.id] : [])),
  );
  return {
    ...row,
    ...(completion !== null && {
      completedAt: inZone(completion.at, zone),
      ...(completion.by !== null && { completedBy: toMaker(completion.by, names) }),
    }),
    ...(isWhole && {
      ...(details !== null && {
        description: details.description,
        checklist: details.checklist.map(({ id, title, isChecked }) => ({
          id,
          title,
          checked: isChecked,
        })),
        references: details.references.map(({ url, alias, type }) => ({
          url,
          ...(alias !== null && { title: alias }),
          ...(type !== null && { type }),
        })),
      }),
      ...(task.createdAt !== null && { createdAt: inZone(task.createdAt, zone) }),
      ...(task.createdBy !== null && { createdBy: toMaker(task.createdBy, names) }),
      ...(task.webUrl !== null && { webUrl: task.webUrl }),
    }),
  };
}

function toRow(
  { id, planId, fields, checklist, syncState }: BoardTask,
  {
    words,
    people,
    zone,
  }: {
    readonly words: Words | null;
    readonly people: ReadonlyMap<string, string>;
    readonly zone: string;
  },
): TaskRow {
  const { bucketId, startDateTime, dueDateTime, assigneeIds, appliedCategories } = fields;
  return {
    id,
    title: fields.title,
    ...(planId !== null && planId !== '' && { plan: toNamed(planId, words?.title) }),
    ...(bucketId !== null && {
      bucket: toNamed(bucketId, words?.buckets.find((one) => one.id === bucketId)?.name),
    }),
    percentComplete: fields.percentComplete,
    priority: toPriorityWord(fields.priority),
    ...(startDateTime !== null && { startAt: inZone(startDateTime, zone) }),
    ...(dueDateTime !== null && { dueAt: inZone(dueDateTime, zone) }),
    ...(assigneeIds.length > 0 && {
      assignees: assigneeIds.map((person) => toNamed(person, people.get(person))),
    }),
    ...(appliedCategories.length > 0 && {
      labels: appliedCategories.map((label) => words?.labels[label] ?? label),
    }),
    ...(checklist.total > 0 && {
      checklistDone: `${String(checklist.checked)}/${String(checklist.total)}`,
    }),
    ...(syncState !== null && { syncState }),
  };
}

function toNamed(id: string, name: string | undefined): z.infer<typeof named> {
  return name === undefined ? { id } : { id, name };
}

function toMaker(by: Maker, names: ReadonlyMap<string, string>): z.infer<typeof maker> {
  const name = names.get(by.id);
  return name === undefined ? { ...by } : { ...by, name };
}

function inZone(instant: string, zone: string): string {
  return toZonedInstant(instant, zone) ?? instant;
}
