import type { Advice } from './advice.js';
import type { Days } from './days.js';
import type { Json } from './json.js';
import type { TrialStand } from './trial-stand.js';

/** Something that a person wants done, in their words, and the steps by which a model does it. */
export interface Job {
  readonly words: string;
  /** As in the address: `core`, `mail`, `core-readonly`. */
  readonly profile: string;
  /** Whose assistant is asked. Maya's may do everything alone, Jonas's asks before whatever is risky. */
  readonly of: 'Maya' | 'Jonas';
  /** What is called wrongly before the error says how it is right, in a few words. */
  readonly mistake: string;
  /** All calls of tools, those that are wrong among them. */
  readonly calls: number;
  readonly wrongCalls: number;
  /** What the company does before; otherwise it is as the emulator begins, or as the jobs before left it. */
  readonly start?: (stand: TrialStand) => Promise<void>;
  /** What people do while the assistant waits for its next turn. */
  readonly meanwhile?: (stand: TrialStand) => Promise<void>;
  /** What the person says to questions. */
  readonly answer?: (question: string) => string;
  /** Answers what it tells the person in the end. */
  readonly solve: (turn: Turn) => Promise<string>;
  /** Looks at Microsoft's side, and at what the person was told. */
  readonly check: (stand: TrialStand, told: string) => Promise<void>;
}

/** All that a solver has: a model's view of the tools, the person it works for, and the date. */
export interface Turn {
  readonly model: Model;
  readonly days: Days;
  /** Asks the person; only what they can answer. */
  ask(question: string): string;
  /** Ends the turn: the world goes on. */
  pause(): Promise<void>;
}

export interface Model {
  /**
   * The tool of the list whose name and description fit these words best. Throws where none does, or two do equally.
   */
  pick(words: string): string;
  /** A call that has to succeed; one of a tool that is not listed goes through tools_call. */
  call(tool: string, args?: Readonly<Record<string, unknown>>): Promise<Json>;
  /** A call that has to fail, and what can be learned from that. */
  mistake(tool: string, args?: Readonly<Record<string, unknown>>): Promise<Advice>;
  /** Searches for a tool that is not listed; the best one. */
  search(words: string): Promise<string>;
}
