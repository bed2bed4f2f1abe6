import { z } from 'zod';
import type { TenantContext } from '../../graph/tenant-context.js';
import { action, type PersonActions } from './person-action.js';

/** Words of https://learn.microsoft.com/graph/api/resources/presence */
const AVAILABILITIES = [
  'Available',
  'Away',
  'BeRightBack',
  'Busy',
  'DoNotDisturb',
  'Offline',
] as const;

/** How people show themselves to others. */
export function createPresenceActions({ people }: TenantContext): PersonActions {
  return {
    setPresence: action(
      z.strictObject({ availability: z.enum(AVAILABILITIES), activity: z.string().optional() }),
      (person, { availability, activity }) => {
        people.put(person.id, {
          ...person,
          presence: { availability, activity: activity ?? availability },
        });
        return { id: person.id };
      },
    ),
  };
}
