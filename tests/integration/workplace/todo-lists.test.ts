import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya'] });
});
afterAll(() => place.close());

const through = (name: Door['name']): Door => {
  const door = place.doors.find((one) => one.name === name);
  if (door === undefined) throw new Error('There is no such door');
  return door;
};

describe.each(['MCP', 'REST'] as const)('To Do lists over %s', (name) => {
  it('are those of the only account there is, page by page', async () => {
    const { value: all } = await through(name).call('todo_list_lists');
    const lists = all['lists'] as unknown as readonly { id: string; kind: string }[];
    expect(lists.map(({ kind }) => kind)).toContain('defaultList');
    const { value: first } = await through(name).call('todo_list_lists', { limit: 1 });
    expect(first['lists']).toEqual(lists.slice(0, 1));
    const { value: second } = await through(name).call('todo_list_lists', {
      limit: 1,
      cursor: first['nextCursor'],
    });
    expect(second).toMatchObject({ lists: expect.anything() });
    expect(second['lists']).toEqual(lists.slice(1, 2));
  });

  it('of somebody else are asked for by name, with the app', async () => {
    const { value } = await through(name).call('todo_list_lists', {
      account: 'app',
      person: 'Jonas Lindqvist',
    });
    expect(value['lists']).toEqual(expect.arrayContaining([expect.anything()]));
    const nobody = await through(name).call('todo_list_lists', { account: 'app' });
    expect(nobody.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'person' }] });
  });

  it('are made once for one key, and a dry run makes none', async () => {
    const args = { name: `Garden ${name}`, idempotencyKey: `garden-${name}` };
    const dry = await through(name).call('todo_create_list', { ...args, dryRun: true });
    expect(dry.value).toEqual({
      dryRun: { effect: `Create the To Do list "Garden ${name}"`, details: {} },
    });
    const made = await through(name).call('todo_create_list', args);
    const again = await through(name).call('todo_create_list', args);
    expect(again.value).toEqual(made.value);
    const { value } = await through(name).call('todo_list_lists');
    const lists = value['lists'] as unknown as readonly { name: string }[];
    expect(lists.filter((list) => list.name === `Garden ${name}`)).toHaveLength(1);
  });

  it('refuses a cursor that was made up', async () => {
    const { problem } = await through(name).call('todo_list_lists', { cursor: 'elsewhere' });
    expect(problem).toMatchObject({ code: 'invalid_cursor', status: 400 });
  });
});
