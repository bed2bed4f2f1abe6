/**
 * - `malformed`: not sealed at all
 * - `unknown_key`: sealed with a key that is not configured (any more)
 * - `refused`: changed, or sealed for another place (account, purpose, namespace), or with another key of the same id
 */
export type VaultProblem = 'malformed' | 'unknown_key' | 'refused';

/** Something sealed that does not open. Says what and why; never quotes any of it. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code = 'sealed_unreadable';

  constructor(
    readonly problem: VaultProblem,
    purpose: string,
    keyId = '',
  ) {
    super(`${words[problem](purpose, keyId)}.`);
  }
}

const words: Readonly<Record<VaultProblem, (purpose: string, keyId: string) => string>> = {
  malformed: (purpose) => `What is kept as ${purpose} is not sealed`,
  unknown_key: (purpose, keyId) =>
    `What is kept as ${purpose} is sealed with the key "${keyId}", which TOKEN_ENCRYPTION_KEY does not have`,
  refused: (purpose) =>
    `What is kept as ${purpose} was changed, moved here from another place, or sealed with another key of the same id`,
};
