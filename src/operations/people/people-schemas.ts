import * as z from 'zod';
import type { GraphPerson } from '../../graph/people/people.js';

/** What tells people apart; what Microsoft does not say is left out. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  mail: z.string().optional(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
});

/** All that is told of one person. */
export const profileSchema = personSchema.extend({
  userPrincipalName: z.string().optional(),
  office: z.string().optional(),
  mobilePhone: z.string().optional(),
  businessPhones: z.array(z.string()).optional(),
  language: z.string().optional(),
});

export type PersonRow = z.infer<typeof personSchema>;
type Profile = z.infer<typeof profileSchema>;

export function toPerson(person: GraphPerson): PersonRow {
  const { id, displayName, mail, userPrincipalName, jobTitle, department } = person;
  const address = given(mail) ?? given(userPrincipalName);
  return {
    id,
    name: given(displayName) ?? address ?? id,
    ...only('mail', address),
    ...only('jobTitle', jobTitle),
    ...only('department', department),
  };
}

export function toProfile(person: GraphPerson): Profile {
  const { businessPhones } = person;
  return {
    ...toPerson(person),
    ...only('userPrincipalName', person.userPrincipalName),
    ...only('office', person.officeLocation),
    ...only('mobilePhone', person.mobilePhone),
    ...(businessPhones != null && businessPhones.length > 0 && { businessPhones }),
    ...only('language', person.preferredLanguage),
  };
}

function only<Name extends string>(
  name: Name,
  value: string | null | undefined,
): Partial<Record<Name, string>> {
  const text = given(value);
  const member: Partial<Record<Name, string>> = {};
  if (text !== undefined) member[name] = text;
  return member;
}

function given(text: string | null | undefined): string | undefined {
  return text == null || text === '' ? undefined : text;
}
