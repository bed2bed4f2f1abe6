import * as z from 'zod';

/** A JSON Schema of 2020-12, which OpenAPI 3.1 takes as it is. */
export type OpenApiSchema = z.core.JSONSchema.BaseSchema & {
  readonly properties?: Readonly<Record<string, z.core.JSONSchema.BaseSchema>>;
};

export function refTo(component: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${component}` };
}

/** What a caller may send: nothing else is taken. */
export function toInputSchema(schema: z.ZodType): OpenApiSchema {
  return withoutDialect(z.toJSONSchema(schema, { io: 'input' }));
}

/** What is answered. It may gain members in a later version: a client of today must not fail on them. */
export function toOutputSchema(schema: z.ZodType): OpenApiSchema {
  return withoutDialect(
    z.toJSONSchema(schema, {
      io: 'output',
      override: ({ jsonSchema }) => {
        delete jsonSchema.additionalProperties;
      },
    }),
  );
}

function withoutDialect(json: z.core.JSONSchema.BaseSchema): OpenApiSchema {
  const { $schema: _dialect, ...schema } = json;
  return JSON.parse(JSON.stringify(schema));
}
