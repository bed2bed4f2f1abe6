import * as z from 'zod';

/** `fields` of an operation whose rows have these members. */
export function fieldsInput(names: readonly string[]) {
  return z.array(z.enum(names)).min(1).optional().describe('Only these members, and id.');
}

/** A member of an answer, a row or a list of rows, of which callers may ask for some members. */
export interface Selection {
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** The answer with what was asked for; `fields`: undefined for all. */
  pick(json: string, fields: readonly string[] | undefined): string;
}

/**
 * Lets callers choose (`fields`) what they are told of the rows in `member` of the output: all members of a row but its id,
 * which is always there. TypeError where the member holds no rows with ids.
 */
export function selectionOf(
  { input, output }: { readonly input: z.ZodObject; readonly output: z.ZodObject },
  member: string,
): Selection {
  const held = output.shape[member];
  const row = held instanceof z.ZodArray ? held.element : held;
  if (!(row instanceof z.ZodObject) || !('id' in row.shape)) {
    throw new TypeError(`${member} holds no rows with ids`);
  }
  const names = Object.keys(row.shape).filter((name) => name !== 'id');
  const some = row.partial().required({ id: true });
  return {
    input: input.extend({ fields: fieldsInput(names) }),
    output: output.extend({ [member]: held instanceof z.ZodArray ? z.array(some) : some }),
    pick(json, fields) {
      if (fields === undefined) return json;
      const answer = JSON.parse(json) as Record<string, unknown>;
      const wanted = new Set(['id', ...fields]);
      const value = answer[member];
      const picked = Array.isArray(value)
        ? value.map((one: unknown) => pickFields(one, wanted))
        : pickFields(value, wanted);
      return JSON.stringify({ ...answer, [member]: picked });
    },
  };
}

function pickFields(row: unknown, wanted: ReadonlySet<string>): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name)));
}
