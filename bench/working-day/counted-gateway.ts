import type { GraphGateway } from '../../src/graph/gateway/graph-gateway.js';

export type Kind = 'listings' | 'details' | 'writes' | 'names' | 'tasks';

export interface Spent {
  /** HTTP requests, batches among them. */
  readonly requests: number;
  /** What Graph had to do for them: each item of a batch, and each request that went alone. */
  readonly subrequests: number;
  readonly kinds: Readonly<Record<Kind, number>>;
}

/** The gateway with a count of what is asked of it. */
export function countGateway(
  gateway: GraphGateway,
): GraphGateway & { spent(): Spent; startCount(): void } {
  let kinds = none();
  let before = gateway.stats().httpRequests;
  return {
    ...gateway,
    send(request) {
      kinds[kindOf(request)] += 1;
      return gateway.send(request);
    },
    startCount() {
      kinds = none();
      before = gateway.stats().httpRequests;
    },
    spent: () => ({
      requests: gateway.stats().httpRequests - before,
      subrequests: Object.values(kinds).reduce((sum, count) => sum + count, 0),
      kinds: { ...kinds },
    }),
  };
}

function none(): Record<Kind, number> {
  return { listings: 0, details: 0, writes: 0, names: 0, tasks: 0 };
}

function kindOf({ method, path }: Parameters<GraphGateway['send']>[0]): Kind {
  if (method !== 'GET') return 'writes';
  const [route = ''] = path.split('?');
  if (route.endsWith('/tasks')) return 'listings';
  if (route.startsWith('/planner/plans/')) return 'names';
  return route.endsWith('/details') ? 'details' : 'tasks';
}
