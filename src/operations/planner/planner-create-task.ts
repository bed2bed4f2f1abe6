import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { TaskContent } from '../../domain/task.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { inAccount } from './in-account.js';
import { openBoard } from './open-board.js';
import {
  bucketInput,
  fieldInputs,
  labelNames,
  personNames,
  planInput,
  readPlannerTime,
  toPriority,
} from './planner-inputs.js';
import { requireBucket, requireLabels, requirePeople, requirePlan } from './planner-names.js';
import { readLink } from './read-link.js';
import { taskViewSchema, toTaskView } from './task-view.js';

export const plannerCreateTask = defineAction({
  name: 'planner_create_task',
  title: 'Create a task',
  description:
    'Creates a task in a plan. Use it for work on a board; todo_create_task is for personal reminders.',
  input: z.strictObject({
    plan: planInput,
    title: z.string().trim().min(1).max(255),
    bucket: bucketInput.optional(),
    assignees: personNames.optional().describe('People: name, mail or id.'),
    ...fieldInputs,
    labels: labelNames.optional().describe('Name or category1 to 25.'),
    description: z.string().max(32_768).optional(),
    checklist: z.array(z.string().trim().min(1).max(100)).min(1).max(20).optional(),
    links: z.array(z.url()).min(1).max(10).optional().describe('Addresses.'),
    timeZone: timeZoneInput,
    ...actionInputs,
  }),
  output: z.object({
    task: taskViewSchema,
    missing: z.string().optional().describe('What could not be written, and why.'),
  }),
  outsideText: ['task.bucket.name'],
  restBody: null,
  area: 'tasks',
  isCore: true,
  features: ['planner', 'people', 'groups'],
  graphCalls: ['POST /planner/tasks', 'PATCH /planner/tasks/{id}/details'],
  scope: 'tasks:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/planner/tasks', successStatus: 201 },
  prepare: async (deps, input, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const board = await openBoard(deps, call, input.account);
    const planId = await requirePlan(board, input.plan);
    const { bucket, assignees = [], labels = [], dueAt = null, startAt = null } = input;
    const [bucketId, assigneeIds, appliedCategories] = await Promise.all([
      bucket === undefined ? null : requireBucket(board, planId, { bucket }),
      requirePeople(board, assignees, 'assignees'),
      requireLabels(board, planId, { labels, field: 'labels' }),
    ]);
    const content: TaskContent = {
      title: input.title,
      bucketId,
      assigneeIds: [...new Set(assigneeIds)],
      appliedCategories: [...new Set(appliedCategories)],
      percentComplete: input.percentComplete ?? 0,
      priority: input.priority === undefined ? 5 : toPriority(input.priority),
      dueDateTime: readPlannerTime(dueAt, zone, 'dueAt'),
      startDateTime: readPlannerTime(startAt, zone, 'startAt'),
      description: input.description ?? '',
      checklist: (input.checklist ?? []).map((title) => ({
        id: randomUUID(),
        title,
        isChecked: false,
      })),
      references: (input.links ?? []).map((url, at) => readLink({ url }, `links.${at}`)),
    };
    const words = await board.words.ifKnown(planId);
    return {
      effect: `Create "${input.title}" in the plan "${words?.title ?? planId}"`,
      prepared: { board, planId, content, zone, account: input.account },
    };
  },
  perform: async (_deps, { board, planId, content, zone, account }) => {
    const { task, missing } = await board.create({ planId, content });
    return {
      result: {
        task: await toTaskView(board, task, { zone, isWhole: true }),
        ...(missing !== null && { missing }),
      },
      id: task.id,
      undo: inAccount({ operation: 'planner_delete_task', input: { id: task.id } }, account),
    };
  },
});
