import { ProblemError, type FieldProblem } from '../domain/problem.js';
import { nearestName } from '../operations/nearest-name.js';
import { summary } from '../operations/check-input.js';

/**
 * The query of a request target; throws ProblemError where a parameter is given twice that is no list. The members of a
 * list are parameters of one name, or stand in one with commas between them.
 */
export function parseQuery(target: string, lists: readonly string[] = []): Record<string, unknown> {
  const start = target.indexOf('?');
  const query: Record<string, unknown> = {};
  if (start === -1) return query;
  const problems: FieldProblem[] = [];
  const parameters = new URLSearchParams(target.slice(start + 1));
  for (const [name, text] of parameters) {
    const isList = lists.includes(name);
    const value = isList ? parameters.getAll(name).flatMap((part) => part.split(',')) : text;
    if (!isList && Object.hasOwn(query, name))
      problems.push({ field: name, message: 'is given twice' });
    // Not an assignment: a parameter named __proto__ is a parameter.
    Object.defineProperty(query, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  if (problems.length > 0) throw invalidQuery(problems);
  return query;
}

/** Refuses parameters that the route does not know, naming the nearest one that it does. */
export function refuseUnknown(query: Record<string, unknown>, known: readonly string[]): void {
  const problems: FieldProblem[] = [];
  for (const field of Object.keys(query)) {
    if (known.includes(field)) continue;
    const suggestion = nearestName(field, known);
    problems.push({
      field,
      message: 'is no parameter of this request',
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (problems.length > 0) throw invalidQuery(problems);
}

/** Query text is all text: turns whole numbers into numbers where the route expects them. */
export function readNumbers(query: Record<string, unknown>, fields: readonly string[]): void {
  for (const field of fields) {
    const text = query[field];
    if (typeof text === 'string' && /^-?\d{1,15}$/.test(text)) query[field] = Number(text);
  }
}

/** The same for `true` and `false`. */
export function readBooleans(query: Record<string, unknown>, fields: readonly string[]): void {
  for (const field of fields) {
    const text = query[field];
    if (text === 'true' || text === 'false') query[field] = text === 'true';
  }
}

function invalidQuery(errors: readonly FieldProblem[]): ProblemError {
  return new ProblemError('invalid_input', summary(errors), { errors });
}
