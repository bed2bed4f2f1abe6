import { z } from 'zod';
import type { DeltaHint, DeltaLink, DeltaPage, PlannerDelta } from '../../domain/planner-delta.js';
import type { Etag } from '../../domain/planner.js';
import { toOwnError } from '../gateway/graph-failure.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { filterText } from '../graph-segment.js';
import { parseAnswer } from '../parse-answer.js';

const version = 'beta';

/** With application permissions exactly these, of exactly one plan, are allowed. */
const allowedForApps = 'percentComplete,assignments,creationSource';

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

/** What both shapes of an item have in common; everything else of them is not relied on. */
const item = z.looseObject({
  id: z.string().min(1),
  '@odata.type': z.string().nullish().catch(null),
  '@odata.etag': z.string().nullish().catch(null),
  '@removed': z.unknown().optional(),
  planId: z.string().nullish().catch(null),
});

/**
 * https://learn.microsoft.com/graph/api/plannertask-delta?view=graph-rest-beta and
 * https://learn.microsoft.com/graph/api/planneruser-list-delta?view=graph-rest-beta
 */
export function createPlannerDelta(gateway: GraphGateway): PlannerDelta {
  const read = async (path: string): Promise<DeltaPage> => {
    const { body } = await gateway.send({ method: 'GET', path, version, lane: 'sweep' });
    const answer = parseAnswer(page, body, 'no');
    const { '@odata.nextLink': next, '@odata.deltaLink': delta } = answer;
    if ((next == null) === (delta == null)) {
      throw toOwnError('unexpected', 'A delta query of Planner does not say how it goes on');
    }
    const link = gateway.toPath(next ?? delta ?? '', version) as DeltaLink;
    if (next != null && link === path) {
      throw toOwnError('unexpected', 'A page of a delta query names itself as the next');
    }
    return {
      hints: answer.value.map(toHint),
      next: { kind: next == null ? 'round' : 'page', link },
    };
  };
  return {
    begin(planId) {
      const filter = `planId%20eq%20${filterText(planId)}`;
      return read(`/planner/tasks/delta?$filter=${filter}&$select=${allowedForApps}`);
    },
    follow: (link) => read(link),
  };
}

function toHint(value: unknown): DeltaHint {
  const { data } = item.safeParse(value);
  if (data === undefined) {
    return { kind: 'unknown', id: null, planId: null, isRemoved: false, etag: null };
  }
  const kind = kindOf(data);
  return {
    kind,
    id: data.id,
    planId: data.planId ?? null,
    isRemoved: data['@removed'] != null,
    etag: isTaskItself(data) && data['@odata.etag'] != null ? (data['@odata.etag'] as Etag) : null,
  };
}

type Item = z.infer<typeof item>;

/** Types are named after Graph (`#microsoft.graph.plannerTask`) or after Planner's own service (`#microsoft.taskServices.task`). */
function kindOf(data: Item): DeltaHint['kind'] {
  const type = typeOf(data);
  if (type.endsWith('boardtaskformat') || saysOnlyOrder(data)) return 'order';
  if (type === '' || type.endsWith('task') || type.endsWith('taskdetails')) return 'task';
  return /(?:plan|plandetails|bucket)$/.test(type) ? 'names' : 'unknown';
}

function isTaskItself(data: Item): boolean {
  const type = typeOf(data);
  return type === '' || type.endsWith('task');
}

function typeOf(data: Item): string {
  return (data['@odata.type'] ?? '').toLowerCase();
}

function saysOnlyOrder(data: Item): boolean {
  const said = Object.keys(data).filter((name) => name !== 'id' && !name.startsWith('@'));
  return (
    said.length > 0 && said.every((name) => name === 'orderHint' || name === 'assigneePriority')
  );
}
