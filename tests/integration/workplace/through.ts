import type { AnswerJson, CallAnswer, Door } from './doors.js';
import type { Workplace } from './start-workplace.js';

/** The door of that name. */
export function doorOf(place: Workplace, name: Door['name']): Door {
  const door = place.doors.find((one) => one.name === name);
  if (door === undefined) throw new Error('There is no such door');
  return door;
}

/** The rows that an answer lists; throws with the problem where it has none. */
export function rowsIn(answer: CallAnswer, member: string): readonly AnswerJson[] {
  const rows: unknown = answer.value[member];
  if (Array.isArray(rows)) return rows as readonly AnswerJson[];
  throw new Error(`No ${member}: ${JSON.stringify(answer.value)}`);
}

export function textIn(json: AnswerJson | undefined, member: string): string {
  const text: unknown = json?.[member];
  if (typeof text === 'string') return text;
  throw new Error(`No ${member}: ${JSON.stringify(json)}`);
}
