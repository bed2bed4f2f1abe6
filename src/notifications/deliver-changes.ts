import { GraphError } from '../domain/graph-error.js';
import { parseResourcePath, type ResourcePath } from '../graph/resources/resource-path.js';
import type { ResourceReader } from '../graph/resources/resource-reader.js';
import { shapeOf } from '../graph/resources/resource-shape.js';
import { toResourceState, type ResourceState } from '../graph/resources/resource-state.js';
import type { DecryptedContent } from './encryption/decrypt-content.js';
import type { EncryptedContent } from './notification-body.js';
import type { SettledChange, TakenChange, WaitingChanges } from './waiting-changes.js';

export interface DeliverDeps {
  readonly waiting: WaitingChanges;
  readonly resources: ResourceReader;
  readonly decrypt: (content: EncryptedContent) => Promise<DecryptedContent>;
  /** `ids`: nothing is fetched, agents hear only what has changed. */
  readonly content: 'resource' | 'ids';
  /** What is kept of a person or a group is out of date. */
  readonly forgetMetadata: (kind: 'users' | 'groups', id: string) => Promise<void>;
  /** Something in a plan has changed: it is to be looked at. */
  readonly onPlanChanged: (planId: string) => Promise<void>;
  /** Events kept for agents that were away. */
  readonly streamMax: number;
  readonly now: () => number;
}

/** So many go in one batch to Graph. */
const perDelivery = 20;

/**
 * Fetches up to 20 changed resources of a subscription, publishes them and removes them from what waits, in that order:
 * idempotent, and what changes meanwhile is fetched again. Rejects with a GraphError when some cannot be fetched now; the
 * others are told by then.
 */
export async function deliverChanges(
  deps: DeliverDeps,
  name: string,
): Promise<{ readonly left: number }> {
  const { waiting, streamMax } = deps;
  const { taken, left } = await waiting.take(name, perDelivery);
  if (taken.length === 0) return { left };
  const outcomes = await Promise.all(taken.map((change) => settleOne(deps, name, change)));
  const settled = outcomes.filter((outcome): outcome is SettledChange => !isLater(outcome));
  const later = outcomes.filter(isLater);
  const stillLeft = settled.length === 0 ? left : await waiting.settle(name, settled, streamMax);
  const [worst] = later.toSorted(
    (one, other) => (other.retryAfterMs ?? 0) - (one.retryAfterMs ?? 0),
  );
  if (worst !== undefined) throw worst;
  return { left: stillLeft };
}

function isLater(outcome: SettledChange | GraphError): outcome is GraphError {
  return outcome instanceof GraphError;
}

/** What is to be said of a resource, and how it was found out. */
interface Finding {
  readonly outcome: string;
  readonly state: ResourceState | null;
  readonly isDeleted: boolean;
}

async function settleOne(
  deps: DeliverDeps,
  name: string,
  change: TakenChange,
): Promise<SettledChange | GraphError> {
  const path = parseResourcePath(change.resource);
  const planId = planIn(path) ?? planIn(parseResourcePath(change.about.watched));
  if (planId !== null) {
    await deps.onPlanChanged(planId);
    return settled(deps, name, change, {
      outcome: 'plan_looked_at',
      state: null,
      isDeleted: false,
    });
  }
  if (path === null) return settled(deps, name, change, refused('unreadable'));
  const finding = await find(deps, path, change);
  if (finding instanceof GraphError) return finding;
  const [collection, id] = path;
  if ((collection === 'users' || collection === 'groups') && id !== undefined && isAbout(path)) {
    await deps.forgetMetadata(collection, id);
  }
  return settled(deps, name, change, finding);
}

async function find(
  deps: DeliverDeps,
  path: ResourcePath,
  change: TakenChange,
): Promise<Finding | GraphError> {
  if (change.changeType === 'deleted') return deleted;
  if (deps.content === 'ids') return { outcome: 'published', state: null, isDeleted: false };
  const sent = await fromSent(deps, path, change);
  if (sent.state !== null) return { outcome: 'published', state: sent.state, isDeleted: false };
  const read = await deps.resources.read(path);
  switch (read.kind) {
    case 'read':
      return { outcome: sent.outcome, state: read.state, isDeleted: false };
    case 'gone':
      return deleted;
    case 'refused':
      return refused(read.code);
    case 'later':
      return read.error;
  }
}

/**
 * The state that came along encrypted. It counts only where no other change is held for the resource: then nobody knows
 * which was the newer. What cannot be trusted is not used, and Graph is asked instead.
 */
async function fromSent(
  { decrypt }: DeliverDeps,
  path: ResourcePath,
  { about, isSingle }: TakenChange,
): Promise<{ readonly outcome: string; readonly state: ResourceState | null }> {
  if (about.encrypted === undefined || !isSingle) return { outcome: 'published', state: null };
  const decrypted = await decrypt(about.encrypted);
  if (decrypted.kind !== 'content') return { outcome: decrypted.kind, state: null };
  return { outcome: 'published', state: toResourceState(decrypted.entity, shapeOf(path)) };
}

const deleted: Finding = { outcome: 'published', state: null, isDeleted: true };

function refused(outcome: string): Finding {
  return { outcome, state: null, isDeleted: false };
}

/** The person or the group itself, or who belongs to it. */
function isAbout(path: ResourcePath): boolean {
  return path.length === 2 || path[2] === 'members' || path[2] === 'owners';
}

function planIn(path: ResourcePath | null): string | null {
  const at = path?.indexOf('plans') ?? -1;
  return path?.[0] === 'planner' && at > 0 ? (path[at + 1] ?? null) : null;
}

function settled(
  { now }: DeliverDeps,
  name: string,
  change: TakenChange,
  { outcome, state, isDeleted }: Finding,
): SettledChange {
  const { resource, mark, about } = change;
  const changeType = isDeleted ? 'deleted' : change.changeType;
  const at = new Date(now()).toISOString();
  const common = { kind: about.kind, changeType, resource, subscription: name };
  const event = {
    ...common,
    resourceId: about.resourceId,
    resourceData: state?.data ?? null,
    at,
  };
  return {
    resource,
    mark,
    outcome,
    published:
      outcome === 'plan_looked_at' ? null : { kind: about.kind, event: JSON.stringify(event) },
    log: JSON.stringify({ at, ...common, ms: Math.max(0, now() - about.at) }),
    etag: state?.etag ?? null,
    modifiedAt: state?.modifiedAt ?? null,
    isDeleted,
  };
}
