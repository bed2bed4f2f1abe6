import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { watchableResources } from '../../../../src/domain/subscriptions/watchable-resource.js';

test('the documentation lists every resource with its permission and life', () => {
  const text = readFileSync(new URL('../../../../docs/subscriptions.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(\S+)` +\| (\w+) +\| `(\S+)` +\| ([\d.]+) days/gm)].map(
    ([, template, kind, permission, days]) => [template, kind, permission, Number(days)],
  );
  const known = watchableResources.filter(({ appPermission }) => appPermission !== null);
  expect(rows).toEqual(
    known.map(({ template, kind, appPermission, maxMinutes }) => [
      template,
      kind,
      appPermission,
      Math.round(maxMinutes / 144) / 10,
    ]),
  );
});
