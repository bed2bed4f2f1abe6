import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../domain/graph-error.js';
import { parseResourcePath, type ResourcePath } from '../graph/resources/resource-path.js';
import { watchedPath } from '../graph/resources/watched-path.js';
import type { ResourceReader } from '../graph/resources/resource-reader.js';
import { shapeOf } from '../graph/resources/resource-shape.js';
import { toResourceState, type ResourceState } from '../graph/resources/resource-state.js';
import type { DecryptedContent } from './encryption/decrypt-content.js';
import type { EncryptedContent } from './notification-body.js';
import type { SettledChange, TakenChange, WaitingChanges } from './waiting-changes.js';

export interface DeliverDeps {
  readonly waiting: WaitingChanges;
  /**
   * Reads what the subscription of that name tells of, in the name of its account. Null: nobody lends one any more, so that
   * nothing is told, not even what came along.
   */
  readonly resourcesOf: (name: string) => Promise<ResourceReader | null>;
  readonly decrypt: (content: EncryptedContent) => Promise<DecryptedContent>;
  /** `ids`: nothing is fetched, agents hear only what has changed. */
  readonly content: 'resource' | 'ids';
  /** What is kept of a person or a group is out of date. */
  readonly forgetMetadata: (kind: 'users' | 'groups', id: string) => Promise<void>;
  /** Something in a plan has changed: it is to be looked at. */
  readonly onPlanChanged: (planId: string) => Promise<void>;
  /** Events kept for agents that were away. */
  readonly streamMax: number;
  /** A burst is let come together for so long, so that it is one fetch (ms). */
  readonly gatherMs: number;
  readonly now: () => number;
}

/** So many go in one batch to Graph. */
const perDelivery = 20;
/** Graph answers for others, but has none for one of them (ms): that one is told without. */
const patienceMs = 60_000;
/** The same where there are no others. */
const longPatienceMs = 600_000;

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
  const { taken, left } = await takeGathered(deps, name);
  if (taken.length === 0) return { left };
  const resources = await deps.resourcesOf(name);
  if (resources === null) {
    const all = taken.map((change) => settled(deps, name, change, refused('signed_out')));
    return { left: await waiting.settle(name, all, streamMax) };
  }
  const looks = await Promise.all(taken.map((change) => look({ ...deps, resources }, change)));
  const isAnswering = looks.some(({ finding }) => !isError(finding) && finding.state !== null);
  const done: SettledChange[] = [];
  const later: GraphError[] = [];
  for (const { change, finding } of looks) {
    if (!isError(finding)) done.push(settled(deps, name, change, finding));
    else if (isHopeless(finding, deps.now() - change.about.at, isAnswering)) {
      done.push(settled(deps, name, change, refused(finding.code)));
    } else later.push(finding);
  }
  const stillLeft = done.length === 0 ? left : await waiting.settle(name, done, streamMax);
  const [worst] = later.toSorted(
    (one, other) => (other.retryAfterMs ?? 0) - (one.retryAfterMs ?? 0),
  );
  if (worst !== undefined) throw worst;
  return { left: stillLeft };
}

/** Where a full batch waits there is nothing to wait for. */
async function takeGathered({ waiting, gatherMs }: DeliverDeps, name: string) {
  const first = await waiting.take(name, perDelivery);
  if (gatherMs === 0 || first.taken.length === 0 || first.left >= perDelivery) return first;
  await sleep(gatherMs);
  return waiting.take(name, perDelivery);
}

function isError(finding: Finding | GraphError): finding is GraphError {
  return finding instanceof GraphError;
}

/** One that Graph fails at for ever must not hold up the others, which are told only after the same long waits. */
function isHopeless({ code, status }: GraphError, ageMs: number, isAnswering: boolean): boolean {
  const isItsOwn = code === 'timeout' || (code === 'unavailable' && status !== null);
  if (isAnswering && isItsOwn && ageMs > patienceMs) return true;
  return status === 500 && ageMs > longPatienceMs;
}

/** What is to be said of a resource, and how it was found out. */
interface Finding {
  readonly outcome: string;
  readonly state: ResourceState | null;
  readonly isDeleted: boolean;
}

interface Look {
  readonly change: TakenChange;
  readonly finding: Finding | GraphError;
}

type LookDeps = DeliverDeps & { readonly resources: ResourceReader };

async function look(deps: LookDeps, change: TakenChange): Promise<Look> {
  const planId = planIn(parseResourcePath(change.about.watched));
  if (planId !== null) {
    await deps.onPlanChanged(planId);
    return { change, finding: refused('plan_looked_at') };
  }
  const named = parseResourcePath(change.resource);
  const path = named === null ? null : watchedPath(named, change.about);
  if (path === null) return { change, finding: refused('not_watched') };
  const finding = await find(deps, path, change);
  const [collection, id] = path;
  const isOfDirectory = collection === 'users' || collection === 'groups';
  if (!isError(finding) && isOfDirectory && id !== undefined && isAbout(path)) {
    await deps.forgetMetadata(collection, id);
  }
  return { change, finding };
}

async function find(
  deps: LookDeps,
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

/** Of these nobody hears. */
const untold: ReadonlySet<string> = new Set(['plan_looked_at', 'signed_out']);

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
    published: untold.has(outcome) ? null : { kind: about.kind, event: JSON.stringify(event) },
    log: JSON.stringify({ at, ...common, ms: Math.max(0, now() - about.at) }),
    etag: state?.etag ?? null,
    modifiedAt: state?.modifiedAt ?? null,
    isDeleted,
  };
}
