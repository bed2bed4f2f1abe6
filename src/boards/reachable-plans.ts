import { seesPlan } from '../domain/access/caller.js';
import { GraphError } from '../domain/graph-error.js';
import { matchName, type NameMatch } from '../domain/names/match-name.js';
import { personOf } from '../graph/gateway/graph-account.js';
import {
  createPlanLists,
  type GroupsFound,
  type ListedPlan,
  type PlanLists,
} from '../graph/planner/plan-lists.js';
import type { PlanMode } from '../tasks/linked-plans.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { BoardDeps, BoardUser } from './board-deps.js';

export interface ReachablePlan {
  readonly id: string;
  readonly title: string;
  /** The group that holds it, or what else does. */
  readonly container: {
    readonly id: string;
    readonly type: string;
    readonly name: string | null;
  } | null;
  /** Null: Tandem does not sync it. */
  readonly sync: PlanMode | null;
}

export interface PlansFound {
  /** By title. */
  readonly plans: readonly ReachablePlan[];
  /** False: the account can reach more groups than are looked into. */
  readonly isComplete: boolean;
}

/** The plans that an account can reach: those of its person and of their groups; for the app those of all groups and the synced ones. */
export interface ReachablePlans {
  /** As they are now. Failures are GraphErrors. */
  list(): Promise<PlansFound>;
  /** Which plan has a title or an id. */
  match(plan: string): Promise<NameMatch>;
  groups(): Promise<GroupsFound>;
}

/** Long enough for the calls of one thought, short enough for nobody to miss a new title. */
const rememberedMs = 30_000;
/** A title that is not known may be that of a plan that was made just now. */
const newsAfterMs = 2_000;

export function createReachablePlans(
  deps: Pick<BoardDeps, 'linked' | 'planNames' | 'cache' | 'access'>,
  { account, graph }: Pick<BoardUser, 'account' | 'graph'>,
): ReachablePlans {
  const lists = createPlanLists(graph);
  const person = personOf(account);
  const groups = (): Promise<GroupsFound> =>
    person === null ? lists.allGroups() : lists.groupsOf(person);

  const read = async (): Promise<PlansFound> => {
    const links = await withRedis(() => deps.linked.links());
    const [own, held] = await Promise.all([
      person === null ? [] : lists.ofPerson(person),
      plansOfGroups(lists, groups),
    ]);
    const found = new Map<string, ListedPlan>();
    for (const plan of [...own, ...held.plans]) found.set(plan.id, plan);
    if (person === null) {
      for (const planId of links.keys()) {
        if (found.has(planId)) continue;
        const names = await withRedis(() => deps.planNames.read(planId));
        found.set(planId, { id: planId, title: names?.title ?? planId, container: null });
      }
    }
    const plans = [...found.values()].map(({ id, title, container }): ReachablePlan => ({
      id,
      title,
      container:
        container === null
          ? null
          : { ...container, name: held.names.get(container.id.toLowerCase()) ?? null },
      sync: links.get(id)?.mode ?? null,
    }));
    return { plans: plans.toSorted(byTitle), isComplete: held.isComplete };
  };

  const get = async (youngerMs: number): Promise<PlansFound> => {
    const { plans, isComplete } = await deps.cache.get(account, youngerMs, read);
    return { plans: plans.filter(({ id }) => seesPlan(deps.access, id)), isComplete };
  };

  return {
    list: () => get(-1),
    async match(plan) {
      const text = plan.trim();
      const known = matchIn(await get(rememberedMs), text);
      return known.kind === 'none' ? matchIn(await get(newsAfterMs), text) : known;
    },
    groups,
  };
}

/** Groups whose plans may not be listed are left out: a member of a group need not be allowed into its plans. */
async function plansOfGroups(
  lists: PlanLists,
  findGroups: () => Promise<GroupsFound>,
): Promise<{
  readonly plans: readonly ListedPlan[];
  readonly names: ReadonlyMap<string, string>;
  readonly isComplete: boolean;
}> {
  const { groups, isComplete } = await orNothing(findGroups(), { groups: [], isComplete: false });
  const plans = await Promise.all(groups.map(({ id }) => orNothing(lists.ofGroup(id), [])));
  return {
    plans: plans.flat(),
    names: new Map(groups.map(({ id, name }) => [id.toLowerCase(), name])),
    isComplete,
  };
}

async function orNothing<Found>(asked: Promise<Found>, nothing: Found): Promise<Found> {
  try {
    return await asked;
  } catch (error) {
    const isRefused =
      error instanceof GraphError && (error.code === 'forbidden' || error.code === 'not_found');
    if (isRefused) return nothing;
    throw error;
  }
}

function byTitle(one: ReachablePlan, other: ReachablePlan): number {
  return one.title.localeCompare(other.title) || (one.id < other.id ? -1 : 1);
}

/** Plans of one title are told apart by their groups: `Marketing (Product team)`. */
function matchIn({ plans }: PlansFound, plan: string): NameMatch {
  return matchName(
    plan,
    plans.map(({ id, title, container }) => {
      const group = container?.name ?? null;
      return { id, name: title, also: group === null ? [id] : [id, `${title} (${group})`] };
    }),
  );
}
