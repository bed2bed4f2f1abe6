import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkplace, type Workplace } from './start-workplace.js';
import { doorOf, rowsIn } from './through.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya'] });
});
afterAll(() => place.close());

describe.each(['MCP', 'REST'] as const)('people over %s', (name) => {
  const call = (operation: string, args: Record<string, unknown> = {}) =>
    doorOf(place, name).call(operation, args);
  const asApp = (operation: string, args: Record<string, unknown> = {}) =>
    call(operation, { account: 'app', ...args });

  it('are told who they are', async () => {
    const { value } = await call('people_get_me');
    expect(value['person']).toMatchObject({
      id: place.person('Maya').id,
      name: 'Maya Okafor',
      mail: 'maya.okafor@tandem.example',
      jobTitle: 'Product manager',
    });
    expect((await asApp('people_get_me')).problem).toMatchObject({ code: 'invalid_input' });
  });

  it('are got by whole name, address and id, with the members that are asked for', async () => {
    const { id } = place.person('Jonas');
    for (const person of ['Jonas Lindqvist', 'jonas.lindqvist@tandem.example', id]) {
      const { value } = await asApp('people_get', { person, fields: ['department'] });
      expect(value['person']).toEqual({ id, department: 'Engineering' });
    }
  });

  it('are not guessed from a first name: of one it is suggested, of several all are shown', async () => {
    const one = await asApp('people_get', { person: 'Jonas' });
    expect(one.problem).toMatchObject({
      code: 'invalid_input',
      errors: [{ field: 'person', suggestion: 'Jonas Lindqvist' }],
    });
    const several = await asApp('people_get', { person: 'Emma' });
    expect(several.problem.errors).toMatchObject([
      {
        field: 'person',
        message: expect.stringContaining('several people') as unknown,
        candidates: [
          { name: 'Emma Novák', jobTitle: 'Front-end engineer', department: 'Engineering' },
          { name: 'Emma Whitfield', jobTitle: 'Content writer', department: 'Marketing' },
        ],
      },
    ]);
    expect(several.problem.errors?.[0]).not.toHaveProperty('suggestion');
  });

  it('are found by the beginning of a name, with a question where several fit', async () => {
    const emmas = await asApp('people_search', { query: 'emma' });
    expect(rowsIn(emmas, 'people').map((row) => row['name'])).toEqual([
      'Emma Novák',
      'Emma Whitfield',
    ]);
    expect(emmas.value['question']).toBe(
      'Which "emma" is meant: Emma Novák (Front-end engineer, Engineering, emma.novak@tandem.example); Emma Whitfield (Content writer, Marketing, emma.whitfield@tandem.example)?',
    );
    const maya = await asApp('people_search', { query: 'Maya Oka' });
    expect(maya.value).toMatchObject({ people: [{ name: 'Maya Okafor' }], nextCursor: null });
    expect(maya.value).not.toHaveProperty('question');
    const page = await asApp('people_search', { query: 'emma', limit: 1 });
    const next = await asApp('people_search', {
      query: 'emma',
      limit: 1,
      cursor: page.value['nextCursor'],
    });
    expect(rowsIn(next, 'people')).toMatchObject([{ name: 'Emma Whitfield' }]);
    expect(rowsIn(await asApp('people_search', { query: "o'nobody" }), 'people')).toEqual([]);
  });

  it('have a manager and reports', async () => {
    const { value } = await asApp('people_get_manager', { person: 'Maya Okafor' });
    expect(value['manager']).toMatchObject({
      name: 'Ingrid Solberg',
      jobTitle: 'Managing director',
    });
    const top = await asApp('people_get_manager', { person: 'Ingrid Solberg' });
    expect(top.value['manager']).toBeNull();
    const reports = await asApp('people_list_reports', { person: 'Maya Okafor' });
    expect(rowsIn(reports, 'reports').map((row) => row['name'])).toEqual([
      'Tomás Herrera',
      'Aiko Tanaka',
    ]);
    const own = await call('people_get_manager');
    expect(own.problem).toMatchObject({
      code: 'graph_forbidden',
      detail: expect.stringMatching(/auth_start_login.*User\.Read\.All/) as unknown,
    });
  });

  it('are available or not, several at once, in the order they were asked for', async () => {
    const { value } = await call('people_get_presence', {
      people: ['Karim Haddad', 'Jonas Lindqvist'],
    });
    expect(value['presences']).toEqual([
      {
        person: { id: place.person('Karim').id, name: 'Karim Haddad' },
        availability: 'Busy',
        activity: 'InACall',
      },
      {
        person: { id: place.person('Jonas').id, name: 'Jonas Lindqvist' },
        availability: 'Available',
      },
    ]);
    const unclear = await call('people_get_presence', { people: ['Karim Haddad', 'Emma'] });
    expect(unclear.problem).toMatchObject({ errors: [{ field: 'people.1' }] });
  });

  it('are in groups', async () => {
    const mine = await call('groups_list_mine', { fields: ['name', 'kind'] });
    expect(rowsIn(mine, 'groups')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Product team', kind: 'microsoft365' }),
      ]) as unknown,
    );
    const group = await asApp('groups_get', { group: 'product team' });
    expect(group.value['group']).toMatchObject({ name: 'Product team', hasTeam: true });
    const members = await asApp('groups_list_members', { group: 'Product team', limit: 2 });
    expect(rowsIn(members, 'members')).toHaveLength(2);
    expect(members.value['nextCursor']).toEqual(expect.any(String));
    const unknown = await asApp('groups_get', { group: 'Prodct team' });
    expect(unknown.problem).toMatchObject({
      code: 'invalid_input',
      errors: [{ field: 'group', suggestion: 'Product team' }],
    });
  });
});

describe('people under the name of another program', () => {
  it('are told who they are', async () => {
    const { value } = await doorOf(place, 'MCP').call('get_my_profile');
    expect(value['person']).toMatchObject({ name: 'Maya Okafor' });
  });
});
