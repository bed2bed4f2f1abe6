import type { z } from 'zod';
import { toOwnError } from './gateway/graph-failure.js';

/** Graph's answer in the shape we rely on; a GraphError that names the property, never its value, otherwise. */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  applied: 'no' | 'unknown',
): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw toOwnError(
    'unexpected',
    `The answer of Microsoft Graph is not as documented: ${propertyOf(parsed.error)}`,
    applied,
  );
}

/** Where the first thing stands that is not as it should be. */
export function propertyOf(error: z.ZodError): string {
  const where = error.issues[0]?.path.map(namedPart).join('.') ?? '';
  return where === '' ? 'the body' : where;
}

/** Keys of Planner's maps are URLs and ids of people. */
function namedPart(part: PropertyKey): string {
  return /^[@\w.]{1,40}$/.test(String(part)) ? String(part) : '…';
}
