import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from '../../chaos/checker/check.js';
import type { Evidence } from '../../chaos/evidence/evidence.js';
import { anIdealRun, ending, without, type IdealRun, type Values } from './an-ideal-run.js';

const taskCount = 4;

/** A step of a history: who does what to which task, and how long after the step before. */
const aStep = fc.record({
  task: fc.integer({ min: 1, max: taskCount }),
  kind: fc.constantFrom('agent', 'person'),
  what: fc.constantFrom(
    'title',
    'dueDateTime',
    'priority',
    'label',
    'row',
    'slot',
    'delete',
    'vain',
  ),
  told: fc.constantFrom('accepted', 'accepted', 'accepted', 'unknown'),
  after: fc.integer({ min: 1, max: 90_000 }),
});
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

const aHistory = fc.array(aStep, { minLength: 1, maxLength: 60 });

interface Played {
  readonly evidence: Evidence;
  /** What was last written to each standing task, cell by cell. */
  readonly last: ReadonlyMap<number, readonly LastWrite[]>;
}

interface LastWrite {
  readonly cell: string;
  readonly value: string | number | boolean;
  readonly before: string | number | boolean | undefined;
  readonly isSure: boolean;
}

/** Plays the steps on a product that does everything right. */
function play(steps: readonly Step[]): Played {
  const run = anIdealRun();
  const standing = new Set<number>();
  const deleted = new Set<number>();
  const last = new Map<number, LastWrite[]>();
  steps.forEach((step, at) => {
    const { task, kind, what, told, after } = step;
    if (deleted.has(task)) return;
    if (!standing.has(task)) {
      if (kind === 'agent') run.agentCreates(task);
      else run.personCreates(task);
      standing.add(task);
      last.set(task, []);
      return;
    }
    if (what === 'delete') {
      if (kind === 'agent') run.agentDeletes(task, { after });
      else run.personDeletes(task, { after });
      deleted.add(task);
      last.delete(task);
      return;
    }
    const cells = valuesOf(step, at);
    if (what === 'vain') {
      run.agentTriesInVain(task, cells);
      return;
    }
    write(run, kind, { task, cells, told, after });
    const own = last.get(task) ?? [];
    for (const [cell, value] of Object.entries(cells)) {
      const before = own.findLast((one) => one.cell === cell)?.value;
      if (typeof value !== 'object')
        own.push({ cell, value, before, isSure: told === 'accepted' || kind === 'person' });
    }
    last.set(task, own);
  });
  return { evidence: run.evidence(), last };
}

function write(
  run: IdealRun,
  kind: 'agent' | 'person',
  { task, cells, told, after }: Pick<Step, 'task' | 'told' | 'after'> & { cells: Values },
): void {
  if (kind === 'agent') run.agentWrites(task, cells, { told, after });
  else run.personWrites(task, cells, { told, after });
}

/** Every value is the step's own. */
function valuesOf({ task, what }: Step, at: number): Values {
  switch (what) {
    case 'label':
      return { [`labels/category${at}`]: true };
    case 'row':
      return { [`checklist/r${at}`]: true, [`checklist/r${at}/title`]: `r${at} x${at}` };
    case 'slot':
      return { 'description/s1': `s1 x${at}` };
    case 'priority':
      return { priority: 1_000 + at };
    case 'dueDateTime':
      return { dueDateTime: `day ${at}` };
    default:
      return { title: `t${task} x${at}` };
  }
}

it('nothing is held against a product that does everything right', () => {
  fc.assert(
    fc.property(aHistory, (steps) => {
      expect(check(play(steps).evidence)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('a task that vanishes is noticed', () => {
  fc.assert(
    fc.property(aHistory, fc.nat(), (steps, pick) => {
      const { evidence, last } = play(steps);
      const task = [...last.keys()][pick % Math.max(1, last.size)];
      fc.pre(task !== undefined);
      expect(check(without(evidence, task)).map(({ kind }) => kind)).toContain('deleted');
    }),
  );
});

it('a last write that was answered and is undone is noticed', () => {
  fc.assert(
    fc.property(aHistory, fc.nat(), (steps, pick) => {
      const { evidence, last } = play(steps);
      const undoable = [...last].flatMap(([task, writes]) => {
        const newest = writes.at(-1);
        // A write without an answer may have come last.
        const isSure = writes.every((one) => one.cell !== newest?.cell || one.isSure);
        return newest !== undefined && isSure ? [{ task, ...newest }] : [];
      });
      const chosen = undoable[pick % Math.max(1, undoable.length)];
      fc.pre(chosen !== undefined);
      const { task, cell, before } = chosen;
      const owner = /^(checklist\/[^/]+)\//.exec(cell)?.[1];
      const undone = ending(evidence, task, {
        [cell]: before,
        ...(owner !== undefined && { [owner]: undefined }),
      });
      const kinds = check(undone).map(({ kind }) => kind);
      expect(kinds.some((kind) => kind === 'lost' || kind === 'overwritten')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('a task that stands twice is noticed', () => {
  fc.assert(
    fc.property(aHistory, (steps) => {
      const { evidence } = play(steps);
      const [card] = evidence.board;
      fc.pre(card !== undefined);
      const twice = { ...evidence, board: [...evidence.board, { ...card, id: 'again' }] };
      expect(check(twice).map(({ kind }) => kind)).toContain('doubled');
    }),
  );
});
