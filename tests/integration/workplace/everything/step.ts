import type { Reference } from './reference.js';

/** What a step sends: values as they are, or what an earlier answer told. */
export type StepInput =
  | string
  | number
  | boolean
  | null
  | Reference
  | readonly StepInput[]
  | { readonly [name: string]: StepInput };

/** What people, Microsoft or sync do before a call; `run-scenario.ts` has each of them done once for each protocol. */
export type Arrangement =
  | { readonly kind: 'person signs in'; readonly authUrl: Reference }
  | { readonly kind: 'conflict'; readonly task: Reference }
  | { readonly kind: 'plan stops'; readonly plan: Reference }
  | { readonly kind: 'approval is done'; readonly id: Reference };

/** One call of the scenario. */
export interface Step {
  readonly operation: string;
  readonly input?: { readonly [name: string]: StepInput };
  /** By which later steps know the answer; default: the operation's name. */
  readonly name?: string;
  readonly before?: Arrangement;
  /** Called by another caller than the others. */
  readonly byOther?: true;
  /** Not the call that the documents show of this operation. */
  readonly isExtra?: true;
  /** What is read differs from one moment to the next, or between the protocols: answers are compared by their form. */
  readonly isOfTheMoment?: true;
}
