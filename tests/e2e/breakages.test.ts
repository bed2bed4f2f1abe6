import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../../scripts/lib/build.mjs';
import { breakBuild } from '../chaos/breakages/break-build.js';
import { breakages } from '../chaos/breakages/breakages.js';

test.each(breakages)('the build can be broken as $name says', (breakage) => {
  const folder = breakBuild(projectRoot, breakage);
  expect(folder).toContain(breakage.name);
  rmSync(folder, { recursive: true, force: true });
});

test('a breakage that no longer finds its place in the build stops the run', () => {
  const [breakage] = breakages;
  if (breakage === undefined) throw new Error('There is no breakage');
  const patch = { file: 'src/server.js', text: 'this stands nowhere', replacement: '' };
  expect(() => breakBuild(projectRoot, { ...breakage, patches: [patch] })).toThrow(
    'It has changed: mend the breakage',
  );
});
