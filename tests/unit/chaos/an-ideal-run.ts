import type {
  BoardChange,
  Conflict,
  Evidence,
  Revision,
  Standing,
  StandingDocument,
} from '../../chaos/evidence/evidence.js';
import type { Cell, CellValue, Told, Write } from '../../chaos/journal/write.js';

/** A task of the ideal run. */
interface IdealTask {
  readonly cells: Map<Cell, CellValue>;
  rev: number;
  exists: boolean;
}

export interface WriteOptions {
  /** What its writer was told; all of them happen. */
  readonly told?: Told;
  /** ms after the write before; a minute without it. */
  readonly after?: number;
  readonly onSettled?: boolean;
}

/**
 * A run of a product that takes no time and does everything right: each write is on both sides at once. What is wrong
 * with it is put into its evidence afterwards.
 */
export interface IdealRun {
  /** Each answers the id of the write. */
  agentCreates(task: number, cells?: Values): number;
  personCreates(task: number): number;
  agentWrites(task: number, cells: Values, options?: WriteOptions): number;
  personWrites(task: number, cells: Values, options?: WriteOptions): number;
  agentDeletes(task: number, options?: WriteOptions): number;
  personDeletes(task: number, options?: WriteOptions): number;
  /** An agent's write that leaves no trace: it was never answered, and was not done. */
  agentTriesInVain(task: number, cells: Values): number;
  evidence(): Evidence;
}

export type Values = Readonly<Record<Cell, CellValue>>;

export const taskIdOf = (task: number): string => `doc-${task}`;
export const plannerIdOf = (task: number): string => `card-${task}`;
const planId = 'plan';
const app = { kind: 'app', id: 'app' } as const;
const aMinute = 60_000;

export function anIdealRun(): IdealRun {
  const tasks = new Map<number, IdealTask>();
  const writes: Write[] = [];
  const changes: BoardChange[] = [];
  const revisions: Revision[] = [];
  let now = Date.UTC(2026, 0, 1);
  let lastId = 0;

  const taskOf = (task: number): IdealTask => {
    const found = tasks.get(task);
    if (found !== undefined) return found;
    const made = { cells: new Map<Cell, CellValue>(), rev: 0, exists: false };
    tasks.set(task, made);
    return made;
  };
  const onBoard = (
    task: number,
    change: Pick<BoardChange, 'operation' | 'by'> & Partial<BoardChange>,
  ): void => {
    const title = String(taskOf(task).cells.get('title'));
    const id = plannerIdOf(task);
    const seq = changes.length + 1;
    changes.push({ seq, at: now, planId, entity: 'task', id, title, fields: [], ...change });
  };
  const publish = (task: number, action: string, source: string): void => {
    const { cells, rev } = taskOf(task);
    const taskId = taskIdOf(task);
    revisions.push({ at: now, taskId, task, rev, action, source, cells: new Map(cells) });
  };
  const apply = (task: number, cells: Values): void => {
    const own = taskOf(task);
    own.rev += 1;
    for (const [cell, value] of Object.entries(cells)) {
      if (value === false) own.cells.delete(cell);
      else own.cells.set(cell, value);
    }
  };
  const note = (
    kind: 'agent' | 'person',
    operation: Write['operation'],
    wanted: { readonly task: number; readonly cells: Values } & WriteOptions,
  ): number => {
    const { task, told = 'accepted', after = aMinute } = wanted;
    now += after;
    lastId += 1;
    writes.push({
      id: lastId,
      kind,
      who: `a ${kind}`,
      task,
      planId,
      operation,
      cells: Object.entries(wanted.cells).map(([cell, value]) => ({ cell, value })),
      startedAt: now - 1,
      endedAt: told === 'unknown' ? now + 10 : now + 1,
      told,
      answer: told,
      rev: kind === 'agent' && told === 'accepted' ? taskOf(task).rev + 1 : null,
      taskId: taskIdOf(task),
      plannerId: plannerIdOf(task),
      onSettled: wanted.onSettled ?? true,
    });
    return lastId;
  };
  const person = { kind: 'person', id: 'a person' } as const;

  return {
    agentCreates(task, values = {}) {
      const cells = { title: `t${task} a${lastId + 1}`, ...values };
      const id = note('agent', 'create', { task, cells });
      apply(task, cells);
      taskOf(task).exists = true;
      publish(task, 'created', 'agent');
      onBoard(task, { operation: 'created', by: app });
      return id;
    },
    personCreates(task) {
      const cells = { title: `t${task} p${lastId + 1}` };
      const id = note('person', 'create', { task, cells });
      apply(task, cells);
      taskOf(task).exists = true;
      onBoard(task, { operation: 'created', by: person });
      publish(task, 'created', 'planner');
      return id;
    },
    agentWrites(task, cells, options) {
      const id = note('agent', 'change', { task, cells, ...options });
      apply(task, cells);
      publish(task, 'updated', 'agent');
      onBoard(task, { operation: 'updated', by: app });
      return id;
    },
    personWrites(task, cells, options) {
      const id = note('person', 'change', { task, cells, ...options });
      apply(task, cells);
      onBoard(task, {
        operation: 'updated',
        by: person,
        fields: graphFields(cells),
        entity: isOfDetails(cells) ? 'details' : 'task',
      });
      publish(task, 'updated', 'planner');
      return id;
    },
    agentDeletes(task, options) {
      const id = note('agent', 'delete', { task, cells: {}, ...options });
      apply(task, {});
      taskOf(task).exists = false;
      publish(task, 'deleted', 'agent');
      onBoard(task, { operation: 'deleted', by: app });
      return id;
    },
    personDeletes(task, options) {
      const id = note('person', 'delete', { task, cells: {}, ...options });
      apply(task, {});
      taskOf(task).exists = false;
      onBoard(task, { operation: 'deleted', by: person });
      publish(task, 'deleted', 'planner');
      return id;
    },
    agentTriesInVain: (task, cells) => note('agent', 'change', { task, cells, told: 'unknown' }),
    evidence() {
      const standing = [...tasks].filter(([, { exists }]) => exists);
      const gone = [...tasks].filter(([, { exists }]) => !exists);
      return {
        writes,
        changes,
        revisions,
        documents: standing.map(([task, { cells, rev }]) => aDocument(task, cells, rev)),
        board: standing.map(([task, { cells }]) => aCard(task, cells)),
        conflicts: [],
        gone: new Map(gone.map(([task]) => [taskIdOf(task), 'deleted'])),
        afterwards: [],
        exits: [],
      };
    },
  };
}

export function aDocument(
  task: number,
  cells: ReadonlyMap<Cell, CellValue>,
  rev: number,
): StandingDocument {
  return {
    id: taskIdOf(task),
    task,
    planId,
    cells,
    doubledRows: [],
    rev,
    plannerId: plannerIdOf(task),
    state: 'synced',
  };
}

export function aCard(task: number, cells: ReadonlyMap<Cell, CellValue>): Standing {
  return { id: plannerIdOf(task), task, planId, cells, doubledRows: [] };
}

export function aConflict(task: number, about: Partial<Conflict>): Conflict {
  return {
    at: 0,
    taskId: taskIdOf(task),
    field: 'title',
    key: null,
    base: null,
    agent: null,
    planner: null,
    winner: 'person',
    rule: 'person_wins_tie',
    ...about,
  };
}

/** The evidence with other values on both sides; undefined: the cell is not there. */
export function ending(
  evidence: Evidence,
  task: number,
  values: Readonly<Record<Cell, CellValue | undefined>>,
): Evidence {
  const change = <S extends Standing>(standing: S): S => {
    if (standing.task !== task) return standing;
    const cells = new Map(standing.cells);
    for (const [cell, value] of Object.entries(values)) {
      if (value === undefined) cells.delete(cell);
      else cells.set(cell, value);
    }
    return { ...standing, cells };
  };
  return {
    ...evidence,
    documents: evidence.documents.map(change),
    board: evidence.board.map(change),
  };
}

/** The evidence with the task standing on neither side. */
export function without(evidence: Evidence, task: number): Evidence {
  const isOther = (standing: Standing): boolean => standing.task !== task;
  return {
    ...evidence,
    documents: evidence.documents.filter(isOther),
    board: evidence.board.filter(isOther),
    gone: new Map([...evidence.gone, [taskIdOf(task), 'deleted']]),
  };
}

const graphNames: Readonly<Record<string, string>> = {
  labels: 'appliedCategories',
  people: 'assignments',
  links: 'references',
};

function graphFields(cells: Values): readonly string[] {
  const names = Object.keys(cells).map((cell) => cell.split('/', 1)[0] ?? cell);
  return [...new Set(names.map((name) => graphNames[name] ?? name))];
}

function isOfDetails(cells: Values): boolean {
  return Object.keys(cells).every((cell) => /^(description|checklist|links)\//.test(cell));
}
