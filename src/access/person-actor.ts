/** As long as Redis takes it in `createdBy`. */
const longest = 128;

/**
 * What a person is called in `createdBy`, `updatedBy` and the audit log: the sign-in name, which people can read. Keys cannot be
 * called so, because theirs hold no "@". Who somebody is says the owner, never the name: names move on to others.
 */
export function actorOfPerson(person: {
  /** The object id. */
  readonly oid: string;
  readonly userName: string | null;
}): string {
  const name = person.userName?.trim().toLowerCase() ?? '';
  return name.includes('@') && name.length <= longest ? name : `person:${person.oid}`;
}
