import type { z } from 'zod';
import type { Person } from '../../entra/directory.js';

/** What became of an action: the id of what was made or changed. */
export interface ActionDone {
  readonly id: string;
}

/** Something that a person does in Outlook, To Do or Teams, beside Graph. */
export interface PersonAction {
  /** `turn` counts from 1 when an action is done several times. Throws a `ZodError` or `NothingToDo`. */
  run(person: Person, input: unknown, turn: number): ActionDone;
}

export type PersonActions = Readonly<Record<string, PersonAction>>;

/** There is nothing here that the action could be done to. */
export class NothingToDo extends Error {}

export function action<Schema extends z.ZodType>(
  schema: Schema,
  run: (person: Person, input: z.output<Schema>, turn: number) => ActionDone,
): PersonAction {
  return { run: (person, input, turn) => run(person, schema.parse(input), turn) };
}

/** What was found, or a failure that says what was looked for. */
export function needed<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new NothingToDo(`There is no ${what} to do this to.`);
  return found;
}

/** A burst numbers its texts, so that each can be told from the others. */
export function numbered(text: string, turn: number): string {
  return turn === 1 ? text : `${text} (${turn})`;
}
