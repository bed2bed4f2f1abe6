import { operations } from '../../../../src/operations/registry.js';
import type { CallAnswer, Door } from '../doors.js';
import { arrange } from './arrange.js';
import { resolve, type Answers } from './reference.js';
import { scenario } from './scenario.js';
import type { Everything } from './start-everything.js';
import { standOf } from './stand-values.js';
import type { Step } from './step.js';

/** A step as it went. */
export interface Outcome {
  readonly step: Step;
  readonly isReading: boolean;
  readonly input: Readonly<Record<string, unknown>>;
  readonly rest: CallAnswer;
  readonly mcp: CallAnswer;
}

/**
 * Each step over REST and at once over MCP. What reads is asked twice for the very same; what writes goes on with what its
 * own protocol has made. Throws at the first failure.
 */
export async function runScenario(everything: Everything): Promise<readonly Outcome[]> {
  const { place, otherDoors } = everything;
  const failures: unknown[] = [];
  const told = {
    REST: new Map<string, unknown>([['stand', await standOf(everything, 'REST')]]),
    MCP: new Map<string, unknown>([['stand', await standOf(everything, 'MCP')]]),
  };
  const outcomes: Outcome[] = [];
  for (const step of scenario) { try {
    const doors = step.byOther === true ? otherDoors : place.doors;
    const isReading = isRead(step.operation);
    const inputs = { REST: {}, MCP: {} };
    for (const name of ['REST', 'MCP'] as const) {
      if (step.before !== undefined) await arrange(place, step.before, { name, told: told[name] });
      inputs[name] = inputOf(step, told[isReading ? 'REST' : name]);
    }
    const rest = await through(doors, 'REST', step, inputs.REST);
    const mcp = await through(doors, 'MCP', step, inputs.MCP);
    const name = step.name ?? step.operation;
    told.REST.set(name, rest.value);
    told.MCP.set(name, isReading && step.isOfTheMoment !== true ? rest.value : mcp.value);
    outcomes.push({ step, isReading, input: inputs.REST, rest, mcp });
  } catch (e) { failures.push(String(e)); } }
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return outcomes;
}

async function through(
  doors: readonly Door[],
  name: Door['name'],
  step: Step,
  input: Record<string, unknown>,
): Promise<CallAnswer> {
  const door = doors.find((one) => one.name === name);
  if (door === undefined) throw new Error(`There is no door ${name}`);
  const answer = await door.call(step.operation, input);
  if (!answer.isError) return answer;
  const said = JSON.stringify({ input, problem: answer.problem });
  throw new Error(`${step.operation} failed over ${name}: ${said}`);
}

function inputOf({ input = {} }: Step, answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, resolve(value, answers)]),
  );
}

function isRead(name: string): boolean {
  return operations.find((one) => one.name === name)?.annotations.readOnly === true;
}
