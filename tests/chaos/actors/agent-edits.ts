import type { Chance } from '../chance.js';
import type { TaskDocument } from '../evidence/shapes.js';
import type { CellWrite } from '../journal/write.js';
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

/** A part of a write: fields of the body, and what they mean cell by cell. */
export interface Move {
  readonly body: Readonly<Record<string, unknown>>;
  readonly cells: readonly CellWrite[];
}

export interface AgentEdit extends Move {
  readonly expectedRev?: number;
}

interface Site {
  readonly world: World;
  readonly chance: Chance;
  readonly task: number;
  /** Of the write: its values are made from it. */
  readonly id: number;
}

/** A change of one to three fields, or of a line of the description. Null: nothing is left to be written. */
export function agentEdit(site: Site, document: TaskDocument): AgentEdit | null {
  const { chance } = site;
  if (chance.hits(0.15)) {
    const slot = slotEdit(site, document);
    if (slot !== null) return slot;
  }
  const wanted = 1 + chance.below(3);
  const chosen = chance.shuffled(moves).slice(0, wanted);
  const parts = chosen.flatMap((move) => move(site, document) ?? []);
  // Each names a field of its own, but for several moves of rows, links, labels or people.
  const fields = new Set<string>();
  const kept = parts.filter(({ body }) =>
    Object.keys(body).every((field) => !fields.has(field) && fields.add(field)),
  );
  return kept.length === 0 ? null : join(kept);
}

/** A new task's body. */
export function agentCreate(site: Site, planId: string): Move {
  const { world, chance, task, id } = site;
  const mark = token('agent', id);
  const parts: Move[] = [one('title', titleOf(task, mark))];
  if (chance.hits(0.6)) {
    const description = newDescription(task, mark);
    const cells = [...slotsOf(description)].map(([slot, line]) => ({
      cell: `description/${slot}`,
      value: line,
    }));
    parts.push({ body: { description }, cells });
  }
  if (chance.hits(0.3)) parts.push(one('dueDateTime', dueOf(id)));
  if (chance.hits(0.4)) {
    const names = [world.take('rows', String(task)), world.take('rows', String(task))];
    const rows = names.flatMap((row) => (row === null ? [] : [newRow(`r${row}`, mark)]));
    parts.push({
      body: { checklist: rows.flatMap(({ body }) => body['checklist']) },
      cells: rows.flatMap(({ cells }) => cells),
    });
  }
  if (chance.hits(0.3)) {
    const label = takeLabel(world, task);
    if (label !== null) parts.push(added('appliedCategories', 'labels', label, true));
  }
  const { body, cells } = join(parts);
  return { body: { planId, ...body }, cells };
}

/** With the revision that was read: without it the whole text would be replaced, others' lines too. */
function slotEdit({ chance, id }: Site, document: TaskDocument): AgentEdit | null {
  const slot = chance.pick(slots);
  if (slot === undefined || !slotsOf(document.description).has(slot)) return null;
  const mark = token('agent', id);
  return {
    body: { description: withSlot(document.description, slot, mark) },
    cells: [{ cell: `description/${slot}`, value: `${slot} ${mark}` }],
    expectedRev: document.rev,
  };
}

type MoveMaker = (site: Site, document: TaskDocument) => Move | null;

const moves: readonly MoveMaker[] = [
  ({ task, id }) => one('title', titleOf(task, token('agent', id))),
  ({ task, id }) => one('title', titleOf(task, token('agent', id))),
  ({ id }) => one('dueDateTime', dueOf(id)),
  ({ world, task, chance }) => small('percentComplete', takePercent(world, task, chance)),
  ({ world, task }) => small('priority', takePriority(world, task)),
  ({ world, task }, { planId }) => small('bucketId', takeBucket(world, task, planId ?? '')),
  ({ world, task }) => {
    const label = takeLabel(world, task);
    return label === null ? null : added('appliedCategories', 'labels', label);
  },
  ({ chance }, { appliedCategories }) => {
    const label = chance.pick(appliedCategories);
    return label === undefined ? null : removed('appliedCategories', 'labels', label);
  },
  ({ world, task }) => {
    const person = takePerson(world, task);
    return person === null ? null : added('assigneeIds', 'people', person);
  },
  ({ chance }, { assigneeIds }) => {
    const person = chance.pick(assigneeIds);
    return person === undefined ? null : removed('assigneeIds', 'people', person);
  },
  ({ world, task, id }) => {
    const row = world.take('rows', String(task));
    return row === null ? null : newRow(`r${row}`, token('agent', id));
  },
  ({ chance, id }, { checklist }) => {
    const row = chance.pick(checklist);
    if (row === undefined) return null;
    const title = rowTitle(rowNameOf(row.title), token('agent', id));
    return {
      body: { checklist: [{ id: row.id, title }] },
      cells: [{ cell: `checklist/${rowNameOf(row.title)}/title`, value: title }],
    };
  },
  ({ chance, world, task }, { checklist }) => {
    const row = chance.pick(checklist.filter((one) => !one.isChecked));
    if (row === undefined) return null;
    const name = rowNameOf(row.title);
    if (world.take('checks', `${task}/${name}`) === null) return null;
    return {
      body: { checklist: [{ id: row.id, isChecked: true }] },
      cells: [{ cell: `checklist/${name}/isChecked`, value: true }],
    };
  },
  ({ chance }, { checklist }) => {
    const row = chance.pick(checklist);
    if (row === undefined || chance.hits(0.5)) return null;
    return {
      body: { checklist: [{ id: row.id, remove: true }] },
      cells: [{ cell: `checklist/${rowNameOf(row.title)}`, value: false }],
    };
  },
  ({ world, task, id }) => {
    const link = world.take('links', String(task));
    if (link === null) return null;
    const [url, alias] = [linkOf(task, link), token('agent', id)];
    return {
      body: { references: [{ url, alias, type: 'Word' }] },
      cells: [
        { cell: `links/${url}`, value: true },
        { cell: `links/${url}/alias`, value: alias },
      ],
    };
  },
  ({ chance, id }, { references }) => {
    const link = chance.pick(references);
    if (link === undefined) return null;
    const alias = token('agent', id);
    return {
      body: { references: [{ url: link.url, alias }] },
      cells: [{ cell: `links/${link.url}/alias`, value: alias }],
    };
  },
  ({ chance }, { references }) => {
    const link = chance.pick(references);
    if (link === undefined || chance.hits(0.5)) return null;
    return {
      body: { references: [{ url: link.url, remove: true }] },
      cells: [{ cell: `links/${link.url}`, value: false }],
    };
  },
];

function one(field: string, value: string | number): Move {
  return { body: { [field]: value }, cells: [{ cell: field, value }] };
}

function small(field: string, value: string | number | null): Move | null {
  return value === null ? null : one(field, value);
}

/** @param isNew the task is being made: then a plain list */
function added(field: string, cells: string, key: string, isNew = false): Move {
  return {
    body: { [field]: isNew ? [key] : { add: [key] } },
    cells: [{ cell: `${cells}/${key}`, value: true }],
  };
}

function removed(field: string, cells: string, key: string): Move {
  return {
    body: { [field]: { remove: [key] } },
    cells: [{ cell: `${cells}/${key}`, value: false }],
  };
}

function newRow(row: string, mark: string): Move {
  const title = rowTitle(row, mark);
  return {
    body: { checklist: [{ title }] },
    cells: [
      { cell: `checklist/${row}`, value: true },
      { cell: `checklist/${row}/title`, value: title },
    ],
  };
}

function join(parts: readonly Move[]): Move {
  return {
    body: Object.assign({}, ...parts.map(({ body }) => body)) as Record<string, unknown>,
    cells: parts.flatMap(({ cells }) => cells),
  };
}
