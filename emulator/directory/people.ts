import type { Caller } from '../entra/caller.js';
import type { Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { GraphRoute } from '../graph/route.js';
import type { Collection } from '../state/collection.js';

/** Of the permissions that https://learn.microsoft.com/graph/api/user-get names, those that the emulator can grant. */
const readersOfAll = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'];

/** What a user holds when nothing is selected, as far as a person here has it. */
const defaults = [
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'surname',
  'userPrincipalName',
  'id',
];

/** The directory's part of Graph v1.0: one person, by object id or sign-in name. */
export function createPeopleRoutes(people: Collection<Person>): readonly GraphRoute[] {
  return [
    { path: ['users', '*'], methods: { GET: (call, id) => getPerson(people, call, id) } },
    { path: ['me'], methods: { GET: (call) => getPerson(people, call, ownId(call)) } },
  ];
}

function getPerson(people: Collection<Person>, call: GraphCall, wanted: string): GraphAnswer {
  const name = wanted.toLowerCase();
  const person = people.get(name) ?? [...people.values()].find(({ mail }) => mail === name);
  requireReading(call.caller, person?.id);
  if (person === undefined) {
    throw new GraphFailure(
      404,
      'Request_ResourceNotFound',
      `Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  const context = `${call.root}/$metadata#users/$entity`;
  return {
    status: 200,
    body: JSON.stringify({ '@odata.context': context, ...selected(toWire(person), call) }),
  };
}

function ownId({ caller }: GraphCall): string {
  if (caller.kind === 'person') return caller.id;
  throw new GraphFailure(
    400,
    'BadRequest',
    '/me request is only valid with delegated authentication flow.',
  );
}

function requireReading(caller: Caller, id: string | undefined): void {
  const isOwn = caller.kind === 'person' && caller.id === id && caller.permissions.has('User.Read');
  if (isOwn || readersOfAll.some((name) => caller.permissions.has(name))) return;
  throw new GraphFailure(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

function toWire({ id, displayName, mail, jobTitle }: Person): Readonly<Record<string, unknown>> {
  const [givenName, ...others] = displayName.split(' ');
  const surname = others.join(' ');
  return { displayName, givenName, jobTitle, mail, surname, userPrincipalName: mail, id };
}

function selected(
  user: Readonly<Record<string, unknown>>,
  call: GraphCall,
): Readonly<Record<string, unknown>> {
  const select = call.query.get('$select')?.trim() ?? '';
  const names = select === '' ? defaults : select.split(',').map((name) => name.trim());
  return Object.fromEntries(
    names.map((name) => {
      if (user[name] !== undefined) return [name, user[name]];
      throw new GraphFailure(
        400,
        'Request_BadRequest',
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
      );
    }),
  );
}
