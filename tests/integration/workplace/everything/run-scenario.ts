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
  /** Both protocols were asked the very same, and nothing changed in between. */
  readonly isSame: boolean;
  readonly input: Readonly<Record<string, unknown>>;
  readonly rest: CallAnswer;
  readonly mcp: CallAnswer;
}

/**
 * Each step over REST and at once over MCP. What reads is asked twice for the very same; what writes goes on with what its
 * own protocol has made. Throws at the first failure.
 */
export async function runScenario(everything: Everything): Promise<readonly Outcome[]> {
  const told = {
    REST: new Map<string, unknown>([['stand', await standOf(everything, 'REST')]]),
    MCP: new Map<string, unknown>([['stand', await standOf(everything, 'MCP')]]),
  };
  const outcomes: Outcome[] = [];
  for (const step of scenario) {
    const isSame = isRead(step.operation) && step.isOfTheMoment !== true;
    for (const name of ['REST', 'MCP'] as const) {
      if (step.before === undefined) continue;
      await arrange(everything.place, step.before, { name, told: told[name] });
    }
    const call = (name: Door['name'], input: Record<string, unknown>) =>
      through(doorOf(everything, step, name), step, input);
    const input = inputOf(step, told.REST);
    const rest = await call('REST', input);
    const mcp = await call('MCP', isSame ? input : inputOf(step, told.MCP));
    const name = step.name ?? step.operation;
    told.REST.set(name, rest.value);
    told.MCP.set(name, mcp.value);
    outcomes.push({ step, isSame, input, rest, mcp });
  }
  return outcomes;
}

function doorOf({ place, otherDoors }: Everything, { byOther }: Step, name: Door['name']): Door {
  const doors = byOther === true ? otherDoors : place.doors;
  const door = doors.find((one) => one.name === name);
  if (door === undefined) throw new Error(`There is no door ${name}`);
  return door;
}

async function through(
  door: Door,
  { operation }: Step,
  input: Record<string, unknown>,
): Promise<CallAnswer> {
  const answer = await door.call(operation, input);
  if (!answer.isError) return answer;
  const said = JSON.stringify({ input, problem: answer.problem });
  throw new Error(`${operation} failed over ${door.name}: ${said}`);
}

function inputOf({ input = {} }: Step, answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, resolve(value, answers)]),
  );
}

function isRead(name: string): boolean {
  return operations.find((one) => one.name === name)?.annotations.readOnly === true;
}
