import * as z from 'zod';
import { taskDocumentSchema } from './task-schemas.js';

export const updateEventSchema = z.object({
  action: z
    .enum(['created', 'updated', 'deleted', 'synced', 'conflict', 'failed', 'plan_updated'])
    .describe(
      'created, updated and deleted: content changed; synced, conflict, failed: how sync fares; plan_updated: people named a plan, its buckets or its labels otherwise, and "plan" has them.',
    ),
  task_id: z.string().nullable().describe('Null with plan_updated.'),
  task: taskDocumentSchema
    .nullable()
    .describe('The task after the event; after a deletion what it was; null with plan_updated.'),
  plan: z
    .object({
      planId: z.string(),
      title: z.string(),
      buckets: z.array(z.object({ id: z.string(), name: z.string() })).describe('In board order.'),
      categories: z
        .record(z.string(), z.string())
        .describe('Names of the labels that have one, by category1 to category25.'),
    })
    .optional()
    .describe('Only with plan_updated.'),
  source: z
    .enum(['agent', 'planner', 'system'])
    .describe('planner: a person changed it on the board.'),
  rev: z.number().int().nullable().describe('Null with plan_updated.'),
  at: z.string().describe('UTC.'),
  cursor: z.string().describe('Place of this event in the stream.'),
});

/** Events after the asked cursor are no longer kept. */
export const gapSchema = z.object({ oldest: z.string().nullable() }).nullable();
