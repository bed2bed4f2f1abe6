import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { createReadAnswer, nextPath } from './read-answer.js';
import { withQuery } from '../query.js';

/** What holds a plan: https://learn.microsoft.com/graph/api/resources/plannerplancontainer */
export interface PlanContainer {
  readonly id: string;
  /** `group`, `roster` and what Planner may know besides. */
  readonly type: string;
}

export interface ListedPlan {
  readonly id: string;
  readonly title: string;
  readonly container: PlanContainer | null;
}

/** A group that can hold plans. */
export interface PlanGroup {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
}

export interface GroupsFound {
  readonly groups: readonly PlanGroup[];
  /** False: there are more than are read. */
  readonly isComplete: boolean;
}

/** Where plans and the groups that hold them are found. Every failure is a GraphError. */
export interface PlanLists {
  /** Plans that a person has or that are shared with them; not for the app. `/graph/api/planneruser-list-plans` */
  ofPerson(personId: string): Promise<readonly ListedPlan[]>;
  /** `/graph/api/plannergroup-list-plans` */
  ofGroup(groupId: string): Promise<readonly ListedPlan[]>;
  /** Microsoft 365 groups of which the person is a member. `/graph/api/user-list-memberof` */
  groupsOf(personId: string): Promise<GroupsFound>;
  /** Microsoft 365 groups of the tenant. `/graph/api/group-list` */
  allGroups(): Promise<GroupsFound>;
}

/** More than this many groups are too many to look into for a plan. */
const mostGroups = 500;

const text = z.string().nullish().catch(undefined);

export const listedPlan = z
  .object({
    id: z.string().min(1),
    title: text,
    owner: text,
    container: z.object({ containerId: text, type: text }).nullish().catch(undefined),
  })
  .transform(({ id, title, owner, container }): ListedPlan => ({
    id,
    title: title ?? '',
    container: toContainer(container?.containerId ?? owner, container?.type),
  }));

const group = z.object({
  id: z.string().min(1),
  displayName: text,
  mail: text,
  groupTypes: z.array(z.string()).nullish().catch(undefined),
});

const groupFields = 'id,displayName,mail,groupTypes';
const unified = 'Unified';

/** Only with it rosters are called so, else `unknownFutureValue`. */
export const knowsRosters = { Prefer: 'include-unknown-enum-members' } as const;

export function createPlanLists(gateway: Pick<GraphGateway, 'send' | 'toPath'>): PlanLists {
  const read = createReadAnswer(
    { send: (request) => gateway.send({ ...request, headers: knowsRosters }) },
    'waiting',
  );
  const all = async <Row extends z.ZodType>(
    first: string,
    row: Row,
    most = Infinity,
  ): Promise<{ readonly rows: readonly z.output<Row>[]; readonly isComplete: boolean }> => {
    const schema = z.object({ value: z.array(row), '@odata.nextLink': z.string().nullish() });
    const rows: z.output<Row>[] = [];
    let path: string | null = first;
    while (path !== null && rows.length < most) {
      const page: z.output<typeof schema> = await read(path, schema);
      rows.push(...page.value);
      path = nextPath(gateway, page, path);
    }
    return { rows: rows.slice(0, most), isComplete: path === null && rows.length <= most };
  };
  const groups = async (path: string): Promise<GroupsFound> => {
    const { rows, isComplete } = await all(path, group, mostGroups);
    return {
      groups: rows
        .filter(({ groupTypes }) => groupTypes == null || groupTypes.includes(unified))
        .map(({ id, displayName, mail }) => ({ id, name: displayName ?? id, mail: mail ?? null })),
      isComplete,
    };
  };
  return {
    ofPerson: async (personId) =>
      (await all(`/users/${graphSegment(personId)}/planner/plans`, listedPlan)).rows,
    ofGroup: async (groupId) =>
      (await all(`/groups/${graphSegment(groupId)}/planner/plans`, listedPlan)).rows,
    groupsOf: (personId) =>
      groups(
        withQuery(`/users/${graphSegment(personId)}/memberOf/microsoft.graph.group`, {
          $select: groupFields,
          $top: 999,
        }),
      ),
    allGroups: () =>
      groups(
        withQuery('/groups', {
          $filter: `groupTypes/any(c:c eq '${unified}')`,
          $select: groupFields,
          $top: 999,
        }),
      ),
  };
}

function toContainer(
  id: string | null | undefined,
  type: string | null | undefined,
): PlanContainer | null {
  return id == null ? null : { id, type: type ?? 'group' };
}
