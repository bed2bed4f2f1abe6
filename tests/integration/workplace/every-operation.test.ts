import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../src/operations/registry.js';
import { runScenario, type Outcome } from './everything/run-scenario.js';
import { scenario } from './everything/scenario.js';
import { startEverything, type Everything } from './everything/start-everything.js';

describe('every operation', () => {
  let everything: Everything;
  let outcomes: readonly Outcome[];
  beforeAll(async () => {
    everything = await startEverything();
    outcomes = await runScenario(everything);
  }, 90_000);
  afterAll(() => everything.close());

  it('is in the scenario', () => {
    const inScenario = new Set(scenario.map(({ operation }) => operation));
    expect(operations.map(({ name }) => name).filter((name) => !inScenario.has(name))).toEqual([]);
  });
  it('ran', () => {
    expect(outcomes.length).toBe(scenario.length);
  });
});
