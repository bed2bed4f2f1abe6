import type { Caller } from '../domain/access/caller.js';
import type { ContentLimits } from '../domain/merge/legal.js';
import type { GraphAccount } from '../graph/gateway/graph-account.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import type { MetadataCache } from '../metadata/metadata-cache.js';
import type { NameBook } from '../metadata/name-book.js';
import type { PeopleNames } from '../metadata/people-names.js';
import type { TaskHistory } from '../review/task-history.js';
import type { LinkedPlans } from '../tasks/linked-plans.js';
import type { PlanNamesStore } from '../tasks/plan-names.js';
import type { PlanTraces } from '../tasks/plan-traces.js';
import type { TaskStore } from '../tasks/task-store.js';
import type { PlansCache } from './plans-cache.js';

/** What boards are made of; the same for all who use them. */
export interface BoardDeps {
  readonly store: TaskStore;
  readonly history: TaskHistory;
  readonly linked: Pick<LinkedPlans, 'links'>;
  readonly traces: Pick<PlanTraces, 'read'>;
  readonly planNames: Pick<PlanNamesStore, 'read'>;
  /** As the app sees it. */
  readonly metadata: MetadataCache;
  readonly names: Pick<NameBook, 'person'>;
  readonly people: PeopleNames;
  /** Ours by Planner's, and Planner's by ours, in the same order; null: there is none. */
  readonly otherIds: (ids: readonly string[]) => Promise<readonly (string | null)[]>;
  readonly webUrl: (planId: string, plannerId: string) => string;
  readonly limits: ContentLimits;
  readonly cache: PlansCache;
  readonly access: BoardAccess;
  readonly now: () => number;
}

/** What whoever uses a board may see and change. */
export type BoardAccess = Pick<Caller, 'plans' | 'policy'>;

/** In whose name a board is used. */
export interface BoardUser {
  readonly account: GraphAccount;
  /** Microsoft Graph as that account has it. */
  readonly graph: GraphGateway;
  /** Who calls; stands beside what is written to the store. */
  readonly actor: string;
}
