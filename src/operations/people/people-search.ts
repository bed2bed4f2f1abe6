import * as z from 'zod';
import { fitsByName } from '../../domain/names/match-name.js';
import { searchPeople } from '../../graph/people/people.js';
import { accountInput, chooseAccount } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { personSchema, toPerson, type PersonRow } from './people-schemas.js';

export const peopleSearch = defineOperation({
  name: 'people_search',
  title: 'Find people by name',
  description:
    'Finds people by the beginning of a name or mail address, with what tells them apart. Use it to turn a name into an id; where question is there, ask the person which one is meant.',
  input: z.strictObject({
    query: z.string().trim().min(1).max(120).describe('A name or the beginning of one.'),
    ...pageInputs(50, 10),
    account: accountInput,
  }),
  output: z.object({
    people: z.array(personSchema),
    question: z.string().optional().describe('Several fit: what to ask.'),
    ...pageOutputs,
  }),
  isCore: true,
  selectable: 'people',
  restBody: null,
  area: 'directory',
  features: ['people'],
  graphCalls: ['GET /users'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/people', successStatus: 200 },
  handler: async (deps, { query, limit, cursor, account }, call) => {
    const graph = deps.graphFor(await chooseAccount(deps, call, account), call);
    const words = query.normalize('NFC').replaceAll(/\s+/g, ' ');
    const page = await searchPeople(graph, words, { limit, cursor });
    const people = page.rows
      .map(toPerson)
      .toSorted((one, other) => rank(words, one) - rank(words, other));
    const { nextCursor } = page;
    const isSure = people.length < 2 && nextCursor === null;
    const question = isSure ? {} : { question: questionAbout(query, people) };
    return { status: 200, json: JSON.stringify({ people, ...question, nextCursor }) };
  },
});

/** Whose whole name or word of it was said comes first. */
function rank(words: string, { name, mail }: PersonRow): number {
  if (mail?.toLowerCase() === words.toLowerCase()) return 0;
  return { whole: 0, word: 1, no: 2 }[fitsByName(words, name)];
}

function questionAbout(query: string, people: readonly PersonRow[]): string {
  const shown = people.slice(0, 5).map(({ name, jobTitle, department, mail }) => {
    const known = [jobTitle, department, mail].filter((one) => one !== undefined);
    return known.length === 0 ? name : `${name} (${known.join(', ')})`;
  });
  const others = people.length > shown.length ? ' or somebody else' : '';
  return `Which "${query}" is meant: ${shown.join('; ')}${others}?`;
}
