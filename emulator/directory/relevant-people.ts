import type { Person } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity, EntityKind } from '../odata/entity.js';
import { listAnswer } from '../odata/list.js';
import { userToEntity } from './directory-entities.js';
import {
  badDirectoryRequest,
  directoryObjectNotFound,
  insufficientPrivileges,
} from './directory-failures.js';
import type { DirectoryService } from './directory-service.js';
import { personOfPath } from './relations.js';

const personKind: EntityKind = { typeName: 'person', badQuery: badDirectoryRequest };

/** A colleague and how close she works to somebody. */
interface Colleague {
  readonly person: Person;
  readonly score: number;
}

/**
 * Who works closest to somebody comes first: managers and reports before those of the same groups. How the service weighs
 * mail and meetings is its own. https://learn.microsoft.com/graph/api/user-list-people
 */
export function listPeople(service: DirectoryService, call: GraphCall): GraphAnswer {
  const { caller, query } = call;
  const person = personOfPath(service, call);
  const isOwn = caller.kind === 'person' && caller.id === person?.id;
  const readsOwn = isOwn && caller.permissions.has('People.Read');
  if (!readsOwn && !caller.permissions.has('People.Read.All')) throw insufficientPrivileges();
  if (person === undefined) throw directoryObjectNotFound(call.segments[1] ?? '');
  const search = query.get('$search');
  if (search !== null && !isOwn) {
    throw badDirectoryRequest('$search finds people only around the signed-in user.');
  }
  if (search !== null && query.get('$skip') !== null) {
    throw badDirectoryRequest('$skip is not supported together with $search.');
  }
  const colleagues = colleaguesOf(service, person).filter(
    (each) => search === null || isCalled(each.person, search),
  );
  return listAnswer<Colleague>(call, colleagues, {
    kind: personKind,
    context: `users('${person.id}')/people`,
    top: { default: 10, max: 1000 },
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$search'],
    count: 'asked',
    paging: '$skip',
    fieldsOf: toEntity,
    toEntity,
  });
}

function colleaguesOf(service: DirectoryService, self: Person): readonly Colleague[] {
  const groups = [...service.groups.values()].filter(({ memberIds }) =>
    memberIds.includes(self.id),
  );
  return [...service.people.values()]
    .filter(({ id }) => id !== self.id)
    .map((person) => {
      const isLine = person.managerId === self.id || self.managerId === person.id;
      const shared = groups.filter(({ memberIds }) => memberIds.includes(person.id)).length;
      return { person, score: shared * 10 + (isLine ? 15 : 0) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}

function isCalled({ displayName, mail }: Person, search: string): boolean {
  const wanted = fold(search.replaceAll('"', '').trim());
  return [...fold(displayName).split(/\s+/), mail].some((word) => word.startsWith(wanted));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

function toEntity({ person, score }: Colleague): Entity {
  const user = userToEntity(person);
  return {
    id: person.id,
    displayName: person.displayName,
    givenName: user['givenName'],
    surname: user['surname'],
    birthday: '',
    personNotes: '',
    isFavorite: false,
    jobTitle: person.jobTitle,
    companyName: null,
    yomiCompany: '',
    department: person.department ?? null,
    officeLocation: person.officeLocation ?? null,
    profession: '',
    userPrincipalName: person.mail,
    imAddress: `sip:${person.mail}`,
    scoredEmailAddresses: [
      { address: person.mail, relevanceScore: score, selectionLikelihood: 'notSpecified' },
    ],
    phones: [],
    postalAddresses: [],
    websites: [],
    personType: { class: 'Person', subclass: 'OrganizationUser' },
  };
}
