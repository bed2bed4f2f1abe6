import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toSchemaTypes } from '../../client/to-schema-types.mjs';
import { toOpenApiDocument } from '../../src/http/openapi/openapi-document.js';
import { operations } from '../../src/operations/registry.js';
import { currentDocuments } from './docs/tables.js';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Files that follow from the registry, as they have to be, by their path in the project. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const document = toOpenApiDocument({ operations, version, examples: {} });
  return {
    'client/src/schema.ts': await toSchemaTypes(document),
    ...(await currentDocuments(projectRoot)),
  };
}
