import type { GraphClient } from './graph-client.js';
import type {
  DetailsPatch,
  GraphBucket,
  GraphPage,
  GraphPlan,
  GraphPlanDetails,
  GraphTask,
  GraphTaskDetails,
  TaskPatch,
} from './shapes.js';

export interface NewTask {
  readonly planId: string;
  readonly bucketId: string;
  readonly title: string;
  readonly orderHint: string;
  readonly dueDateTime?: string;
  readonly assigneeIds?: readonly string[];
}

export interface PlannerClient {
  plan(planId: string): Promise<GraphPlan>;
  planDetails(planId: string): Promise<GraphPlanDetails>;
  buckets(planId: string): Promise<readonly GraphBucket[]>;
  tasks(planId: string): Promise<readonly GraphTask[]>;
  task(taskId: string): Promise<GraphTask>;
  details(taskId: string): Promise<GraphTaskDetails>;
  createTask(task: NewTask): Promise<GraphTask>;
  createBucket(planId: string, name: string, orderHint: string): Promise<GraphBucket>;
  updateTask(taskId: string, etag: string, patch: TaskPatch): Promise<GraphTask>;
  updateDetails(taskId: string, etag: string, patch: DetailsPatch): Promise<GraphTaskDetails>;
  deleteTask(taskId: string, etag: string): Promise<void>;
}

/** The value Graph wants for a person newly assigned; their place in the list is left to the server. */
export const newAssignment = {
  '@odata.type': '#microsoft.graph.plannerAssignment',
  orderHint: ' !',
} as const;

/** Planner's routes, as the person whose token the Graph client carries. Failures are GraphFailures. */
export function createPlannerClient(graph: GraphClient): PlannerClient {
  const get = <Answer>(path: string) => graph.send<Answer>({ method: 'GET', path });

  async function list<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let next: string | undefined = path;
    while (next !== undefined) {
      const page: GraphPage<Item> = await get<GraphPage<Item>>(next);
      items.push(...page.value);
      next = toPath(page['@odata.nextLink']);
    }
    return items;
  }

  return {
    plan: (planId) => get(`/planner/plans/${planId}`),
    planDetails: (planId) => get(`/planner/plans/${planId}/details`),
    buckets: (planId) => list(`/planner/plans/${planId}/buckets`),
    tasks: (planId) => list(`/planner/plans/${planId}/tasks`),
    task: (taskId) => get(`/planner/tasks/${taskId}`),
    details: (taskId) => get(`/planner/tasks/${taskId}/details`),
    createTask: ({ assigneeIds = [], ...task }) =>
      graph.send({
        method: 'POST',
        path: '/planner/tasks',
        body: {
          ...task,
          ...(assigneeIds.length === 0
            ? {}
            : { assignments: Object.fromEntries(assigneeIds.map((id) => [id, newAssignment])) }),
        },
      }),
    createBucket: (planId, name, orderHint) =>
      graph.send({ method: 'POST', path: '/planner/buckets', body: { planId, name, orderHint } }),
    updateTask: (taskId, etag, body) =>
      graph.send({ method: 'PATCH', path: `/planner/tasks/${taskId}`, etag, body }),
    updateDetails: (taskId, etag, body) =>
      graph.send({ method: 'PATCH', path: `/planner/tasks/${taskId}/details`, etag, body }),
    async deleteTask(taskId, etag) {
      await graph.send({ method: 'DELETE', path: `/planner/tasks/${taskId}`, etag });
    },
  };
}

/** A next link names Graph's own origin; the page stays on the one it was loaded from. */
function toPath(nextLink: string | undefined): string | undefined {
  if (nextLink === undefined) return undefined;
  const url = new URL(nextLink, 'https://graph.microsoft.com');
  return `${url.pathname.replace(/^\/v1\.0/, '')}${url.search}`;
}
