/** One thing that is wrong with the environment, and what to write instead. Never holds a secret's value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** The environment cannot be used. Holds every problem found, so that one round of editing is enough. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'invalid_configuration';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const lines = problems.map(({ variable, message }) => `  ${variable}: ${message}`);
    super(`The configuration has ${count}:\n${lines.join('\n')}`);
  }
}
