import { graphSegment } from '../graph-segment.js';

/** `person`: `/users/{id}`. */
export interface ListPlace {
  readonly person: string;
  readonly listId: string;
}

export interface TaskPlace extends ListPlace {
  readonly taskId: string;
}

export function taskPath({ person, listId, taskId }: TaskPlace): string {
  return `${person}/todo/lists/${graphSegment(listId)}/tasks/${graphSegment(taskId)}`;
}
