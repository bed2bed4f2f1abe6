import type { Caller } from '../entra/caller.js';
import type { Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { entityAnswer } from '../odata/answers.js';
import type { Entity } from '../odata/entity.js';
import { isObject } from '../schema/check-value.js';
import type { DirectoryService } from './directory-service.js';
import { personOfPath } from './relations.js';

const READERS_OF_ALL = ['Presence.Read.All', 'Presence.ReadWrite.All'];
/** https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid */
const MAX_IDS = 650;
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** One's own with `Presence.Read`, everybody's with `Presence.Read.All`. */
export function getPresence(service: DirectoryService, call: GraphCall): GraphAnswer {
  const person = personOfPath(service, call);
  const { caller } = call;
  const readsOwn = caller.kind === 'person' && caller.permissions.has('Presence.Read');
  if (!readsAll(caller) && !(readsOwn && person?.id === caller.id)) throw notAllowed();
  if (person === undefined) {
    throw new GraphFailure(404, 'NotFound', 'The user could not be found.');
  }
  const context = `users('${person.id}')/presence/$entity`;
  return entityAnswer(call, context, presenceOf(person.id, person));
}

/** Of up to 650 people; of whom nothing is known is `PresenceUnknown`. */
export function getPresences(service: DirectoryService, call: GraphCall): GraphAnswer {
  if (!readsAll(call.caller)) throw notAllowed();
  const ids = isObject(call.body) ? call.body['ids'] : undefined;
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every(isGuid)) {
    throw new GraphFailure(400, 'BadRequest', "The 'ids' must be object ids of users.");
  }
  if (ids.length > MAX_IDS) {
    throw new GraphFailure(400, 'BadRequest', `At most ${MAX_IDS} user ids are supported.`);
  }
  return {
    status: 200,
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#Collection(microsoft.graph.presence)`,
      value: ids.map((id) => presenceOf(id.toLowerCase(), service.people.get(id.toLowerCase()))),
    }),
  };
}

function presenceOf(id: string, person: Person | undefined): Entity {
  const { availability, activity } =
    person === undefined
      ? { availability: 'PresenceUnknown', activity: 'PresenceUnknown' }
      : (person.presence ?? { availability: 'Available', activity: 'Available' });
  return {
    id,
    availability,
    activity,
    statusMessage: null,
    outOfOfficeSettings: { message: null, isOutOfOffice: false },
    sequenceNumber: null,
    workLocation: null,
  };
}

function readsAll({ permissions }: Caller): boolean {
  return READERS_OF_ALL.some((name) => permissions.has(name));
}

function notAllowed(): GraphFailure {
  return new GraphFailure(403, 'Forbidden', 'The token lacks a permission to read presence.');
}

function isGuid(id: unknown): id is string {
  return typeof id === 'string' && GUID.test(id);
}
