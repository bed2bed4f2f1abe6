import type { z } from 'zod';
import { toOwnError } from '../gateway/graph-failure.js';

/** Graph's answer in the shape we rely on; a GraphError that names the property, never its value, otherwise. */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  applied: 'no' | 'unknown',
): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(namedPart).join('.') ?? '';
  const at = where === '' ? 'the body' : where;
  throw toOwnError(
    'unexpected',
    `The answer of Microsoft Graph is not as documented: ${at}`,
    applied,
  );
}

/** Keys of Planner's maps are URLs and ids of people. */
function namedPart(part: PropertyKey): string {
  return /^[@\w.]{1,40}$/.test(String(part)) ? String(part) : '…';
}
