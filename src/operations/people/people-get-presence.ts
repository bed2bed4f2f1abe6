import * as z from 'zod';
import { isGuid } from '../../domain/guid.js';
import { readPresences, type GraphPresence } from '../../graph/people/presence.js';
import { personOf } from '../../graph/gateway/graph-account.js';
import { accountInput, chooseAccount } from '../accounts/account-choice.js';
import { choosePersonalAccount } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { requirePersonId } from '../names/require-id.js';
import { nobody } from './directory-call.js';

const presenceSchema = z.object({
  person: z.object({ id: z.string(), name: z.string().optional() }),
  availability: z.string().describe('Available, Busy, Away, DoNotDisturb, Offline …'),
  activity: z.string().optional().describe('InACall, InAMeeting, OutOfOffice …'),
  message: z.string().optional(),
});

export const peopleGetPresence = defineOperation({
  name: 'people_get_presence',
  title: 'See who is available',
  description:
    'Tells whether people are available, busy or away now, several at once. Use it before calling or chatting.',
  input: z.strictObject({
    people: z
      .array(z.string().min(1).max(320))
      .min(1)
      .max(50)
      .optional()
      .describe('Names, mail addresses or ids. Left out: the account’s own person.'),
    account: accountInput,
  }),
  output: z.object({ presences: z.array(presenceSchema) }),
  outsideText: ['presences[].message'],
  restBody: null,
  area: 'directory',
  features: ['presence', 'people'],
  graphCalls: ['POST /communications/getPresencesByUserId'],
  scope: 'directory:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/people/presence', successStatus: 200 },
  handler: async (deps, { people, account: named }, call) => {
    const account =
      people === undefined
        ? await choosePersonalAccount(deps, call, named)
        : await chooseAccount(deps, call, named);
    const own = personOf(account);
    if (people === undefined && own === null) throw nobody('people');
    const asked = people ?? (own === null ? [] : [own]);
    const ids = await Promise.all(
      asked.map((name, at) => requirePersonId(deps.names, name, `people.${at}`)),
    );
    const graph = deps.graphFor(account, call);
    const found = await readPresences(graph, [...new Set(ids)]);
    const byId = new Map(found.map((one) => [one.id, one]));
    const presences = ids.map((id, at) => {
      const name = asked[at] ?? id;
      return toPresence({ id, ...(!isGuid(name) && { name }) }, byId.get(id));
    });
    return { status: 200, json: JSON.stringify({ presences }) };
  },
});

function toPresence(
  person: { readonly id: string; readonly name?: string },
  presence: GraphPresence | undefined,
): z.infer<typeof presenceSchema> {
  const availability = presence?.availability ?? 'PresenceUnknown';
  const activity = presence?.activity ?? availability;
  const message = presence?.statusMessage?.message?.content ?? '';
  return {
    person,
    availability,
    ...(activity !== availability && { activity }),
    ...(message !== '' && { message }),
  };
}
