import { randomUUID } from 'node:crypto';
import type { Chance } from '../chance.js';
import { fromReferenceKey, toReferenceKey } from '../evidence/shapes.js';
import type { BoardDetails, BoardTask } from '../evidence/shapes.js';
import type { Cell, CellWrite } from '../journal/write.js';
import {
  dueOf,
  linkOf,
  newDescription,
  rowNameOf,
  rowTitle,
  slots,
  slotsOf,
  titleOf,
  token,
  withSlot,
} from '../world/texts.js';
import type { World } from '../world/world.js';
import { takeBucket, takeLabel, takePercent, takePerson, takePriority } from './small-values.js';

/** A PATCH of a task or of its details, and what it means cell by cell. */
export interface PersonEdit {
  readonly body: Readonly<Record<string, unknown>>;
  readonly cells: readonly CellWrite[];
}

export interface PersonSite {
  readonly world: World;
  readonly chance: Chance;
  readonly task: number;
  readonly id: number;
  /** What the product itself says to be on both sides; null where it does not. */
  readonly settled: ReadonlySet<Cell> | null;
}

/** The hint that puts a row or card at an end. https://learn.microsoft.com/graph/api/resources/planner-order-hint-format */
const anyPlace = ' !';

export function taskEdit(site: PersonSite, task: BoardTask): PersonEdit | null {
  const { chance } = site;
  const wanted = 1 + chance.below(2);
  const parts = chance.shuffled(taskMoves).slice(0, wanted);
  return join(parts.flatMap((move) => move(site, task) ?? []));
}

export function detailsEdit(site: PersonSite, details: BoardDetails): PersonEdit | null {
  const { chance, task, id } = site;
  if (details.description === '' && chance.hits(0.3)) {
    const description = newDescription(task, token('person', id));
    return { body: { description }, cells: slotCells(description) };
  }
  for (const move of chance.shuffled(detailsMoves)) {
    const edit = move(site, details);
    if (edit !== null) return edit;
  }
  return null;
}

function slotCells(description: string): readonly CellWrite[] {
  return [...slotsOf(description)].map(([slot, line]) => ({
    cell: `description/${slot}`,
    value: line,
  }));
}

const taskMoves: readonly ((site: PersonSite, task: BoardTask) => PersonEdit | null)[] = [
  ({ task, id }) => one('title', titleOf(task, token('person', id))),
  ({ task, id }) => one('title', titleOf(task, token('person', id))),
  ({ id }) => one('dueDateTime', dueOf(id)),
  ({ world, task, chance }) => small('percentComplete', takePercent(world, task, chance)),
  ({ world, task }) => small('priority', takePriority(world, task)),
  ({ world, task }, { planId }) => small('bucketId', takeBucket(world, task, planId)),
  ({ world, task }) => {
    const label = takeLabel(world, task);
    return label === null ? null : flag('appliedCategories', 'labels', label, true);
  },
  ({ chance, settled }, { appliedCategories }) => {
    const label = chance.pick(keysOf(appliedCategories));
    const isKnown = label !== undefined && settled?.has(`labels/${label}`) === true;
    return isKnown ? flag('appliedCategories', 'labels', label, false) : null;
  },
  ({ world, task }) => {
    const person = takePerson(world, task);
    if (person === null) return null;
    const assignment = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: anyPlace };
    return {
      body: { assignments: { [person]: assignment } },
      cells: [{ cell: `people/${person}`, value: true }],
    };
  },
  ({ chance, settled }, { assignments }) => {
    const person = chance.pick(keysOf(assignments));
    if (person === undefined || settled?.has(`people/${person}`) !== true) return null;
    return {
      body: { assignments: { [person]: null } },
      cells: [{ cell: `people/${person}`, value: false }],
    };
  },
];

const detailsMoves: readonly ((site: PersonSite, details: BoardDetails) => PersonEdit | null)[] = [
  ({ chance, id }, { description }) => {
    const slot = chance.pick(slots);
    if (slot === undefined || !slotsOf(description).has(slot)) return null;
    const mark = token('person', id);
    return {
      body: { description: withSlot(description, slot, mark) },
      cells: [{ cell: `description/${slot}`, value: `${slot} ${mark}` }],
    };
  },
  ({ world, task, id }) => {
    const row = world.take('rows', String(task));
    if (row === null) return null;
    const title = rowTitle(`r${row}`, token('person', id));
    return {
      body: rowBody(randomUUID(), { title, orderHint: anyPlace }),
      cells: [
        { cell: `checklist/r${row}`, value: true },
        { cell: `checklist/r${row}/title`, value: title },
      ],
    };
  },
  ({ chance, id }, { checklist }) => {
    const [key, row] = chance.pick(checklist) ?? [];
    if (key === undefined || row === undefined) return null;
    const name = rowNameOf(row.title);
    const title = rowTitle(name, token('person', id));
    return {
      body: rowBody(key, { title }),
      cells: [{ cell: `checklist/${name}/title`, value: title }],
    };
  },
  ({ chance, world, task }, { checklist }) => {
    const [key, row] = chance.pick(checklist.filter(([, { isChecked }]) => !isChecked)) ?? [];
    if (key === undefined || row === undefined) return null;
    const name = rowNameOf(row.title);
    if (world.take('checks', `${task}/${name}`) === null) return null;
    return {
      body: rowBody(key, { isChecked: true }),
      cells: [{ cell: `checklist/${name}/isChecked`, value: true }],
    };
  },
  ({ chance, settled }, { checklist }) => {
    const [key, row] = chance.pick(checklist) ?? [];
    if (key === undefined || row === undefined || chance.hits(0.5)) return null;
    const cell = `checklist/${rowNameOf(row.title)}`;
    if (settled?.has(cell) !== true) return null;
    return { body: { checklist: { [key]: null } }, cells: [{ cell, value: false }] };
  },
  ({ world, task, id }) => {
    const link = world.take('links', String(task));
    if (link === null) return null;
    const [url, alias] = [linkOf(task, link), token('person', id)];
    return {
      body: linkBody(toReferenceKey(url), { alias, type: 'Word', previewPriority: anyPlace }),
      cells: [
        { cell: `links/${url}`, value: true },
        { cell: `links/${url}/alias`, value: alias },
      ],
    };
  },
  ({ chance, id }, { references }) => {
    const [key] = chance.pick(references) ?? [];
    if (key === undefined) return null;
    const alias = token('person', id);
    return {
      body: linkBody(key, { alias }),
      cells: [{ cell: `links/${fromReferenceKey(key)}/alias`, value: alias }],
    };
  },
  ({ chance, settled }, { references }) => {
    const [key] = chance.pick(references) ?? [];
    if (key === undefined || chance.hits(0.5)) return null;
    const cell = `links/${fromReferenceKey(key)}`;
    if (settled?.has(cell) !== true) return null;
    return { body: { references: { [key]: null } }, cells: [{ cell, value: false }] };
  },
];

function one(field: string, value: string | number): PersonEdit {
  return { body: { [field]: value }, cells: [{ cell: field, value }] };
}

function small(field: string, value: string | number | null): PersonEdit | null {
  return value === null ? null : one(field, value);
}

function flag(field: string, cells: string, key: string, value: boolean): PersonEdit {
  return { body: { [field]: { [key]: value } }, cells: [{ cell: `${cells}/${key}`, value }] };
}

function rowBody(key: string, row: object): PersonEdit['body'] {
  const typed = { '@odata.type': '#microsoft.graph.plannerChecklistItem', ...row };
  return { checklist: { [key]: typed } };
}

function linkBody(key: string, link: object): PersonEdit['body'] {
  const typed = { '@odata.type': '#microsoft.graph.plannerExternalReference', ...link };
  return { references: { [key]: typed } };
}

function keysOf(map: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(map)
    .filter(([key, value]) => !key.includes('@odata') && value !== null && value !== false)
    .map(([key]) => key);
}

/** Of several parts that name the same field the first one counts. */
function join(parts: readonly PersonEdit[]): PersonEdit | null {
  const body: Record<string, unknown> = {};
  const cells: CellWrite[] = [];
  for (const part of parts) {
    if (Object.keys(part.body).some((field) => field in body)) continue;
    Object.assign(body, part.body);
    cells.push(...part.cells);
  }
  return cells.length === 0 ? null : { body, cells };
}
