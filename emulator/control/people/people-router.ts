import { Router } from 'express';
import { z } from 'zod';
import { GraphFailure } from '../../graph/graph-failure.js';
import type { FilesService } from '../../files/files-service.js';
import type { OutlookService } from '../../outlook/outlook-service.js';
import type { TeamsService } from '../../teams/teams-service.js';
import type { TodoService } from '../../todo/todo-service.js';
import type { ConversationsService } from '../../conversations/conversations-service.js';
import { createCalendarActions } from './calendar-actions.js';
import { createGroupActions } from './group-actions.js';
import { createFileActions } from './file-actions.js';
import { createMailActions } from './mail-actions.js';
import { NothingToDo, type PersonActions } from './person-action.js';
import { personCalled } from './person-called.js';
import { createPresenceActions } from './presence-actions.js';
import { createTeamsActions } from './teams-actions.js';
import { createTodoActions } from './todo-actions.js';

export interface PeopleControlOptions {
  readonly outlook: OutlookService;
  readonly todo: TodoService;
  readonly teams: TeamsService;
  readonly files: FilesService;
  readonly conversations: ConversationsService;
  commit(): void;
}

const actionSchema = z.looseObject({
  action: z.string(),
  /** How often it is done, one after the other. */
  count: z.int().min(1).max(10_000).default(1),
});

/** `POST /people/{id}/actions`: lets a person of the tenant do something in Outlook, To Do or Teams. */
export function createPeopleControl(options: PeopleControlOptions): Router {
  const { outlook, todo, teams, conversations, files } = options;
  const actions: PersonActions = {
    ...createMailActions(outlook),
    ...createCalendarActions(outlook),
    ...createTodoActions(todo),
    ...createTeamsActions(teams),
    ...createFileActions(files),
    ...createPresenceActions(teams),
    ...createGroupActions(conversations),
  };
  const router = Router();
  router.post('/people/:id/actions', (request, response) => {
    const person = personCalled(outlook, request.params.id);
    if (person === undefined) {
      response.status(404).json({ error: `Nobody here is called ${request.params.id}` });
      return;
    }
    const { action, count, ...input } = actionSchema.parse(request.body);
    const chosen = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (chosen === undefined) {
      const names = Object.keys(actions).join(', ');
      response.status(400).json({ error: `The action must be one of ${names}` });
      return;
    }
    const done: string[] = [];
    try {
      for (let turn = 1; turn <= count; turn += 1) done.push(chosen.run(person, input, turn).id);
      response.json({ done: done.map((id) => ({ id })) });
    } catch (error) {
      const isExpected = error instanceof NothingToDo || error instanceof GraphFailure;
      if (!isExpected) throw error;
      response.status(409).json({ error: error.message, done: done.map((id) => ({ id })) });
    } finally {
      options.commit();
    }
  });
  return router;
}
