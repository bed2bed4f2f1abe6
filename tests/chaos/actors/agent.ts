import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.js';
import type { TaskDocument } from '../evidence/shapes.js';
import type { Journal } from '../journal/journal.js';
import type { WriteEnd, WriteIntent } from '../journal/write.js';
import { taskNumberOf } from '../world/texts.js';
import type { World } from '../world/world.js';
import { agentCreate, agentEdit } from './agent-edits.js';
import type { AgentDoor, AgentRequest } from './agent-doors.js';
import type { AgentsView } from './agents-view.js';
import { pause } from './pause.js';
import { pickHot } from './pick-hot.js';
import type { Pace } from './pace.js';

export interface AgentOptions {
  readonly name: string;
  readonly chance: Chance;
  readonly door: AgentDoor;
  /** Repeats under the same key until there is an answer; else gives up at once and never knows. */
  readonly isPatient: boolean;
  readonly world: World;
  readonly view: AgentsView;
  readonly journal: Journal;
  readonly pace: Pace;
  /** Nobody waits for an answer any more. */
  readonly giveUp?: AbortSignal;
}

/** How long a patient agent goes on asking (ms): longer than everything that is done to the product. */
const patienceMs = 90_000;

/** Creates, changes and deletes tasks until the signal. */
export async function runAgent(options: AgentOptions, signal: AbortSignal): Promise<void> {
  const { chance, pace, world, view } = options;
  while (!signal.aborted) {
    await pause(pace.nextPauseMs(chance), signal);
    const wish = chance.next();
    const target = pickHot(chance, view.documents(), (document) => taskNumberOf(document.title));
    if (signal.aborted) return;
    if (pace.isCreateDue('agent', wish)) await create(options);
    else if (target !== undefined && wish > 0.97 && target.planId !== null) {
      if (world.takeDelete('agent', target.planId)) await remove(options, target);
    } else if (target !== undefined) await change(options, target);
  }
}

async function create(options: AgentOptions): Promise<void> {
  const { chance, world, journal, name } = options;
  const task = world.nextTask();
  const plan = chance.pick(world.plans);
  if (task === null || plan === undefined) return;
  const id = journal.nextId();
  const { body, cells } = agentCreate({ world, chance, task, id }, plan.id);
  const intent = { kind: 'agent', who: name, task, planId: plan.id, cells } as const;
  await write(options, id, { ...intent, operation: 'create' }, { operation: 'create', body });
}

async function change(options: AgentOptions, document: TaskDocument): Promise<void> {
  const { chance, world, journal, name } = options;
  const task = taskNumberOf(document.title);
  if (task === null) return;
  const id = journal.nextId();
  const edit = agentEdit({ world, chance, task, id }, document);
  if (edit === null) return;
  const { body, cells, expectedRev } = edit;
  const planId = document.planId ?? '';
  const intent = { kind: 'agent', who: name, task, planId, cells, taskId: document.id } as const;
  await write(
    options,
    id,
    { ...intent, operation: 'change' },
    {
      operation: 'update',
      id: document.id,
      body,
      ...(expectedRev !== undefined && { expectedRev }),
    },
  );
}

async function remove(options: AgentOptions, document: TaskDocument): Promise<void> {
  const { journal, name } = options;
  const task = taskNumberOf(document.title);
  if (task === null) return;
  const planId = document.planId ?? '';
  const intent = { kind: 'agent', who: name, task, planId, cells: [] } as const;
  await write(
    options,
    journal.nextId(),
    { ...intent, operation: 'delete', taskId: document.id },
    { operation: 'delete', id: document.id },
  );
}

async function write(
  { journal, door, isPatient, chance, giveUp }: AgentOptions,
  id: number,
  intent: WriteIntent,
  request: Omit<AgentRequest, 'idempotencyKey'>,
): Promise<void> {
  journal.begin(id, intent);
  const keyed = { ...request, idempotencyKey: randomUUID() };
  // Now and then the network brings a request twice.
  const twin = chance.hits(0.05) ? door(keyed) : null;
  const until = Date.now() + patienceMs;
  const isTired = (): boolean => !isPatient || Date.now() > until || giveUp?.aborted === true;
  let end: WriteEnd = await door(keyed);
  let isUncertain = end.told === 'unknown';
  while (end.told === 'unknown' && !isTired()) {
    await sleep(chance.between(100, 600));
    end = await door(keyed);
    isUncertain ||= end.told === 'unknown';
  }
  const twinEnd = await twin;
  if (twinEnd !== null && end.told !== 'accepted') {
    if (twinEnd.told === 'accepted') end = twinEnd;
    else isUncertain ||= twinEnd.told === 'unknown';
  }
  // Refused after a try whose answer was lost: that one may have been done, and its answer not been kept.
  if (end.told === 'refused' && isUncertain) end = { ...end, told: 'unknown' };
  journal.end(id, end);
}
