import * as z from 'zod';
import type { Operation } from '../define-operation.js';
import { sharedArguments } from './shared-arguments.js';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export interface InputSchema {
  readonly [name: string]: unknown;
  readonly type: 'object';
  readonly properties?: { readonly [name: string]: { [name: string]: Json } };
  readonly required?: string[];
}

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

/** The same for lists: without what the server says once for all tools. */
export function toListedSchema(operation: Pick<Operation, 'input'>): InputSchema {
  const schema = toInputSchema(operation);
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property;
    const isShared = Object.hasOwn(sharedArguments, name) && description === sharedArguments[name];
    if (!isShared) return [name, property] as const;
    // The members of an answer are seen in it, and a wrong one is answered with all.
    return [name, name === 'fields' ? { ...rest, items: { type: 'string' } } : rest] as const;
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** Lengths that nobody comes near by mistake and patterns that say what `format` says cost more tokens than they save calls. */
function shorten(schema: z.core.JSONSchema.BaseSchema): void {
  delete schema.minLength;
  delete schema.maxLength;
  delete schema.maxItems;
  if (schema.minItems === 1) delete schema.minItems;
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  delete schema.propertyNames;
  if (schema.default === '' || (Array.isArray(schema.default) && schema.default.length === 0)) {
    delete schema.default;
  }
  joinNull(schema);
}

/** `{anyOf: [x, {type: null}]}` as x that may be null. */
function joinNull(schema: z.core.JSONSchema.BaseSchema): void {
  const [only, none, ...others] = schema.anyOf ?? [];
  if (only === undefined || none === undefined || others.length > 0) return;
  if (typeof only !== 'object' || typeof none !== 'object') return;
  if (none.type !== 'null' || only.type === undefined || only.enum !== undefined) return;
  const { type } = only;
  delete schema.anyOf;
  Object.assign(schema, { ...only, ...schema, type: [type, 'null'].flat() });
}
