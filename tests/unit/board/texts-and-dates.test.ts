import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actorName,
  describeFields,
  groupActivity,
} from '../../../emulator/board/src/board/activity-text.js';
import { readAddress, writeAddress } from '../../../emulator/board/src/board/board-address.js';
import {
  formatAge,
  formatDay,
  fromDay,
  isOverdue,
  toDay,
} from '../../../emulator/board/src/board/calendar-day.js';
import { categories, categoryName } from '../../../emulator/board/src/board/category.js';
import { standingOf, typed } from '../../../emulator/board/src/board/draft.js';
import { initials, paletteOf } from '../../../emulator/board/src/board/initials.js';
import { priorityOf } from '../../../emulator/board/src/board/priority.js';
import { progressOf } from '../../../emulator/board/src/board/progress.js';
import { announcement } from '../../../emulator/board/src/board/announcement.js';
import { aChange, agent, maya } from './a-board.js';

const now = new Date(2026, 10, 22, 12, 0, 0);

describe('Dates', () => {
  it('are days: what Planner stores for a day is shown as that day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(toDay(fromDay(day) ?? '')).toBe(day);
        },
      ),
    );
    expect(fromDay('')).toBeNull();
  });

  it('are told in words when they are near', () => {
    expect(formatDay('2026-11-22T10:00:00Z', now, 'en')).toBe('Today');
    expect(formatDay('2026-11-23T10:00:00Z', now, 'en')).toBe('Tomorrow');
    expect(formatDay('2026-11-21T10:00:00Z', now, 'en')).toBe('Yesterday');
    expect(formatDay('2026-12-01T10:00:00Z', now, 'en')).toBe('Dec 1');
    expect(formatDay('2027-12-01T10:00:00Z', now, 'en')).toBe('Dec 1, 2027');
  });

  it('are overdue from the day after on, unless the task is completed', () => {
    expect(isOverdue('2026-11-22T10:00:00Z', 0, now)).toBe(false);
    expect(isOverdue('2026-11-21T23:00:00Z', 0, now)).toBe(true);
    expect(isOverdue('2026-11-21T10:00:00Z', 100, now)).toBe(false);
    expect(isOverdue(null, 0, now)).toBe(false);
  });

  it('tell how long ago something was, and never that it is yet to come', () => {
    const before = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString();
    expect(formatAge(before(-30), now, 'en')).toBe('just now');
    expect(formatAge(before(59), now, 'en')).toBe('just now');
    expect(formatAge(before(61), now, 'en')).toBe('1 min ago');
    expect(formatAge(before(7200), now, 'en')).toBe('2 h ago');
    expect(formatAge(before(3 * 86_400), now, 'en')).toBe('Nov 19');
  });
});

describe('Numbers of Planner', () => {
  it.each([
    [0, 'urgent'],
    [1, 'urgent'],
    [2, 'important'],
    [4, 'important'],
    [5, 'medium'],
    [7, 'medium'],
    [8, 'low'],
    [10, 'low'],
  ])('priority %i reads as %s', (number, name) => {
    expect(priorityOf(number).value).toBe(name);
  });

  it.each([
    [0, 'notStarted'],
    [1, 'inProgress'],
    [99, 'inProgress'],
    [100, 'completed'],
  ])('%i percent reads as %s', (percent, name) => {
    expect(progressOf(percent).value).toBe(name);
  });
});

describe('Labels', () => {
  it('are 25, each with a colour of its own', () => {
    expect(categories.length).toBe(25);
    expect(new Set(categories.map(({ palette }) => palette)).size).toBe(25);
  });

  it('carry the plan’s name, else the colour’s', () => {
    const [first] = categories;
    if (first === undefined) throw new Error('No labels');
    expect(categoryName(first, { category1: 'Sales' })).toBe('Sales');
    expect(categoryName(first, { category1: null })).toBe('Pink');
    expect(categoryName(first, { category1: '  ' })).toBe('Pink');
  });
});

describe('People', () => {
  it('are known by their initials', () => {
    expect(initials('Adele Vance')).toBe('AV');
    expect(initials('Tomás de la Herrera (Marketing)')).toBe('TH');
    expect(initials('Cher')).toBe('C');
    expect(initials('')).toBe('?');
  });

  it('keep their colour, and a team is not all of one', () => {
    const colours = Array.from({ length: 60 }, (_, index) =>
      paletteOf(`d968f7cf-6692-4407-bb9b-0736c943${String(index).padStart(4, '0')}`),
    );
    expect(new Set(colours).size).toBeGreaterThan(8);
    expect(paletteOf('d968f7cf-6692-4407-bb9b-0736c9430000')).toBe(colours[0]);
  });
});

const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

describe('Activity', () => {
  it('tells as one what one actor did to one task within a minute and a half', () => {
    const entries = groupActivity([
      aChange({ seq: 3, at: minutesAgo(0), entity: 'details', fields: ['checklist'] }),
      aChange({ seq: 2, at: minutesAgo(1), operation: 'created', fields: ['title'] }),
      aChange({ seq: 1, at: minutesAgo(9), by: maya, fields: ['title'] }),
    ]);
    expect(entries.map(({ operation, fields, count }) => ({ operation, fields, count }))).toEqual([
      { operation: 'created', fields: ['checklist', 'title'], count: 2 },
      { operation: 'updated', fields: ['title'], count: 1 },
    ]);
  });

  it('never tells two actors as one', () => {
    const entries = groupActivity([aChange({ seq: 2, by: maya }), aChange({ seq: 1, by: agent })]);
    expect(entries.length).toBe(2);
  });

  it('names fields as people do', () => {
    expect(describeFields(['bucketId', 'orderHint'])).toBe('bucket');
    expect(describeFields(['orderHint'])).toBe('position');
    expect(describeFields(['title', 'dueDateTime', 'assignments'])).toBe(
      'title, due date and people',
    );
    expect(actorName({ kind: 'app', id: 'x', displayName: '' })).toBe('An app');
  });

  it('is read out singly when little happens and as a number when much does', () => {
    const change = aChange({ operation: 'created', title: 'Draft' });
    expect(announcement([change], 'maya')).toBe('Nightly agent added Draft.');
    expect(
      announcement(
        Array.from({ length: 9 }, () => change),
        'maya',
      ),
    ).toBe('9 changes by Nightly agent.');
    expect(announcement([aChange({ by: maya })], 'maya')).toBe('');
  });
});

describe('A draft', () => {
  const draft = typed(undefined, 'new text', 'old text', 'W/"1"');

  it('is contested only when somebody saved something else since the typing began', () => {
    expect(standingOf(draft, 'old text')).toBe('edited');
    expect(standingOf(draft, 'other text')).toBe('contested');
    expect(standingOf(draft, 'new text')).toBe('unchanged');
  });

  it('keeps the version it began with over every keystroke', () => {
    expect(typed(draft, 'newer text', 'other text', 'W/"2"')).toEqual({
      text: 'newer text',
      base: 'old text',
      etag: 'W/"1"',
    });
  });
});

const read = (search: string, hash: string) => readAddress({ search, hash });

describe("The page's address", () => {
  it('is understood in both forms, the one after the hash first', () => {
    expect(read('?plan=p&task=t', '')).toEqual({ planId: 'p', taskId: 't' });
    expect(read('', '#/plans/p/tasks/t')).toEqual({ planId: 'p', taskId: 't' });
    expect(read('?plan=x&task=y', '#/plans/p')).toEqual({ planId: 'p', taskId: undefined });
    expect(read('', '')).toEqual({ planId: undefined, taskId: undefined });
  });

  it('leads back to what it was written for', () => {
    const id = fc.stringMatching(/^[\w-]{1,28}$/);
    fc.assert(
      fc.property(id, fc.option(id, { nil: undefined }), (planId, taskId) => {
        expect(readAddress({ search: writeAddress({ planId, taskId }), hash: '' })).toEqual({
          planId,
          taskId,
        });
      }),
    );
  });
});
