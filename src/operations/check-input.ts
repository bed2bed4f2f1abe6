import type * as z from 'zod';
import { ProblemError, type FieldProblem } from '../domain/problem.js';
import type { OperationCall } from './operation-call.js';
import { nearestName } from './nearest-name.js';

/** Older spellings and the name they stand for. */
export type InputAliases = Readonly<Record<string, string>>;

/**
 * The input as the schema has it. Throws ProblemError `invalid_input` with every problem found, each named by the
 * caller's own field; unknown names come with the nearest known one.
 */
export function checkInput<Schema extends z.ZodObject>(
  schema: Schema,
  call: Pick<OperationCall, 'params' | 'input'>,
  aliases: InputAliases = {},
): z.output<Schema> {
  const problems: FieldProblem[] = [];
  const input = gather(call, aliases, problems);
  const result = schema.safeParse(input, { reportInput: true });
  if (!result.success) {
    const names = Object.keys(schema.shape);
    for (const issue of result.error.issues) problems.push(...toFieldProblems(issue, names));
  }
  if (!result.success || problems.length > 0) {
    throw new ProblemError('invalid_input', summary(problems), { errors: problems });
  }
  return result.data;
}

/** One sentence over a list of problems. */
export function summary(problems: readonly FieldProblem[]): string {
  const [first] = problems;
  if (problems.length === 1 && first !== undefined) return `${first.field}: ${first.message}`;
  return `${problems.length} problems: ${problems.map(({ field }) => field).join(', ')}`;
}

function gather(
  call: Pick<OperationCall, 'params' | 'input'>,
  aliases: InputAliases,
  problems: FieldProblem[],
): Record<string, unknown> {
  const { input } = call;
  if (
    input !== undefined &&
    (typeof input !== 'object' || input === null || Array.isArray(input))
  ) {
    const problem = { field: 'arguments', message: 'must be an object' };
    throw new ProblemError('invalid_input', summary([problem]), { errors: [problem] });
  }
  const gathered: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input ?? {})) {
    const name = (Object.hasOwn(aliases, key) ? aliases[key] : undefined) ?? key;
    if (Object.hasOwn(gathered, name)) {
      problems.push({ field: key, message: `the same as ${name}; send one of the two` });
    }
    Object.defineProperty(gathered, name, { value, enumerable: true, configurable: true });
  }
  for (const [name, value] of Object.entries(call.params ?? {})) {
    if (Object.hasOwn(gathered, name) && gathered[name] !== value) {
      problems.push({ field: name, message: 'differs between path and body; send one of the two' });
    }
    gathered[name] = value;
  }
  return gathered;
}

function toFieldProblems(issue: z.core.$ZodIssue, names: readonly string[]): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => {
      const suggestion = nearestName(field, names);
      const known = `known here: ${names.join(', ') || 'none'}`;
      return {
        field,
        message: suggestion === undefined ? `is not known; ${known}` : 'is not known',
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    });
  }
  const field = issue.path.join('.') || 'arguments';
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const suggestion =
      typeof issue.input === 'string' ? nearestName(issue.input, values) : undefined;
    return [
      {
        field,
        message: `must be one of ${values.join(', ')}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ];
  }
  return [{ field, message: toMessage(issue) }];
}

function toMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${withArticle(issue.expected === 'int' ? 'whole number' : issue.expected)}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must have ${issue.minimum} or more characters`
        : `must be ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have ${issue.maximum} or fewer characters`
        : `must be ${issue.maximum} or less`;
    case 'invalid_format':
      return (
        (Object.hasOwn(formats, issue.format) ? formats[issue.format] : undefined) ?? issue.message
      );
    default:
      return issue.message;
  }
}

/** How what has a form is written. */
const formats: Readonly<Record<string, string>> = {
  date: 'must be a day like 2026-11-26',
  datetime: 'must be a time with its zone, like 2026-11-26T09:00:00Z',
  url: 'must be a whole address, like https://example.com/page',
};

function withArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
