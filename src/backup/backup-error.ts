export type BackupErrorCode =
  | 'usage'
  | 'file_exists'
  | 'file_problem'
  | 'not_a_backup'
  | 'damaged'
  | 'unsupported'
  | 'namespace_empty'
  | 'namespace_not_empty'
  | 'redis_unavailable';

/** A backup or a restore cannot be done, or not to its end; the message says why and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(
    readonly code: BackupErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
