import type { StepInput } from './step.js';

/** A value out of an earlier answer. */
export class Reference {
  constructor(
    /** Name of the step, or `stand`: what there is from the beginning. */
    readonly step: string,
    /** `messages[0].id`, `messages[subject=Budget approved].id`. */
    readonly path: string,
  ) {}
}

interface Row {
  readonly [member: string]: unknown;
}

export function from(step: string, path: string): Reference {
  return new Reference(step, path);
}

export type Answers = ReadonlyMap<string, unknown>;

/** The input with every reference replaced by what it stands for. Throws where an answer has no such value. */
export function resolve(input: StepInput, answers: Answers): unknown {
  if (input instanceof Reference) return valueOf(input, answers);
  if (Array.isArray(input)) return input.map((one: StepInput) => resolve(one, answers));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, resolve(value, answers)]),
  );
}

export function textOf(reference: Reference, answers: Answers): string {
  const value = valueOf(reference, answers);
  if (typeof value !== 'string') throw new Error(`${reference.path} is no text`);
  return value;
}

function valueOf({ step, path }: Reference, answers: Answers): unknown {
  const parts = [...path.matchAll(/([A-Za-z]\w*)|\[(?:(\d+)|(\w+)=([^\]]+))\]/g)];
  let value: unknown = answers.get(step);
  for (const [, member, at, name, wanted] of parts) {
    if (member !== undefined) value = (value as Row | undefined)?.[member];
    else if (!Array.isArray(value)) value = undefined;
    else if (at !== undefined) value = value[Number(at)];
    else value = value.find((row: Row) => row[name ?? ''] === wanted);
  }
  if (value === undefined || value === null) {
    throw new Error(`No ${path} in ${step}: ${JSON.stringify(answers.get(step))?.slice(0, 500)}`);
  }
  return value;
}
