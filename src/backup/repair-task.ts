import type { CreateAttempt } from '../domain/adoption.js';
import type { Intent } from '../domain/intent.js';
import { plannedCreate } from '../sync/planned-create.js';
import { createKeys } from '../tasks/keys.js';
import type { KeyContent, Membership, TaskLine } from './backup-line.js';
import { nameInBackup } from './key-treatment.js';
import { taskFacts, type TaskFacts } from './task-facts.js';

/** A task as it is written into the target. */
export interface RepairedTask {
  readonly contents: readonly KeyContent[];
  readonly memberships: readonly Membership[];
  /** The plan in which something of the task waits for sync; null when nothing does. */
  readonly unsyncedIn: string | null;
}

const named = createKeys('');
const name = (fullName: string): string => nameInBackup(fullName, '');

/**
 * What a task's own line says about the lists that it stands in, so that they fit to the tasks whatever happened while
 * the backup was made, and what sync has to know of a past that it did not see. Pure.
 *
 * - A document is listed, in its plan too; a deleted task is not.
 * - A Planner task that is not gone for good is paired with its task.
 * - What Planner does not have yet waits for sync.
 * - A task that was not in Planner may have been made there since: its create is taken as one whose answer was lost.
 *   Planner tasks that the app made since are many; only one that holds what was posted is adopted.
 */
export function repairTask(line: TaskLine): RepairedTask {
  const facts = taskFacts(line);
  if (facts === null)
    return { contents: line.keys, memberships: line.memberships, unsyncedIn: null };
  const { document, tombstone } = facts;
  const planId = document?.planId ?? tombstone?.document.planId ?? line.planId;
  const lists = new Lists(line);
  if (document === null) lists.drop(named.index);
  else lists.add({ key: named.index, score: String(Date.parse(document.createdAt)) });
  if (planId === null) return { contents: line.keys, memberships: lists.all(), unsyncedIn: null };

  if (document === null) lists.drop(named.planTasks(planId));
  else lists.addToSet(named.planTasks(planId));

  const isGone = document === null && (tombstone === null || tombstone.isDone);
  if (line.plannerId !== null && !isGone) {
    lists.put({ key: named.planPairs(planId), member: line.plannerId, value: line.id });
    lists.add({ key: named.planDetails(planId), member: line.plannerId, score: '0' });
  }

  const isUnsynced = hasNewsForPlanner(facts);
  if (isUnsynced) lists.add({ key: named.planUnsynced(planId), score: String(line.at) });

  const create = lostCreate(line, facts);
  if (create === null) lists.drop(named.planAttempts(planId));
  else
    lists.put({
      key: named.planAttempts(planId),
      member: line.id,
      value: JSON.stringify(create.attempt),
    });
  return {
    contents: create === null ? line.keys : withState(line, create),
    memberships: lists.all(),
    unsyncedIn: isUnsynced || lists.has(named.planUnsynced(planId)) ? planId : null,
  };
}

function hasNewsForPlanner({ document, tombstone }: TaskFacts): boolean {
  if (document !== null)
    return document.planId !== null && document.rev > (document.sync.syncedRev ?? 0);
  return tombstone !== null && !tombstone.isDone && tombstone.document.planId !== null;
}

interface LostCreate {
  readonly attempt: CreateAttempt;
  /** Null: the recorded one stays. */
  readonly intent: Intent | null;
}

function lostCreate(line: TaskLine, { document, attempt }: TaskFacts): LostCreate | null {
  if (line.plannerId !== null) return null;
  if (attempt !== null) {
    // The product recorded it itself.
    const recorded = JSON.parse(attempt) as CreateAttempt;
    return { attempt: { ...recorded, isRestored: true }, intent: null };
  }
  if (document === null || document.planId === null) return null;
  const planned = plannedCreate(document, line.at);
  return { attempt: { ...planned.attempt, isRestored: true }, intent: planned.intent };
}

function withState(line: TaskLine, { attempt, intent }: LostCreate): readonly KeyContent[] {
  const key = name(named.state(line.id));
  const known = line.keys.find((content) => content.key === key);
  const fields = new Map(
    known?.type === 'hash' ? known.value.map(([field, value]) => [field, value]) : [],
  );
  fields.set('attempt', JSON.stringify(attempt));
  if (intent !== null) fields.set('intent', JSON.stringify(intent));
  const state: KeyContent = {
    key,
    ...(known?.expiresAt !== undefined && { expiresAt: known.expiresAt }),
    type: 'hash',
    value: [...fields],
  };
  return [...line.keys.filter((content) => content !== known), state];
}

/** The memberships of one task, by key. */
class Lists {
  private readonly byKey: Map<string, Membership>;
  private readonly taskId: string;

  constructor(line: TaskLine) {
    this.taskId = line.id;
    this.byKey = new Map(line.memberships.map((one) => [one.key, one]));
  }

  /** What was read stays: it knows the true time. */
  add({ key, score, member = this.taskId }: { key: string; score: string; member?: string }): void {
    if (!this.has(key)) this.byKey.set(name(key), { key: name(key), type: 'zset', member, score });
  }

  addToSet(key: string): void {
    this.byKey.set(name(key), { key: name(key), type: 'set', member: this.taskId });
  }

  put({ key, member, value }: { key: string; member: string; value: string }): void {
    this.byKey.set(name(key), { key: name(key), type: 'hash', member, value });
  }

  drop(key: string): void {
    this.byKey.delete(name(key));
  }

  has(key: string): boolean {
    return this.byKey.has(name(key));
  }

  all(): readonly Membership[] {
    return [...this.byKey.values()];
  }
}
