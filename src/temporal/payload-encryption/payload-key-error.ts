/**
 * A payload that cannot be decrypted, with what to do. Names key ids only: it becomes the failure of a workflow task,
 * which Temporal keeps, and tries again until the key is there.
 */
export class PayloadKeyError extends Error {
  /** The failure converter knows it by this name. */
  override readonly name = 'PayloadKeyError';
}
