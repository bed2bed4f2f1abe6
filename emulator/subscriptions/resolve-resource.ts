import type { EmulatorState } from '../state/emulator-state.js';

/** What a path of a subscription names, when it names something that is there. */
export interface ResolvedResource {
  /** Canonical: people by object id, well-known folders by their name. */
  readonly path: string;
  /** The people that it is of: their token opens it. `null`: anybody's with the permission. */
  readonly ownerIds: readonly string[] | null;
}

type States = Pick<EmulatorState, 'people' | 'groups' | 'outlook' | 'todo' | 'teams' | 'planner'>;

/** Follows the ids of a path, whose keywords are in Graph's own case; says which of them is not there otherwise. */
export function resolveResource(
  states: States,
  path: readonly string[],
): ResolvedResource | { readonly missing: string } {
  const [set, id, ...rest] = path;
  const isAll = id === undefined || id.startsWith('getAll');
  if (isAll) return { path: path.join('/'), ownerIds: null };
  switch (set) {
    case 'users':
      return resolveOfUser(states, id, rest);
    case 'groups': {
      const groupId = id.toLowerCase();
      const group = states.groups.get(groupId);
      if (group === undefined) return { missing: `group '${id}'` };
      const ownerIds = rest[0] === 'conversations' ? group.memberIds : null;
      return { path: ['groups', groupId, ...rest].join('/'), ownerIds };
    }
    case 'chats': {
      const chat = states.teams.chats.get(id);
      return chat === undefined
        ? { missing: `chat '${id}'` }
        : { path: path.join('/'), ownerIds: chat.memberIds };
    }
    case 'teams':
      return resolveOfTeam(states, id, rest);
    case 'planner': {
      const [planId = ''] = rest;
      return states.planner.plans.get(planId) === undefined
        ? { missing: `plan '${planId}'` }
        : { path: path.join('/'), ownerIds: null };
    }
    default:
      return { missing: path.join('/') };
  }
}

function resolveOfUser(
  { people, outlook, todo }: States,
  id: string,
  rest: readonly string[],
): ReturnType<typeof resolveResource> {
  const name = id.toLowerCase();
  const person = people.get(name) ?? [...people.values()].find(({ mail }) => mail === name);
  if (person === undefined) return { missing: `user '${id}'` };
  const ownerIds = rest.length === 0 ? null : [person.id];
  const [part, key, ...further] = rest;
  if (part === 'mailFolders' && key !== undefined) {
    const folder = outlook.foldersOf
      .recordsOf(person.id)
      .find((candidate) => candidate.id === key || candidate.wellKnownName === key.toLowerCase());
    if (folder === undefined) return { missing: `folder '${key}'` };
    const folderName = folder.id === key ? key : key.toLowerCase();
    return { path: ['users', person.id, part, folderName, ...further].join('/'), ownerIds };
  }
  const [listId] = further;
  if (part === 'todo' && listId !== undefined && todo.lists.get(listId)?.ownerId !== person.id) {
    return { missing: `list '${listId}'` };
  }
  return { path: ['users', person.id, ...rest].join('/'), ownerIds };
}

function resolveOfTeam(
  { teams, groups }: States,
  id: string,
  rest: readonly string[],
): ReturnType<typeof resolveResource> {
  const teamId = id.toLowerCase();
  if (teams.teams.get(teamId) === undefined) return { missing: `team '${id}'` };
  const [part, channelId] = rest;
  const isChannel = part === 'channels' && channelId !== undefined;
  if (isChannel && teams.channels.get(channelId)?.teamId !== teamId) {
    return { missing: `channel '${channelId}'` };
  }
  return {
    path: ['teams', teamId, ...rest].join('/'),
    ownerIds: groups.get(teamId)?.memberIds ?? null,
  };
}
