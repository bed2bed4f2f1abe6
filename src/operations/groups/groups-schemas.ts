import * as z from 'zod';
import type { GraphGroup } from '../../graph/people/groups.js';

/** What is known of a group; what Microsoft does not say is left out. */
export const groupSchema = z.object({
  id: z.string(),
  name: z.string(),
  mail: z.string().optional(),
  description: z.string().optional(),
  visibility: z.string().optional(),
  kind: z.enum(['microsoft365', 'other']).describe('Only those of microsoft365 hold plans.'),
  hasTeam: z.boolean(),
});

export type GroupRow = z.infer<typeof groupSchema>;

export function toGroup(group: GraphGroup): GroupRow {
  const { id, displayName, mail, description, visibility } = group;
  return {
    id,
    name: displayName ?? mail ?? id,
    ...(mail != null && mail !== '' && { mail }),
    ...(description != null && description !== '' && { description }),
    ...(visibility != null && visibility !== '' && { visibility }),
    kind: group.groupTypes?.includes('Unified') === true ? 'microsoft365' : 'other',
    hasTeam: group.resourceProvisioningOptions?.includes('Team') === true,
  };
}

/** Members that other people wrote. */
export const textOfGroup = (at: string): readonly string[] => [`${at}.description`];
