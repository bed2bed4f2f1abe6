/** What operations are about; a profile of MCP tools holds those of one area. `tasks` is Planner, To Do and what waits for a person. */
export const operationAreas = [
  'tasks',
  'mail',
  'calendar',
  'teams',
  'directory',
  'files',
  'sync',
  'admin',
] as const;

export type OperationArea = (typeof operationAreas)[number];
