import * as z from 'zod';
import type { AnswerSchema } from '../../operations/answer-schema.js';

/** A JSON Schema of 2020-12, which OpenAPI 3.1 takes as it is. */
export type OpenApiSchema = AnswerSchema;

export function refTo(component: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${component}` };
}

/** What a caller may send: nothing else is taken. */
export function toInputSchema(schema: z.ZodType): OpenApiSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'input' });
  return JSON.parse(JSON.stringify(json));
}
