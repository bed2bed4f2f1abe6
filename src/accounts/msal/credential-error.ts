/** The app's certificate or federated token cannot be used. Names the variable and the file, and nothing of what was read. */
export class CredentialError extends Error {
  override readonly name = 'CredentialError';
  readonly code = 'credential_unusable';

  constructor(
    readonly variable: string,
    message: string,
  ) {
    super(`${variable}: ${message}`);
  }
}
