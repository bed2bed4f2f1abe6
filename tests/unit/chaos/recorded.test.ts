import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { breakages } from '../../chaos/breakages/breakages.js';
import { check } from '../../chaos/checker/check.js';
import { readEvidence } from '../../chaos/evidence/evidence-file.js';

const recorded = (name: string) =>
  readEvidence(fileURLToPath(new URL(`recorded/${name}.json`, import.meta.url)));

/** Kept from `npm run test:chaos -- --break all --keep`: what was seen of one task that broke (`broken.json`). */
it.each(breakages)('what $name has broken is found in what was seen of it', (breakage) => {
  const kinds = check(recorded(breakage.name)).map(({ kind }) => kind);
  expect(kinds.some((kind) => breakage.expected.includes(kind))).toBe(true);
});
