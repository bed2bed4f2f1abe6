/** Something a person has to do before it can go on. Shown without a stack: the message says what and how. */
export class BootstrapError extends Error {
  /** @override */
  name = 'BootstrapError';
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
