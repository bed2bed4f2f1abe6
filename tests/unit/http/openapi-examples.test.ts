import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { toOpenApiDocument } from '../../../src/http/openapi/openapi-document.js';
import type { OperationExamples } from '../../../src/http/openapi/operation-example.js';
import { operations } from '../../../src/operations/registry.js';
import { examplesFile } from '../../support/examples-file.js';

interface Content {
  readonly 'application/json': { readonly schema: object; readonly example?: unknown };
}
interface Item {
  readonly parameters: readonly {
    readonly name?: string;
    readonly required?: boolean;
    readonly schema?: object;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

const text = readFileSync(examplesFile, 'utf8');
const examples = JSON.parse(text) as OperationExamples;
const document = toOpenApiDocument({ operations, version: '0.0.0', examples });
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'document');

/** What is wrong with a value; references are those of the document. */
function faults(schema: object, value: unknown): unknown {
  const rooted = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
  const check = ajv.compile(JSON.parse(rooted) as object);
  return check(value) ? [] : check.errors;
}

/** The examples are calls as they were made: tests/integration/workplace/every-operation.test.ts makes them. */
describe('the examples of the OpenAPI document', () => {
  it('are there for every operation, and for no other', () => {
    const names = operations.map(({ name }) => name);
    expect(Object.keys(examples).toSorted()).toEqual(names.toSorted());
  });

  it.each(operations.map(({ name, http }) => [name, http] as const))(
    '%s: request and answer are valid for the schemas that stand beside them',
    (name, { method, path, successStatus }) => {
      const item = document.paths[path]?.[method.toLowerCase()] as Item;
      for (const { name: parameter, required, schema, example } of item.parameters) {
        if (schema === undefined) continue;
        if (required === true) expect(example, parameter).toBeDefined();
        if (example !== undefined) expect(faults(schema, example), parameter).toEqual([]);
      }
      const body = item.requestBody?.content['application/json'];
      if (body !== undefined) expect(faults(body.schema, body.example ?? {})).toEqual([]);
      const answer = item.responses[String(successStatus)]?.content?.['application/json'];
      if (answer !== undefined) expect(faults(answer.schema, answer.example)).toEqual([]);
      else expect(examples[name]?.answer).toBeNull();
    },
  );

  it('say nothing of the machine on which they were made, and hold no secret', () => {
    for (const own of [hostname(), process.cwd(), '127.0.0.1', 'localhost', '/tmp/', '/home/']) {
      expect(text.includes(own), own).toBe(false);
    }
    expect(text).not.toMatch(/eyJ[\w-]{10,}\.|Bearer /);
    expect(text).not.toMatch(/"(?:access_token|auth_code|pollSecret|userCode)": "(?!example-)/);
    expect(text).not.toMatch(/code_challenge=(?!example)|[?&]state=(?!example)/);
  });
});
