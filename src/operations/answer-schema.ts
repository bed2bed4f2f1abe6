import * as z from 'zod';

/** A JSON Schema of 2020-12. */
export type AnswerSchema = z.core.JSONSchema.BaseSchema & {
  readonly properties?: Readonly<Record<string, z.core.JSONSchema.BaseSchema>>;
};

/**
 * JSON Schema of what is answered. An answer may gain members in a later version: a client of today must not fail on them.
 * Without `$schema`: clients that only know draft 7 would refuse the 2020-12 name, and nothing here needs it.
 */
export function toAnswerSchema(schema: z.ZodType): AnswerSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  return JSON.parse(JSON.stringify(json));
}
