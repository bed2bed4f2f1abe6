import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationExamples } from '../../../src/http/openapi/operation-example.js';
import { operations } from '../../../src/operations/registry.js';
import { examplesFile } from '../../support/examples-file.js';
import { formOf } from './everything/form-of.js';
import { runScenario, type Outcome } from './everything/run-scenario.js';
import { scenario } from './everything/scenario.js';
import { startEverything, type Everything } from './everything/start-everything.js';
import { bodyOf, toExamples } from './everything/to-examples.js';

/**
 * Every operation of the registry, called through MCP and REST. What was asked over REST and answered is what the OpenAPI
 * document shows as its examples: they are executed here.
 */
describe('every operation', () => {
  const startedAt = Date.now();
  let everything: Everything;
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    everything = await startEverything();
    outcomes = await runScenario(everything);
  }, 120_000);
  afterAll(() => everything.close());

  it('of the registry is a step of the scenario', () => {
    const inScenario = new Set(scenario.map(({ operation }) => operation));
    expect(operations.map(({ name }) => name).filter((name) => !inScenario.has(name))).toEqual([]);
  });

  it('answers over MCP what it answers over REST', () => {
    for (const { step, isSame, rest, mcp } of outcomes) {
      // Over REST nothing says that it is gone.
      if (step.operation === 'task_delete') continue;
      const what = step.name ?? step.operation;
      if (isSame) expect(mcp.value, what).toEqual(rest.value);
      else expect(formOf(mcp.value), what).toEqual(formOf(rest.value));
    }
  });

  it('is called as its example says, and answers as its example shows (npm run generate)', async () => {
    const found = toExamples(outcomes, { startedAt, machine: everything.machine });
    if (process.env['WRITE_EXAMPLES'] === 'true') {
      const style = await resolveConfig(examplesFile);
      const text = await format(JSON.stringify(found), { ...style, parser: 'json' });
      writeFileSync(examplesFile, text);
    }
    const kept = JSON.parse(readFileSync(examplesFile, 'utf8')) as OperationExamples;
    expect(Object.keys(kept)).toEqual(Object.keys(found));
    for (const { step, rest } of outcomes) {
      const example = kept[step.operation];
      if (step.isExtra === true || example === undefined) continue;
      expect(unnumbered(example.input), step.operation).toEqual(
        unnumbered(found[step.operation]?.input),
      );
      // What differs from one moment to the next has other rows at other times.
      if (step.isOfTheMoment === true) continue;
      const answered = formOf(bodyOf(step.operation, rest.value));
      expect(answered, step.operation).toEqual(expect.arrayContaining([...formOf(example.answer)]));
    }
  });
});

/** Examples number ids in the order in which they come, and how many come before depends on the hour. */
function unnumbered(input: unknown): unknown {
  const text = JSON.stringify(input ?? null);
  return JSON.parse(
    text.replaceAll(/[\w-]*\d[\w-]*/g, (word) =>
      word.length < 8 ? word : word.replaceAll(/\d/g, '0'),
    ),
  );
}
