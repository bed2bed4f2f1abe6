import type { TaskField } from '../task.js';
import { mergeOrder } from './merge-order.js';
import type { FieldConflict, Merged, ThreeWay, WriteTimes } from './merge-types.js';
import { mergeValue } from './merge-value.js';

type Cell = string | number | boolean | null;

/** How to take rows of one keyed field apart. `cells` are the properties that are merged one by one. */
export interface RowShape<Row> {
  readonly field: TaskField;
  keyOf(row: Row): string;
  readonly cells: readonly (keyof Row & string)[];
}

/**
 * Three-way merge of keyed rows: each property of each row by itself. A row deleted on one side and edited on the other
 * follows the rule for whole tasks: a person's edit beats an agent's delete, a person's delete beats an agent's edit.
 */
export function mergeRows<Row extends object>(
  shape: RowShape<Row>,
  versions: ThreeWay<readonly Row[]>,
  times: WriteTimes,
): Merged<readonly Row[]> {
  const base = index(shape, versions.base);
  const agent = index(shape, versions.agent);
  const planner = index(shape, versions.planner);
  const rows = new Map<string, Row>();
  const conflicts: FieldConflict[] = [];

  for (const key of new Set([...agent.keys(), ...planner.keys()])) {
    const merged = mergeRow(
      shape,
      key,
      { base: base.get(key), agent: agent.get(key), planner: planner.get(key) },
      times,
    );
    conflicts.push(...merged.conflicts);
    if (merged.value !== undefined) rows.set(key, merged.value);
  }

  const order = mergeOrder({
    base: [...base.keys()],
    agent: [...agent.keys()],
    planner: [...planner.keys()],
  });
  return { value: order.flatMap((key) => rows.get(key) ?? []), conflicts };
}

function mergeRow<Row extends object>(
  shape: RowShape<Row>,
  key: string,
  versions: ThreeWay<Row | undefined>,
  times: WriteTimes,
): Merged<Row | undefined> {
  const { base, agent, planner } = versions;
  if (agent === undefined) {
    if (base === undefined || planner === undefined) return { value: planner, conflicts: [] };
    if (sameRow(shape, base, planner)) return { value: undefined, conflicts: [] };
    return decided(shape, key, versions, 'person_edit_beats_agent_delete');
  }
  if (planner === undefined) {
    if (base === undefined) return { value: agent, conflicts: [] };
    if (sameRow(shape, base, agent)) return { value: undefined, conflicts: [] };
    return decided(shape, key, versions, 'person_delete_beats_agent_edit');
  }

  const conflicts: FieldConflict[] = [];
  const row: Row = { ...planner };
  for (const cell of shape.cells) {
    const value = mergeValue<Cell>(
      shape.field,
      {
        base: base === undefined ? null : toCell(base[cell]),
        agent: toCell(agent[cell]),
        planner: toCell(planner[cell]),
      },
      times,
      key,
    );
    Object.assign(row, { [cell]: value.value });
    conflicts.push(...value.conflicts.map((conflict) => ({ ...conflict, cell })));
  }
  return { value: row, conflicts };
}

function toCell(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}

function decided<Row extends object>(
  shape: RowShape<Row>,
  key: string,
  versions: ThreeWay<Row | undefined>,
  rule: 'person_edit_beats_agent_delete' | 'person_delete_beats_agent_edit',
): Merged<Row | undefined> {
  const { base, agent, planner } = versions;
  const conflict: FieldConflict = {
    field: shape.field,
    key,
    base: base ?? null,
    agent: agent ?? null,
    planner: planner ?? null,
    winner: 'person',
    rule,
  };
  return { value: planner, conflicts: [conflict] };
}

function index<Row>(shape: RowShape<Row>, rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [shape.keyOf(row), row]));
}

export function sameRow<Row extends object>(shape: RowShape<Row>, one: Row, other: Row): boolean {
  return shape.cells.every((cell) => one[cell] === other[cell]);
}
