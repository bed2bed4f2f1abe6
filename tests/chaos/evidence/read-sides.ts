import { z } from 'zod';
import { listAll, type GraphDoor } from '../actors/graph-door.js';
import type { Plan } from '../world/world.js';
import { taskNumberOf } from '../world/texts.js';
import { cellsOfBoardTask, cellsOfDocument, doubledRows } from './cells.js';
import type { Standing, StandingDocument } from './evidence.js';
import { boardDetailsShape, boardTaskShape, documentShape, type BoardTask } from './shapes.js';

export interface Sides {
  readonly documents: readonly StandingDocument[];
  readonly board: readonly Standing[];
}

const pageShape = z.object({ tasks: z.array(documentShape), nextCursor: z.string().nullable() });

/** All tasks as agents get them by REST. */
export async function readDocuments(
  serverUrl: string,
  plans: readonly Plan[],
): Promise<readonly StandingDocument[]> {
  const found: StandingDocument[] = [];
  for (const { id: planId } of plans) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const url = `${serverUrl}/api/agent/tasks?planId=${planId}&limit=200${after}`;
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      const page = pageShape.parse(await response.json());
      for (const document of page.tasks) {
        found.push({
          id: document.id,
          task: taskNumberOf(document.title),
          planId,
          cells: cellsOfDocument(document),
          doubledRows: doubledRows(document.checklist.map(({ title }) => title)),
          rev: document.rev,
          plannerId: document.sync.plannerId,
          state: stateOf(document.sync),
        });
      }
      cursor = page.nextCursor;
    }
  }
  return found;
}

function stateOf({ state, error }: z.infer<typeof documentShape>['sync']): string {
  return error === null ? state : `${state} (${error.code}: ${error.message})`;
}

/** All tasks as people see them, with their details. */
export async function readBoard(
  door: GraphDoor,
  plans: readonly Plan[],
): Promise<readonly Standing[]> {
  const found: Standing[] = [];
  for (const { id: planId } of plans) {
    const rows = await listAll(door, `/planner/plans/${planId}/tasks`);
    if (rows === null) throw new Error(`The tasks of plan ${planId} cannot be listed`);
    const tasks = rows.map((row) => boardTaskShape.parse(row));
    for (let from = 0; from < tasks.length; from += perBatch) {
      found.push(...(await withDetails(door, planId, tasks.slice(from, from + perBatch))));
    }
  }
  return found;
}

const perBatch = 20;

const batchShape = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown() })),
});

async function withDetails(
  door: GraphDoor,
  planId: string,
  tasks: readonly BoardTask[],
): Promise<readonly Standing[]> {
  const requests = tasks.map(({ id }) => ({
    id,
    method: 'GET',
    url: `/planner/tasks/${id}/details`,
  }));
  const answer = await door.send('POST', '/$batch', { body: { requests } });
  if (answer?.status !== 200) throw new Error('The details of tasks cannot be read');
  const { responses } = batchShape.parse(answer.body);
  const bodies = new Map(responses.map(({ id, status, body }) => [id, { status, body }]));
  return tasks.flatMap((task) => {
    const { status, body } = bodies.get(task.id) ?? {};
    // Deleted between the two reads: the next look shows it.
    if (status === 404) return [];
    if (status !== 200) throw new Error(`The details of task ${task.id}: ${String(status)}`);
    const details = boardDetailsShape.parse(body);
    return [
      {
        id: task.id,
        task: taskNumberOf(task.title),
        planId,
        cells: cellsOfBoardTask(task, details),
        doubledRows: doubledRows(details.checklist.map(([, { title }]) => title)),
      },
    ];
  });
}
