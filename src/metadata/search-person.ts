import { matchName, type Named, type NameMatch } from '../domain/names/match-name.js';
import type { Directory, DirectoryPerson } from '../graph/directory/directory.js';

/** Who is meant by a display name, as the directory has people now. Failures are GraphErrors. */
export async function searchPerson(
  directory: Pick<Directory, 'findByName' | 'findSimilar'>,
  name: string,
): Promise<NameMatch> {
  const same = await directory.findByName(name);
  const match = matchName(name, same.people.map(toNamed));
  if (match.kind !== 'none') return match;
  return searchSimilar(directory, name);
}

/** Graph may compare accents more strictly than people do. */
export async function searchSimilar(
  directory: Pick<Directory, 'findSimilar'>,
  name: string,
): Promise<NameMatch> {
  const { people, isComplete } = await directory.findSimilar(name);
  const match = matchName(name, people.map(toNamed));
  // Another of the same name may be on a page that was not read.
  if (match.kind !== 'one' || isComplete) return match;
  return { kind: 'several', candidates: people.slice(0, 10).map(toNamed) };
}

export function toNamed(person: DirectoryPerson): Named {
  const { id, displayName, mail, userPrincipalName, jobTitle, department } = person;
  const address = mail ?? userPrincipalName;
  const also = [mail, userPrincipalName].filter((one) => one != null);
  return {
    id,
    name: displayName ?? address ?? id,
    also,
    ...(address != null && { mail: address }),
    ...(jobTitle != null && { jobTitle }),
    ...(department != null && { department }),
  };
}
