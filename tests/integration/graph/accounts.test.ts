import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountOfId } from '../../../src/graph/gateway/graph-account.js';
import { startGraphLab, type GraphLab } from './graph-lab.js';
import { accountIdOfPerson, openPeopleGateway, type PeopleGateway } from './people-gateway.js';

let graph: GraphLab;
let people: PeopleGateway;

beforeAll(async () => {
  graph = await startGraphLab();
  people = openPeopleGateway(graph);
});
afterAll(() => graph.close());

it('what people and the app ask at the same time is answered to each of them as themselves', async () => {
  const ids = graph.people.slice(0, 3).map((person) => accountIdOfPerson(graph, person));
  expect(ids).toHaveLength(3);
  const anAccount = fc.constantFrom('app', ...ids);
  await fc.assert(
    fc.asyncProperty(fc.array(anAccount, { minLength: 2, maxLength: 45 }), async (accounts) => {
      const answers = await Promise.all(
        accounts.map(async (id) => {
          const asked = people.gateway.send({
            method: 'GET',
            path: '/me',
            account: accountOfId(id),
          });
          return asked.then(
            ({ body }) => (body as { id: string }).id,
            (error: unknown) => (error as { code: string }).code,
          );
        }),
      );
      // Graph has no /me for an app.
      const expected = accounts.map((id) => (id === 'app' ? 'bad_request' : id.split('.')[0]));
      expect(answers).toEqual(expected);
    }),
    { numRuns: 10 },
  );
  const { httpRequests, subrequests } = people.gateway.stats();
  expect(subrequests).toBeGreaterThan(httpRequests);
});

it('an account that must sign in again takes no other with it', async () => {
  const [first, second] = graph.people.map((person) => accountIdOfPerson(graph, person));
  const ask = (id = '') =>
    people.gateway.send({ method: 'GET', path: '/me', account: accountOfId(id) });
  people.lock(first ?? '');
  const before = people.asked(second ?? '');
  const [one, other] = await Promise.allSettled([ask(first), ask(second)]);
  expect(one).toMatchObject({ status: 'rejected', reason: { code: 'reauth_required' } });
  expect(other.status).toBe('fulfilled');
  expect(people.asked(second ?? '')).toBe(before + 1);
  people.unlock(first ?? '');
});
