import * as z from 'zod';

const text = z.string().nullish().catch(undefined);

/** Object ids are compared as they are written; Graph itself does not look at their case. */
export const directoryId = z
  .string()
  .min(1)
  .transform((value) => value.toLowerCase());

/**
 * What we read of a person. With User.ReadBasic.All the names and addresses, the rest is null:
 * https://learn.microsoft.com/graph/api/resources/user
 */
export const userProperties = {
  id: directoryId,
  displayName: text,
  givenName: text,
  surname: text,
  mail: text,
  userPrincipalName: text,
  jobTitle: text,
  department: text,
  officeLocation: text,
  preferredLanguage: text,
};
