export type Priority = 'urgent' | 'important' | 'medium' | 'low';

/** Planner's four priorities with the number its own pages write. */
export const priorityLevels = [
  { value: 'urgent', number: 1, name: 'Urgent', icon: 'urgent' },
  { value: 'important', number: 3, name: 'Important', icon: 'important' },
  { value: 'medium', number: 5, name: 'Medium', icon: 'medium' },
  { value: 'low', number: 9, name: 'Low', icon: 'low' },
] as const satisfies readonly { value: Priority; number: number; name: string; icon: string }[];

export type PriorityLevel = (typeof priorityLevels)[number];

/** Graph allows 0 (highest) to 10; https://learn.microsoft.com/graph/api/resources/plannertask says how to read them. */
export function priorityOf(priority: number): PriorityLevel {
  if (priority <= 1) return priorityLevels[0];
  if (priority <= 4) return priorityLevels[1];
  return priority <= 7 ? priorityLevels[2] : priorityLevels[3];
}
