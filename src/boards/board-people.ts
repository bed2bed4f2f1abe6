import { GraphError } from '../domain/graph-error.js';
import { isGuid } from '../domain/guid.js';
import { matchName, type NameMatch } from '../domain/names/match-name.js';
import { createDirectory } from '../graph/directory/directory.js';
import { searchPerson, toNamed } from '../metadata/search-person.js';
import { isAddress } from '../metadata/wanted.js';
import type { BoardDeps, BoardUser } from './board-deps.js';

/** People as the account of a board sees them: the app by the shared cache, a person by the directory itself. */
export interface BoardPeople {
  /** By display name, mail address, sign-in name or id. Failures are GraphErrors and ProblemErrors. */
  match(person: string): Promise<NameMatch>;
  /** Display names by object id; those that cannot be had are left out. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function createBoardPeople(
  { names, people }: Pick<BoardDeps, 'names' | 'people'>,
  { account, graph }: Pick<BoardUser, 'account' | 'graph'>,
): BoardPeople {
  if (account.kind === 'app') {
    return {
      match: async (person) =>
        isGuid(person) ? { kind: 'one', id: person.toLowerCase() } : names.person(person),
      namesOf: (ids) => people.of(ids),
    };
  }
  const directory = createDirectory(graph);
  const held = new Map<string, Promise<string | null>>();
  const nameOf = (id: string): Promise<string | null> => {
    const known = held.get(id);
    if (known !== undefined) return known;
    const asked = readName(id);
    held.set(id, asked);
    return asked;
  };
  const readName = async (id: string): Promise<string | null> => {
    try {
      return (await directory.getUser(id)).displayName ?? null;
    } catch (error) {
      if (error instanceof GraphError) return null;
      throw error;
    }
  };
  return {
    async match(text) {
      const person = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
      if (isGuid(person)) return { kind: 'one', id: person.toLowerCase() };
      if (!isAddress(person)) return searchPerson(directory, person);
      const found = await directory.findByAddress(person.toLowerCase());
      return matchName(person, found.people.map(toNamed));
    },
    async namesOf(ids) {
      const wanted = [...new Set(ids)].filter(isGuid);
      const found = await Promise.all(wanted.map(nameOf));
      return new Map(
        wanted.flatMap((id, at) => {
          const name = found[at] ?? null;
          return name === null ? [] : [[id, name] as const];
        }),
      );
    },
  };
}
