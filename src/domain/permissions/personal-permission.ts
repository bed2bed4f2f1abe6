import { features } from './features.js';

/** Delegated permissions to which a person may consent, unless the tenant's settings forbid that. */
const personal =
  /^(?:Tasks|Mail|Calendars|Chat)\.|^Files\.Read(?:Write)?$|^ChatMessage\.Send$|^ChatMember\.Read$|^ChannelMessage\.Send$|^(?:Team|Channel|User)\.ReadBasic\.All$|^User\.Read$/;

/** Whether a person may give it. https://learn.microsoft.com/graph/permissions-reference: "Admin consent required" */
export function isPersonal(permission: string): boolean {
  return personal.test(permission);
}

/** What people are asked to allow when they sign in: the least of all that we make use of, as far as it is theirs to give. */
export function permissionsAskedOfPeople(): readonly string[] {
  const least = Object.values(features).map(
    ({ permissions: { delegated } }): string => delegated[0],
  );
  const own = new Set(least.filter(isPersonal));
  return [...own].filter((name) => !own.has(`${name}Write`)).toSorted();
}
