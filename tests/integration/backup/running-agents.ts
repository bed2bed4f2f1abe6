import type { TaskDocument } from '../../../src/domain/task.js';
import type { SyncLab } from '../sync/sync-lab.js';

/** What an agent was told about one of its tasks: titles by revision, and whether its delete was answered. */
export interface ToldTask {
  readonly id: string;
  readonly titles: Map<number, string>;
  deleted: boolean;
}

/** A small generator with a seed, so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Agents, a person and sync at work on one plan until they are stopped; every answer is kept. */
export function startAgents(lab: SyncLab, seed: number) {
  const random = randomFrom(seed);
  const told = new Map<string, ToldTask>();
  const stopping = new AbortController();
  let created = 0;
  let edits = 0;

  const note = (document: TaskDocument): void => {
    const task = told.get(document.id) ?? { id: document.id, titles: new Map(), deleted: false };
    told.set(document.id, task);
    task.titles.set(document.rev, document.title);
  };
  const create = async (): Promise<void> => {
    created += 1;
    note(await lab.create({ title: `Task ${created}.` }));
  };
  const some = (): ToldTask | undefined => {
    const live = [...told.values()].filter((task) => !task.deleted);
    return live[random(live.length)];
  };

  const agent = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const task = some();
      const what = random(10);
      if (task === undefined || what < 2) await create();
      else if (what === 2) {
        task.deleted = true;
        // Another agent, or a person, may have been faster.
        await lab.remove(task.id).catch(() => undefined);
      } else {
        edits += 1;
        const number = task.titles.values().next().value?.split('.')[0] ?? '';
        const title = `${number}. edit ${edits}`;
        await lab
          .update(task.id, {
            title,
            checklist: [{ title: `Row ${edits % 5}`, id: rowId(edits % 5) }],
          })
          .then(note, () => undefined);
      }
    }
  };
  const person = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const board = await lab.board();
      const task = board[random(board.length)];
      if (task === undefined) continue;
      await lab
        .editTask(task.id, { percentComplete: [0, 50, 100][random(3)] })
        .catch(() => undefined);
    }
  };
  const sync = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await lab.sync(await lab.takeOutbox());
      await lab.sweep();
    }
  };
  const running = Promise.all([agent(), agent(), person(), sync()]);
  return {
    /** Everything that was answered until now. */
    answered: (): readonly ToldTask[] =>
      [...told.values()].map((task) => ({ ...task, titles: new Map(task.titles) })),
    count: () => told.size,
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}

function rowId(number: number): string {
  return `00000000-0000-4000-8000-00000000000${number}`;
}
