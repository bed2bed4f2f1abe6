import * as z from 'zod';
import { isAddress } from '../../metadata/wanted.js';
import type { ActionDeps } from '../define-action.js';
import { requirePersonId } from '../names/require-id.js';
import { wrongInput } from '../wrong-input.js';

/** Somebody by their mail address, as calendars know people. */
export interface Invitee {
  readonly address: string;
  /** Null: not looked up. */
  readonly name: string | null;
}

const personSchema = z.object({
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** Names are looked up; an address is taken as it is, as people outside may be invited too. ProblemErrors as of `requirePersonId`. */
export function findInvitees(
  deps: Pick<ActionDeps, 'names' | 'metadata'>,
  people: readonly string[],
  field: string,
): Promise<readonly Invitee[]> {
  return Promise.all(
    people.map(async (person, index): Promise<Invitee> => {
      const text = person.trim();
      if (isAddress(text)) return { address: text, name: null };
      const place = `${field}.${index}`;
      return addressOf(deps, await requirePersonId(deps.names, text, place), place);
    }),
  );
}

/** By object id. */
export async function addressOf(
  { metadata }: Pick<ActionDeps, 'metadata'>,
  personId: string,
  field: string,
): Promise<Invitee> {
  const { json } = await metadata.read('users', personId);
  const { displayName, mail, userPrincipalName } = personSchema.parse(JSON.parse(json));
  const address = mail ?? userPrincipalName;
  if (address == null) throw wrongInput(field, 'has no mail address');
  return { address, name: displayName ?? null };
}

export function nameOf({ name, address }: Invitee): string {
  return name ?? address;
}

/** `Ana Lopez`, `Ana Lopez and Ben Ito`, `Ana Lopez and 3 others` */
export function namesOf(invitees: readonly Invitee[]): string {
  const [first, second] = invitees;
  if (first === undefined) return 'nobody';
  if (second === undefined) return nameOf(first);
  if (invitees.length === 2) return `${nameOf(first)} and ${nameOf(second)}`;
  return `${nameOf(first)} and ${invitees.length - 1} others`;
}

/** https://learn.microsoft.com/graph/api/resources/attendee */
export function toAttendee({ address, name }: Invitee, type: 'required' | 'optional') {
  return { type, emailAddress: { address, ...(name !== null && { name }) } };
}
