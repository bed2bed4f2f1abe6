import * as z from 'zod';
import type { Operation } from '../define-operation.js';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export interface InputSchema {
  readonly [name: string]: unknown;
  readonly type: 'object';
  readonly properties?: { readonly [name: string]: { [name: string]: Json } };
  readonly required?: string[];
}

/** A length that nobody comes near by mistake costs more tokens than it saves calls. */
const longestWorthSaying = 255;

/**
 * JSON Schema of an operation's arguments as models are shown it, with nothing in it that does not help to make a call. The
 * operation itself checks more strictly, and says what is wrong.
 */
export function toInputSchema({ input }: Pick<Operation, 'input'>): InputSchema {
  // Without `$schema`: clients that only know draft 7 would refuse the 2020-12 name, and nothing here needs it.
  const { $schema: _dialect, ...json } = z.toJSONSchema(input, {
    io: 'input',
    override: ({ jsonSchema }) => shorten(jsonSchema),
  });
  return { ...JSON.parse(JSON.stringify(json)), type: 'object' };
}

function shorten(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minLength === 1) delete schema.minLength;
  if (schema.maxLength !== undefined && schema.maxLength > longestWorthSaying)
    delete schema.maxLength;
  if (schema.minItems === 1) delete schema.minItems;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.type === 'object' && schema.propertyNames !== undefined) delete schema.propertyNames;
}
