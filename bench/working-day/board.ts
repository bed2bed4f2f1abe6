import { randomUUID } from 'node:crypto';
import type { TaskDocument } from '../../src/domain/task.js';
import type { GraphControl } from '../stand/graph-control.js';
import type { Chance } from './chance.js';

/** One task of the board, as its people know it. */
export interface BoardCard {
  readonly id: string;
  description: string;
  percentComplete: number;
  priority: number;
  readonly rows: { id: string; title: string; isChecked: boolean }[];
}

export interface Board {
  readonly planId: string;
  readonly cards: BoardCard[];
}

/** An edit that a person made: where it shows in the agents' document, and whether Planner's lists show it. */
export interface PersonEdit {
  readonly plannerId: string;
  /** Later edits of the same place take the place of earlier ones. */
  readonly place: string;
  readonly isListed: boolean;
  readonly isSeenIn: (document: TaskDocument) => boolean;
}

const wording = ['Two pages', 'As agreed', 'See the minutes', 'Ask the customer first'];

/** A plan as it looks after some weeks: some tasks with a description, a checklist, a link. */
export async function makeBoard(
  graph: GraphControl,
  { title, tasks, chance }: { title: string; tasks: number; chance: Chance },
): Promise<Board> {
  const planId = await graph.makePlan(title, tasks);
  const listed = await graph.listTasks(planId);
  const cards = listed.map(({ id }): BoardCard => ({
    id,
    percentComplete: 0,
    priority: 5,
    description: chance.is(0.35) ? chance.pick(wording) : '',
    rows: chance.is(0.2)
      ? ['Ask', 'Write', 'Send'].map((row) => ({ id: randomUUID(), title: row, isChecked: false }))
      : [],
  }));
  const references = (): object =>
    chance.is(0.08)
      ? { 'https%3A//example%2Ecom/offer': { '@odata.type': referenceType, alias: 'Offer' } }
      : {};
  const bodies = cards.map((card) => ({
    card,
    body: { description: card.description, checklist: toRows(card), references: references() },
  }));
  const written = bodies.filter(
    ({ card, body }) =>
      card.description !== '' || card.rows.length > 0 || Object.keys(body.references).length > 0,
  );
  const read = await graph.batch(
    written.map(({ card }) => ({ method: 'GET', url: `/planner/tasks/${card.id}/details` })),
  );
  const answers = await graph.batch(
    written.map(({ card, body }, at) => ({
      method: 'PATCH',
      url: `/planner/tasks/${card.id}/details`,
      headers: { 'If-Match': String(read[at]?.body['@odata.etag']) },
      body,
    })),
  );
  const failed = answers.find(({ status }) => status >= 300);
  if (failed !== undefined) throw new Error(`The board was not made: ${JSON.stringify(failed)}`);
  return { planId, cards };
}

/** A person does something to one of the cards. */
export async function editAsPerson(
  graph: GraphControl,
  { card, number, chance }: { card: BoardCard; number: number; chance: Chance },
): Promise<PersonEdit> {
  const edit = chooseEdit(card, number, chance);
  const path = `/planner/tasks/${card.id}${edit.isDetails ? '/details' : ''}`;
  await graph.patch(path, edit.body);
  return { plannerId: card.id, ...edit };
}

type ChosenEdit = Omit<PersonEdit, 'plannerId'> & {
  readonly isDetails: boolean;
  readonly body: object;
};

function chooseEdit(card: BoardCard, number: number, chance: Chance): ChosenEdit {
  const kind = chance.next();
  const [row] = card.rows;
  if (kind < 0.07) return describe(card, `Reworded ${number}`);
  if (kind < 0.12 && row !== undefined) return renameRow(row, `Row ${number}`);
  if (kind < 0.25 && row !== undefined) return tickRow(row);
  if (kind < 0.6)
    return field(
      'percentComplete',
      (card.percentComplete = next([0, 50, 100], card.percentComplete)),
    );
  if (kind < 0.75) return field('priority', (card.priority = next([1, 3, 5, 9], card.priority)));
  if (kind < 0.9) {
    const day = String(1 + (number % 28)).padStart(2, '0');
    return field('dueDateTime', `2027-03-${day}T10:00:00Z`);
  }
  return field('title', `A person's title ${number}`);
}

function next(values: readonly number[], value: number): number {
  return values[(values.indexOf(value) + 1) % values.length] ?? 0;
}

function field(name: 'title' | 'percentComplete' | 'priority' | 'dueDateTime', value: unknown) {
  return {
    place: name,
    isListed: true,
    isDetails: false,
    body: { [name]: value },
    isSeenIn: (document: TaskDocument) => document[name] === value,
  };
}

function describe(card: BoardCard, description: string): ChosenEdit {
  // The first description shows in the list, as `hasDescription`.
  const isListed = card.description === '';
  card.description = description;
  return {
    place: 'description',
    isListed,
    isDetails: true,
    body: { description },
    isSeenIn: (document) => document.description === description,
  };
}

function renameRow(row: BoardCard['rows'][number], title: string): ChosenEdit {
  row.title = title;
  return {
    place: `row ${row.id} title`,
    isListed: false,
    isDetails: true,
    body: { checklist: { [row.id]: { '@odata.type': rowType, title } } },
    isSeenIn: (document) =>
      document.checklist.some(({ id, title: now }) => id === row.id && now === title),
  };
}

function tickRow(row: BoardCard['rows'][number]): ChosenEdit {
  const isChecked = !row.isChecked;
  row.isChecked = isChecked;
  return {
    place: `row ${row.id} checked`,
    isListed: true,
    isDetails: true,
    body: { checklist: { [row.id]: { '@odata.type': rowType, isChecked } } },
    isSeenIn: (document) =>
      document.checklist.some((one) => one.id === row.id && one.isChecked === isChecked),
  };
}

const rowType = '#microsoft.graph.plannerChecklistItem';
const referenceType = '#microsoft.graph.plannerExternalReference';

function toRows({ rows }: BoardCard): object {
  return Object.fromEntries(
    rows.map(({ id, title, isChecked }) => [id, { '@odata.type': rowType, title, isChecked }]),
  );
}
