import { fileURLToPath } from 'node:url';

/** What the OpenAPI document shows of each operation; `npm run generate` writes it from a run of every operation. */
export const examplesFile = fileURLToPath(
  new URL('../../src/http/openapi/examples.json', import.meta.url),
);
