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

/** Works on the board until the signal: on the newest version of a task, as the board's own page does. */
export async function runPerson(options: PersonOptions, signal: AbortSignal): Promise<void> {
  const { chance, pace, world, view } = options;
  while (!signal.aborted) {
    await pause(pace.nextPauseMs(chance), signal);
    const wish = chance.next();
    const card = pickHot(chance, view.cards(), ({ task }) => task);
    if (signal.aborted) return;
    if (pace.isCreateDue('person', wish)) await create(options);
    else if (card !== undefined && wish > 0.97) {
      if (world.takeDelete('person', card.planId)) await remove(options, card);
    } else if (card !== undefined && wish > 0.5) await changeTask(options, card);
    else if (card !== undefined) await changeDetails(options, card);
  }
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

async function changeTask(options: PersonOptions, card: BoardCard): Promise<void> {
  const { chance, world, journal, door } = options;
  const path = `/planner/tasks/${card.plannerId}`;
  const settled = await settledCells(options, card);
  const answer = await door.send('GET', path);
  if (answer?.status !== 200) return;
  const task = boardTaskShape.parse(answer.body);
  const id = journal.nextId();
  const edit = taskEdit({ world, chance, task: card.task, id, settled }, task);
  if (edit !== null) await patch(options, { id, card, path, etag: task['@odata.etag'], ...edit });
}

async function changeDetails(options: PersonOptions, card: BoardCard): Promise<void> {
  const { chance, world, journal, door } = options;
  const path = `/planner/tasks/${card.plannerId}/details`;
  const settled = await settledCells(options, card);
  const answer = await door.send('GET', path);
  if (answer?.status !== 200) return;
  const details = boardDetailsShape.parse(answer.body);
  const id = journal.nextId();
  const edit = detailsEdit({ world, chance, task: card.task, id, settled }, details);
  if (edit !== null)
    await patch(options, { id, card, path, etag: details['@odata.etag'], ...edit });
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
): Promise<void> {
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
  journal.end(id, toEnd(await door.send('PATCH', path, { etag, body })));
}

async function remove(options: PersonOptions, card: BoardCard): Promise<void> {
  const { journal, door, personId, agents } = options;
  const { task, planId, plannerId } = card;
  const path = `/planner/tasks/${plannerId}`;
  const isSettled = (await agents.settled(plannerId)) !== null;
  const answer = await door.send('GET', path);
  if (answer?.status !== 200) return;
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
  journal.end(id, toEnd(await door.send('DELETE', path, { etag })));
}

/** A person is told; what was really done, the board's own log of changes says. */
function toEnd(answer: GraphAnswer | null): WriteEnd {
  if (answer === null) return { told: 'unknown', answer: 'no answer' };
  const { status } = answer;
  if (status < 300) return { told: 'accepted', answer: String(status) };
  return { told: status >= 500 ? 'unknown' : 'refused', answer: String(status) };
}
