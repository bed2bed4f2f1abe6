import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedFiles, projectRoot } from '../../support/generated-files.js';

it('client and tables of the docs are as the registry has it (npm run generate makes them anew)', async () => {
  for (const [file, text] of Object.entries(await generatedFiles())) {
    expect(readFileSync(join(projectRoot, file), 'utf8') === text, file).toBe(true);
  }
});
