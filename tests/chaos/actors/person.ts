import type { Chance } from '../chance.js';
import { cellsOfDocument } from '../evidence/cells.js';
import { boardDetailsShape, boardTaskShape } from '../evidence/shapes.js';
import type { Journal } from '../journal/journal.js';
import type { WriteEnd } from '../journal/write.js';
import { titleOf, token } from '../world/texts.js';
import type { World } from '../world/world.js';
import type { AgentsView } from './agents-view.js';
import type { GraphAnswer, GraphDoor } from './graph-door.js';
import { pause } from './pause.js';
import { detailsEdit, taskEdit } from './person-edits.js';
import type { BoardCard, PersonsView } from './persons-view.js';
import { pickHot } from './pick-hot.js';
import type { Pace } from './pace.js';

export interface PersonOptions {
  readonly personId: string;
  readonly chance: Chance;
  readonly door: GraphDoor;
  readonly world: World;
  readonly view: PersonsView;
  /** Tells whether both sides had agreed on what a person removes. */
  readonly agents: Pick<AgentsView, 'settled'>;
  readonly journal: Journal;
  readonly pace: Pace;
}

/**
 * Works on the board until the signal: on the newest version of a task, as the board's own page does. Keeps away from a
 * task whose last write was not answered, so that it can be told which of the writes it was that Planner accepted.
 */
export async function runPerson(options: PersonOptions, signal: AbortSignal): Promise<void> {
  const { chance, pace, view } = options;
  const avoided = new Set<string>();
  while (!signal.aborted) {
    await pause(pace.nextPauseMs(chance), signal);
    const wish = chance.next();
    const card = pickHot(chance, view.cards(), ({ task }) => task);
    if (signal.aborted) return;
    if (pace.isCreateDue('person', wish)) await create(options);
    else if (card !== undefined && !avoided.has(card.plannerId)) {
      const end = await workOn(options, card, wish);
      if (end?.told === 'unknown') avoided.add(card.plannerId);
    }
  }
}

/** Null: there was nothing to be written, or nothing to be seen. */
async function workOn(
  options: PersonOptions,
  card: BoardCard,
  wish: number,
): Promise<WriteEnd | null> {
  if (wish <= 0.5) return changeDetails(options, card);
  if (wish <= 0.97) return changeTask(options, card);
  return options.world.takeDelete('person', card.planId) ? remove(options, card) : null;
}

async function create({ chance, world, journal, door, personId }: PersonOptions): Promise<void> {
  const task = world.nextTask();
  const plan = chance.pick(world.plans);
  if (task === null || plan === undefined) return;
  const id = journal.nextId();
  const title = titleOf(task, token('person', id));
  const cells = [{ cell: 'title', value: title }];
  journal.begin(id, {
    kind: 'person',
    who: personId,
    task,
    planId: plan.id,
    operation: 'create',
    cells,
  });
  const answer = await door.send('POST', '/planner/tasks', { body: { planId: plan.id, title } });
  const made = answer?.status === 201 ? boardTaskShape.parse(answer.body).id : undefined;
  journal.end(id, { ...toEnd(answer), ...(made !== undefined && { plannerId: made }) });
}

async function changeTask(options: PersonOptions, card: BoardCard): Promise<WriteEnd | null> {
  const { chance, world, journal, door } = options;
  const path = `/planner/tasks/${card.plannerId}`;
  const settled = await settledCells(options, card);
  const answer = await door.send('GET', path);
  if (answer?.status !== 200) return null;
  const task = boardTaskShape.parse(answer.body);
  const id = journal.nextId();
  const edit = taskEdit({ world, chance, task: card.task, id, settled }, task);
  const etag = task['@odata.etag'];
  return edit === null ? null : patch(options, { id, card, path, etag, ...edit });
}

async function changeDetails(options: PersonOptions, card: BoardCard): Promise<WriteEnd | null> {
  const { chance, world, journal, door } = options;
  const path = `/planner/tasks/${card.plannerId}/details`;
  const settled = await settledCells(options, card);
  const answer = await door.send('GET', path);
  if (answer?.status !== 200) return null;
  const details = boardDetailsShape.parse(answer.body);
  const id = journal.nextId();
  const edit = detailsEdit({ world, chance, task: card.task, id, settled }, details);
  const etag = details['@odata.etag'];
  return edit === null ? null : patch(options, { id, card, path, etag, ...edit });
}

/** Read before the board is: what the product says to be on both sides then, it has seen. */
async function settledCells(
  { agents }: PersonOptions,
  { plannerId }: BoardCard,
): Promise<ReadonlySet<string> | null> {
  const document = await agents.settled(plannerId);
  return document === null ? null : new Set(cellsOfDocument(document).keys());
}

async function patch(
  { journal, door, personId }: PersonOptions,
  edit: {
    readonly id: number;
    readonly card: BoardCard;
    readonly path: string;
    readonly etag: string;
    readonly body: object;
    readonly cells: Parameters<Journal['begin']>[1]['cells'];
  },
): Promise<WriteEnd> {
  const { id, card, path, etag, body, cells } = edit;
  const { task, planId, plannerId } = card;
  journal.begin(id, {
    kind: 'person',
    who: personId,
    task,
    planId,
    operation: 'change',
    cells,
    plannerId,
    // Nobody removes what the product has not seen.
    onSettled: true,
  });
  const end = toEnd(await door.send('PATCH', path, { etag, body }));
  journal.end(id, end);
  return end;
}

async function remove(options: PersonOptions, card: BoardCard): Promise<WriteEnd | null> {
  const { journal, door, personId, agents } = options;
  const { task, planId, plannerId } = card;
  const path = `/planner/tasks/${plannerId}`;
  const isSettled = (await agents.settled(plannerId)) !== null;
  const answer = await door.send('GET', path);
  if (answer?.status !== 200) return null;
  const etag = boardTaskShape.parse(answer.body)['@odata.etag'];
  const id = journal.nextId();
  journal.begin(id, {
    kind: 'person',
    who: personId,
    task,
    planId,
    operation: 'delete',
    cells: [],
    plannerId,
    onSettled: isSettled,
  });
  const end = toEnd(await door.send('DELETE', path, { etag }));
  journal.end(id, end);
  return end;
}

/** A person is told; what was really done, the board's own log of changes says. */
function toEnd(answer: GraphAnswer | null): WriteEnd {
  if (answer === null) return { told: 'unknown', answer: 'no answer' };
  const { status } = answer;
  if (status < 300) return { told: 'accepted', answer: String(status) };
  return { told: status >= 500 ? 'unknown' : 'refused', answer: String(status) };
}
