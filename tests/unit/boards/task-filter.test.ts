import { describe, expect, it } from 'vitest';
import { toMoment, toPlannerTime } from '../../../src/boards/planner-time.js';
import { createTaskFilter, type TaskFilter } from '../../../src/boards/task-filter.js';
import { aContent } from '../domain/a-content.js';

const now = Date.parse('2026-11-26T08:00:00Z');
const fits = (
  filter: TaskFilter,
  content: Parameters<typeof aContent>[0],
  zone = 'Europe/Berlin',
): boolean => createTaskFilter(filter, { now, zone })(aContent(content));

describe('a filter of tasks', () => {
  it('counts a task as late only when its day is over', () => {
    const due = (dueDateTime: string) => ({ dueDateTime });
    expect(fits({ isOverdue: true }, due('2026-11-25T10:00:00Z'))).toBe(true);
    expect(fits({ isOverdue: true }, due('2026-11-26T07:00:00Z'))).toBe(false);
    expect(
      fits({ isOverdue: true }, { ...due('2026-11-25T10:00:00Z'), percentComplete: 100 }),
    ).toBe(false);
    expect(fits({ isOverdue: true }, {})).toBe(false);
    // In Honolulu it is still the evening of the 25th.
    expect(fits({ isOverdue: true }, due('2026-11-25T10:00:00Z'), 'Pacific/Honolulu')).toBe(false);
  });

  it('takes the beginning of a span and not its end', () => {
    const span = { dueFrom: '2026-12-01T00:00:00Z', dueBefore: '2026-12-02T00:00:00Z' };
    expect(fits(span, { dueDateTime: '2026-12-01T00:00:00Z' })).toBe(true);
    expect(fits(span, { dueDateTime: '2026-12-02T00:00:00Z' })).toBe(false);
    expect(fits(span, { dueDateTime: null })).toBe(false);
  });

  it('finds words in any order, without case and accents', () => {
    const title = { title: 'Café für die Messe' };
    expect(fits({ text: 'messe CAFE' }, title)).toBe(true);
    expect(fits({ text: 'messe tee' }, title)).toBe(false);
  });

  it('knows people by their ids in any spelling, and progress by Planner’s steps', () => {
    expect(fits({ assigneeId: 'ABC' }, { assigneeIds: ['abc'] })).toBe(true);
    expect(fits({ progress: ['inProgress'] }, { percentComplete: 1 })).toBe(true);
    expect(fits({ progress: ['inProgress'] }, { percentComplete: 100 })).toBe(false);
    expect(fits({ label: 'category2' }, { appliedCategories: ['category1'] })).toBe(false);
  });
});

describe('times for Planner', () => {
  it.each([
    ['2026-12-01', '2026-12-01T10:00:00Z'],
    ['2026-12-01T09:30', '2026-12-01T08:30:00Z'],
    ['2026-12-01T09:30:00-05:00', '2026-12-01T14:30:00Z'],
    ['2026-02-30', null],
    ['tomorrow', null],
  ])('%s is %s', (text, time) => {
    expect(toPlannerTime(text, 'Europe/Berlin')).toBe(time);
  });

  it('takes a day as its beginning where a span ends or begins', () => {
    expect(toMoment('2026-12-01', 'Europe/Berlin')).toBe('2026-11-30T23:00:00Z');
  });
});
