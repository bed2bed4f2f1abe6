import { ProblemError, type FieldProblem } from '../../domain/problem.js';
import type { LookUp } from './look-up.js';

/** What names may mean in inputs. */
export type NamedThing =
  | 'person'
  | 'bucket'
  | 'label'
  | 'plan'
  | 'board'
  | 'row'
  | 'group'
  | 'team'
  | 'channel'
  | 'chat'
  | 'folder'
  | 'calendar'
  | 'list'
  | 'drive';

export type Unclear = Exclude<LookUp, { readonly kind: 'one' }>;

const unknown: Readonly<Record<NamedThing, string>> = {
  person: 'is nobody in the directory, by display name, mail address, sign-in name or id',
  bucket: 'is no bucket of the plan, by name or id',
  label: 'is no label of the plan, by name or as category1 to category25',
  plan: 'is no linked plan, by title or id',
  board: 'is no plan that this account can reach, by title or id (planner_list_plans)',
  row: 'is no row of the checklist, by title or id',
  group: 'is no group that can be seen, by name, mail address or id',
  team: 'is no team that can be seen, by name or id',
  channel: 'is no channel of the team, by name or id',
  chat: 'is no chat that can be seen, by topic, by who is in it or by id',
  folder: 'is no mail folder, by name or id',
  calendar: 'is no calendar, by name or id',
  list: 'is no To Do list, by name or id',
  drive: 'is no drive that can be seen, by name or id',
};

const plural: Readonly<Record<NamedThing, string>> = {
  person: 'people',
  bucket: 'buckets',
  label: 'labels',
  plan: 'plans',
  board: 'plans',
  row: 'rows',
  group: 'groups',
  team: 'teams',
  channel: 'channels',
  chat: 'chats',
  folder: 'folders',
  calendar: 'calendars',
  list: 'lists',
  drive: 'drives',
};

/** What is wrong with a name, with what it may have meant. */
export function nameProblem(field: string, thing: NamedThing, found: Unclear): FieldProblem {
  switch (found.kind) {
    case 'several': {
      const message = `fits several ${plural[thing]}; send the id of the one that is meant`;
      return { field, message, candidates: found.candidates };
    }
    case 'none': {
      const { candidates, isFar } = found;
      const [nearest] = candidates;
      const message = unknown[thing];
      if (nearest === undefined) return { field, message };
      // Who follows the suggestion of what is not near does it to the wrong one.
      if (isFar === true) return { field, message, candidates };
      return { field, message, suggestion: nearest.name, candidates };
    }
    case 'planless':
      return { field, message: 'needs a plan that Planner knows, to be looked up by name in it' };
    case 'away':
      return { field, message: 'cannot be looked up by name now; an id needs no looking up' };
  }
}

/** The same as an error. Where Graph is to blame, with its code, so that the caller knows whether to come again. */
export function toNameError(problem: FieldProblem, found: Unclear): ProblemError {
  const { field, message } = problem;
  const detail = `${field}: ${message}`;
  const errors = [problem];
  if (found.kind !== 'away') return new ProblemError('invalid_input', detail, { errors });
  const { code, message: reason, extra } = found.cause;
  const away = new ProblemError(code, `${detail}. ${reason}`, { ...extra, errors });
  away.cause = found.cause;
  return away;
}
