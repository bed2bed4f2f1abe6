import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerJson } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';
import { doorOf, rowsIn, textIn } from './through.js';

let place: Workplace;

/** A day in Berlin, some days from now. */
const dayIn = (days: number): string => {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(at);
};

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya'] });
  const { id } = place.person('Maya');
  const assignments = {
    [id]: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' },
  };
  const planId = place.emulator.defaultPlanId;
  const task = (title: string, more: Record<string, unknown>) =>
    place.graph('Maya', 'POST', '/planner/tasks', { planId, title, assignments, ...more });
  await task('Overdue in Planner', { dueDateTime: `${dayIn(-2)}T10:00:00Z` });
  await task('Done in Planner', { percentComplete: 100, dueDateTime: `${dayIn(-3)}T10:00:00Z` });
  const draft = await place.graph('Maya', 'POST', '/me/messages', { subject: 'Flagged mail' });
  await place.graph(
    'Maya',
    'PATCH',
    `/me/messages/${encodeURIComponent(String(draft.body['id']))}`,
    {
      flag: {
        flagStatus: 'flagged',
        startDateTime: { dateTime: `${dayIn(1)}T00:00:00`, timeZone: 'Europe/Berlin' },
        dueDateTime: { dateTime: `${dayIn(1)}T00:00:00`, timeZone: 'Europe/Berlin' },
      },
    },
  );
  const door = doorOf(place, 'REST');
  await door.call('todo_create_task', { title: 'Today in To Do', dueAt: dayIn(0) });
});
afterAll(() => place.close());

describe.each(['MCP', 'REST'] as const)('my work over %s', (name) => {
  const call = (args: Record<string, unknown> = {}) => doorOf(place, name).call('work_list', args);
  const find = (rows: readonly AnswerJson[], title: string) =>
    rows.filter((row) => textIn(row, 'title') === title);

  it('is of Planner, To Do and flagged mail, by day, what is overdue first', async () => {
    const answer = await call({ limit: 200 });
    const rows = rowsIn(answer, 'work');
    expect(answer.value).not.toHaveProperty('missing');
    expect(find(rows, 'Overdue in Planner')).toMatchObject([
      {
        source: 'planner',
        isOverdue: true,
        plan: { id: place.emulator.defaultPlanId, name: expect.any(String) as unknown },
      },
    ]);
    expect(find(rows, 'Today in To Do')).toMatchObject([
      {
        source: 'todo',
        list: { name: 'Tasks' },
        dueAt: dayIn(0),
      },
    ]);
    expect(find(rows, 'Today in To Do')[0]).not.toHaveProperty('isOverdue');
    expect(find(rows, 'Flagged mail')).toMatchObject([{ source: 'mail', dueAt: dayIn(1) }]);
    expect(find(rows, 'Done in Planner')).toEqual([]);
    const dues = rows.map((row) => (row['dueAt'] === undefined ? '9999' : textIn(row, 'dueAt')));
    expect(dues).toEqual(dues.toSorted());
  });

  it('is read page by page, of some sources, and until a day', async () => {
    const all = rowsIn(await call({ limit: 200 }), 'work');
    const first = await call({ limit: 3 });
    const second = await call({ limit: 200, cursor: first.value['nextCursor'] });
    expect([...rowsIn(first, 'work'), ...rowsIn(second, 'work')]).toEqual(all);
    const todo = rowsIn(await call({ sources: ['todo'], until: dayIn(0) }), 'work');
    expect(find(todo, 'Today in To Do')).toHaveLength(1);
    expect(find(todo, 'Flagged mail')).toEqual([]);
    expect(new Set(todo.map((row) => row['source']))).toEqual(new Set(['todo']));
    expect((await call({ cursor: 'elsewhere' })).problem).toMatchObject({ code: 'invalid_cursor' });
  });

  it('is a part where one source fails, says which and why, and shows flagged mail as To Do has it', async () => {
    const refusal = {
      match: { path: '/messages$' },
      effect: { kind: 'status', status: 403, code: 'ErrorAccessDenied' },
    };
    const fault = await place.control('POST', '/faults', refusal);
    try {
      const answer = await call({ limit: 200 });
      const [missing] = rowsIn(answer, 'missing');
      expect(missing).toMatchObject({ source: 'mail', code: 'graph_forbidden' });
      expect(textIn(missing, 'detail')).toContain('Mail.Read');
      expect(find(rowsIn(answer, 'work'), 'Flagged mail')).toMatchObject([
        { source: 'todo', list: { name: 'Flagged Emails' } },
      ]);
    } finally {
      await place.control('DELETE', `/faults/${String(fault['id'])}`);
    }
  });

  it('of somebody else is the app’s to read', async () => {
    const jonas = await call({ account: 'app', person: 'Jonas Lindqvist', limit: 200 });
    expect(find(rowsIn(jonas, 'work'), 'Order the test machines')).toHaveLength(1);
    const refused = await call({ account: 'app' });
    expect(refused.problem).toMatchObject({ errors: [{ field: 'person' }] });
  });
});
