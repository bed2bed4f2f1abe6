import * as z from 'zod';
import type { Caller } from '../../domain/access/caller.js';
import { GraphError } from '../../domain/graph-error.js';
import { ProblemError } from '../../domain/problem.js';
import { dayOf } from '../../domain/time/due-day.js';
import { decodeCursor, encodeCursor } from '../../graph/pages/page-cursor.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { toGraphProblem } from '../graph-problem.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { mergeWork, workSources, type WorkItem, type WorkSource } from './merge-work.js';
import { readMailWork, readPlannerWork, readTodoWork, type WorkRead } from './read-work.js';

const workSchema = z.object({
  source: z.enum(workSources),
  id: z.string(),
  title: z.string(),
  dueAt: z.string().optional().describe('A day of the time zone: 2026-11-26.'),
  isOverdue: z.literal(true).optional(),
  plan: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  list: z.object({ id: z.string(), name: z.string() }).optional(),
  from: z.string().optional().describe('Of flagged mail.'),
  url: z.string().optional(),
});

export const workList = defineOperation({
  name: 'work_list',
  title: 'My work',
  description:
    'Lists what somebody has to do, from Planner, To Do and flagged mail in one, what is overdue first, then by day, then what has no day. Use it first to plan a day or week; planner_, todo_ and mail_ tools change what it lists.',
  input: z.strictObject({
    until: z.iso.date().optional().describe('Only what is due on this day or before.'),
    sources: z.array(z.enum(workSources)).min(1).optional().describe('Left out: all.'),
    person: personInput,
    timeZone: timeZoneInput,
    ...pageInputs(200, 50),
    account: accountInput,
  }),
  output: z.object({
    work: z.array(workSchema),
    missing: z
      .array(
        z.object({
          source: z.enum(workSources),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional()
      .describe('Sources that could not be read, or not to their end: the list is only a part.'),
    ...pageOutputs,
  }),
  outsideText: ['work[].title', 'work[].plan.name', 'work[].list.name', 'work[].from'],
  isCore: true,
  selectable: 'work',
  restBody: null,
  area: 'tasks',
  features: ['planner', 'todo', 'readMail'],
  graphCalls: [
    'GET /users/{id}/planner/tasks',
    'GET /users/{id}/todo/lists',
    'GET /users/{id}/todo/lists/{id}/tasks',
    'GET /users/{id}/messages',
  ],
  scope: 'todo:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/work', successStatus: 200 },
  handler: async (deps, { until, sources, person, timeZone, limit, cursor, account }, call) => {
    const zone = chooseZone(deps, timeZone);
    const offset = offsetOf(cursor);
    const { graph, path } = await choosePerson(deps, call, { person, account });
    const whose = { graph, path, zone, caller: call.caller };
    const readers: Readonly<Record<WorkSource, () => Promise<WorkRead>>> = {
      planner: () => readPlannerWork(deps, whose),
      todo: () => readTodoWork(whose),
      mail: () => readMailWork(whose),
    };
    const asked = sources ?? workSources;
    const reads = await Promise.all(
      asked.map((source) => attempt(source, call.caller, readers[source])),
    );
    const failed = reads.filter((read) => read.kind === 'failed');
    const [first] = failed;
    if (first !== undefined && failed.length === asked.length) throw first.error;
    const all = mergeWork(
      reads.flatMap((read) => (read.kind === 'read' ? read.items : [])),
      until ?? null,
    );
    const today = dayOf(new Date().toISOString(), zone) ?? '';
    const rows = all.slice(offset, offset + limit);
    const end = offset + rows.length;
    const missing = reads.flatMap(toMissing);
    return {
      status: 200,
      json: JSON.stringify({
        work: rows.map((item) => toWork(item, today)),
        ...(missing.length > 0 && { missing }),
        nextCursor: end < all.length ? encodeCursor({ paging: {}, offset: end }) : null,
      }),
    };
  },
});

type Attempt =
  | ({ readonly kind: 'read'; readonly source: WorkSource } & WorkRead)
  | {
      readonly kind: 'failed';
      readonly source: WorkSource;
      readonly error: GraphError | ProblemError;
    };

/** What opens a source by its own tools opens it here. */
const scopeOf = { planner: 'tasks:read', todo: 'todo:read', mail: 'mail:read' } as const;

/** One source that Graph refuses, or that the caller may not read, does not take the others away. */
async function attempt(
  source: WorkSource,
  { scopes }: Pick<Caller, 'scopes'>,
  read: () => Promise<WorkRead>,
): Promise<Attempt> {
  const scope = scopeOf[source];
  if (!scopes.has(scope)) {
    const detail = `This source needs the scope ${scope}`;
    return {
      kind: 'failed',
      source,
      error: new ProblemError('insufficient_scope', detail, { scope }),
    };
  }
  try {
    return { kind: 'read', source, ...(await read()) };
  } catch (error) {
    if (error instanceof GraphError) return { kind: 'failed', source, error };
    throw error;
  }
}

const featureOf = { planner: 'planner', todo: 'todo', mail: 'readMail' } as const;

function toMissing(read: Attempt) {
  const { source } = read;
  if (read.kind === 'read') {
    const detail = 'There is more than is read here; list it by the tools of its own.';
    return read.isComplete ? [] : [{ source, code: 'too_many', detail }];
  }
  const user = { name: 'work_list', features: [featureOf[source]] };
  const problem = toGraphProblem(read.error, user);
  if (!(problem instanceof ProblemError)) throw read.error;
  return [{ source, code: problem.code, detail: problem.message }];
}

function toWork(item: WorkItem, today: string): z.infer<typeof workSchema> {
  const { source, id, title, dueDay, place, placeId, url } = item;
  return {
    source,
    id,
    title,
    ...(dueDay !== null && { dueAt: dueDay }),
    ...(dueDay !== null && dueDay < today && { isOverdue: true as const }),
    ...(source === 'planner' &&
      placeId !== undefined && {
        plan: { id: placeId, ...(place !== null && { name: place }) },
      }),
    ...(source === 'todo' &&
      placeId !== undefined && { list: { id: placeId, name: place ?? placeId } }),
    ...(source === 'mail' && place !== null && { from: place }),
    ...(url !== undefined && { url }),
  };
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const place = decodeCursor(cursor);
  if (place !== null) return place.offset;
  throw new ProblemError(
    'invalid_cursor',
    'Send nextCursor as it was answered, with the same arguments',
  );
}
