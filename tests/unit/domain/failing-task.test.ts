import { describe, expect, it } from 'vitest';
import {
  dueTasks,
  failAgain,
  nextPortion,
  type FailingTask,
} from '../../../src/domain/failing-task.js';

const minute = 60_000;
const failure = {
  code: 'MaximumTasksInProject',
  message: 'Full',
  advice: 'Make room',
  operation: 'create' as const,
  group: 'MaximumTasksInProject',
};

const aFailing = (fields: Partial<FailingTask> = {}): FailingTask => ({
  ...failure,
  since: 0,
  tries: 1,
  nextAt: 5 * minute,
  ...fields,
});

describe('the times at which a failing task is tried again', () => {
  it('double from five minutes to six hours', () => {
    let known: FailingTask | null = null;
    const waits: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      known = failAgain(known, failure, { now: 0, isNews: false });
      waits.push(known.nextAt / minute);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360]);
    expect(known).toMatchObject({ tries: 9, since: 0 });
  });

  it('begin anew with another cause, and when the task was changed', () => {
    const known = aFailing({ tries: 7 });
    const now = 1_000;
    const other = { ...failure, code: 'forbidden' };
    expect(failAgain(known, other, { now, isNews: false })).toMatchObject({ tries: 1, since: now });
    expect(failAgain(known, failure, { now, isNews: true })).toMatchObject({
      tries: 1,
      since: now,
    });
  });
});

describe('which failing tasks are due', () => {
  it('is for one of a plan’s limit the one that was tried most, however many wait', () => {
    const failing = new Map([
      ['probe', aFailing({ tries: 3, nextAt: 20 * minute })],
      ...Array.from({ length: 50 }, (_, at) => [`T${at}`, aFailing()] as const),
    ]);
    expect(dueTasks(failing, 19 * minute)).toEqual([]);
    expect(dueTasks(failing, 20 * minute)).toEqual(['probe']);
  });

  it('is for a task with a trouble of its own its own time', () => {
    const failing = new Map([
      ['one', aFailing({ code: 'bad_request', group: null })],
      ['two', aFailing({ code: 'bad_request', group: null, nextAt: 10 * minute })],
      ['full', aFailing()],
    ]);
    expect(dueTasks(failing, 5 * minute)).toEqual(['one', 'full']);
  });
});

describe('the next portion', () => {
  it('holds twenty of the groups with room, those tried least first', () => {
    const failing = new Map([
      ['tired', aFailing({ tries: 5 })],
      ['refused', aFailing({ group: 'forbidden' })],
      ...Array.from({ length: 20 }, (_, at) => [`T${at}`, aFailing({ since: at })] as const),
    ]);
    const chosen = nextPortion(failing, new Set(['MaximumTasksInProject']));
    expect(chosen).toHaveLength(20);
    expect(chosen[0]).toBe('T0');
    expect(chosen).not.toContain('tired');
    expect(chosen).not.toContain('refused');
  });
});
