import * as z from 'zod';
import { ProblemError, type Candidate } from '../../domain/problem.js';

export const itemIdInput = z.string().min(1).max(500).describe('The id of the item.');
export const linkIdInput = z.string().min(1).max(500).describe('The id of the link.');

/** One of what a task holds, by its id. ProblemError not_found, with what there is. */
export function requirePart<Part extends { readonly id: string }>(
  parts: readonly Part[],
  id: string,
  { field, nameOf }: { readonly field: string; readonly nameOf: (part: Part) => string },
): Part {
  const part = parts.find((one) => one.id === id);
  if (part !== undefined) return part;
  const message = 'is nothing that this task holds';
  const candidates = parts.map((one): Candidate => ({ id: one.id, name: nameOf(one) }));
  throw new ProblemError('not_found', `${field}: ${message}`, {
    errors: [{ field, message, candidates }],
  });
}
