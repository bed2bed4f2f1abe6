import { inspect } from 'node:util';

const redacted = '[redacted]';

/** A value that must not be printed by accident: text, JSON and `console.log` of it say "[redacted]". */
export class Secret<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. Call it where the value is handed over, not earlier. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return redacted;
  }

  toJSON(): string {
    return redacted;
  }

  [inspect.custom](): string {
    return redacted;
  }
}
